import { Injectable } from '@nestjs/common';
import type { SampleView } from '@potok/contracts';
import { DeliveryRepository, RunRepository, type InboxRow } from '@potok/persistence';
import type { EntityManager } from 'typeorm';
import type { Here } from '../identity/caller.js';
import { Refusal } from '../problems/refusal.js';
import { getScenario } from '../scenarios/get-scenario.js';
import { AppDatabase } from '../server/app-database.js';
import { SampleReaders } from './sample-readers.js';
import { SampleService } from './sample.service.js';

/** Samples made of what has really come and happened. */
@Injectable()
export class SampleSources {
  constructor(
    private readonly db: AppDatabase,
    private readonly samples: SampleService,
    private readonly given: SampleReaders,
  ) {}

  /** What the trigger gave and what each step gave last. A step's output never holds a secret, so neither does the sample. */
  fromRun(
    here: Here,
    scenarioId: string,
    order: { readonly runId: string; readonly name: string },
  ): Promise<SampleView> {
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      await getScenario(tx, scenarioId);
      const runs = new RunRepository(tx);
      const run = await runs.find(order.runId);
      if (run?.scenarioId !== scenarioId)
        throw new Refusal('not-found', 'RUN_NOT_FOUND', { facts: { id: order.runId } });
      const drawing = await runs.drawingOf(order.runId);
      const trigger = await runs.triggerOf(order.runId);
      const outputs = await runs.listLastOutputs(order.runId);
      const steps = outputs.map((one) => [one.nodeId, this.given.withPort(drawing, one)] as const);
      const data = { trigger, steps: Object.fromEntries(steps) };
      return this.samples.add(tx, here, { scenarioId, name: order.name, source: 'run', data });
    });
  }

  /** What the draft's trigger makes of a call: of one that began a run what it made then, else the worker reads it now. */
  async fromDelivery(
    here: Here,
    scenarioId: string,
    order: { readonly deliveryId: string; readonly name: string },
  ): Promise<SampleView> {
    const row = await this.db.inWorkspace(here.workspaceId, (tx) => getOwn(tx, scenarioId, order.deliveryId));
    const trigger = await this.given.triggerFor(here, scenarioId, row);
    return this.db.inWorkspace(here.workspaceId, (tx) =>
      this.samples.add(tx, here, { scenarioId, name: order.name, source: 'delivery', data: { trigger, steps: {} } }),
    );
  }
}

const getOwn = async (tx: EntityManager, scenarioId: string, id: string): Promise<InboxRow> => {
  await getScenario(tx, scenarioId);
  const row = await new DeliveryRepository(tx).find(id);
  if (row?.scenarioId !== scenarioId) throw new Refusal('not-found', 'DELIVERY_NOT_FOUND', { facts: { id } });
  return row;
};
