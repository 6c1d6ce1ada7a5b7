import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@potok/config';
import type { SampleData, SampleView } from '@potok/contracts';
import { newId, recordAudit, SampleRepository, type SampleRow } from '@potok/persistence';
import type { EntityManager } from 'typeorm';
import type { Here } from '../identity/caller.js';
import { Refusal } from '../problems/refusal.js';
import { getScenario } from '../scenarios/get-scenario.js';
import { AppDatabase } from '../server/app-database.js';
import { CLOCK } from '../server/tokens.js';
import { readSampleData, refuseTooLarge } from './read-sample.js';

const MOST_SAMPLES = 100;

interface NewSample {
  readonly scenarioId: string;
  readonly name: string;
  readonly source: SampleView['source'];
  readonly data: SampleData;
}

/** Sets of data that a scenario's drawing is tried over. */
@Injectable()
export class SampleService {
  constructor(
    private readonly db: AppDatabase,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(here: Here, scenarioId: string): Promise<SampleView[]> {
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      await getScenario(tx, scenarioId);
      return (await new SampleRepository(tx).listOfScenario(scenarioId)).map(asSampleView);
    });
  }

  create(
    here: Here,
    scenarioId: string,
    order: { readonly name: string; readonly data: unknown },
  ): Promise<SampleView> {
    const data = readSampleData(order.data);
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      await getScenario(tx, scenarioId);
      return this.add(tx, here, { scenarioId, name: order.name, source: 'manual', data });
    });
  }

  /** Also for what comes from a run, a delivery or a template; in the caller's transaction. */
  async add(tx: EntityManager, here: Here, { scenarioId, name: given, source, data }: NewSample): Promise<SampleView> {
    refuseTooLarge(data);
    const samples = new SampleRepository(tx);
    const name = await freeName(samples, { scenarioId, name: given });
    if ((await samples.count(scenarioId)) >= MOST_SAMPLES)
      throw new Refusal('conflict', 'SAMPLES_TOO_MANY', { facts: { limit: MOST_SAMPLES } });
    const { workspaceId, who: updatedBy } = here;
    const row = { id: newId(), workspaceId, scenarioId, name, source, data, updatedBy, updatedAt: this.clock.now() };
    await samples.add(row);
    await this.note(tx, here, { act: 'sample.saved', row });
    return asSampleView(row);
  }

  change(
    here: Here,
    at: { readonly scenarioId: string; readonly id: string },
    order: { readonly name?: string | undefined; readonly data?: unknown },
  ): Promise<SampleView> {
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      const samples = new SampleRepository(tx);
      const row = await getSample(tx, at);
      row.name = await freeName(samples, { ...at, name: order.name ?? row.name });
      row.data = order.data === undefined ? row.data : readSampleData(order.data);
      row.updatedBy = here.who;
      row.updatedAt = this.clock.now();
      const { id, name, data, updatedBy, updatedAt } = row;
      await samples.change({ id, name, data, updatedBy, updatedAt });
      await this.note(tx, here, { act: 'sample.saved', row });
      return asSampleView(row);
    });
  }

  async remove(here: Here, at: { readonly scenarioId: string; readonly id: string }): Promise<void> {
    await this.db.inWorkspace(here.workspaceId, async (tx) => {
      const row = await getSample(tx, at);
      await new SampleRepository(tx).remove(at.scenarioId, at.id);
      await this.note(tx, here, { act: 'sample.removed', row });
    });
  }

  private note(tx: EntityManager, here: Here, { act, row }: { readonly act: string; readonly row: SampleRow }) {
    const object = { kind: 'scenario', id: row.scenarioId };
    return recordAudit(tx, { ...here, act, object, facts: { sampleId: row.id, name: row.name } });
  }
}

const getSample = async (
  tx: EntityManager,
  { scenarioId, id }: { readonly scenarioId: string; readonly id: string },
): Promise<SampleRow> => {
  const row = await new SampleRepository(tx).find(scenarioId, id);
  if (row === undefined) throw new Refusal('not-found', 'SAMPLE_NOT_FOUND', { facts: { id } });
  return row;
};

/** Throws SAMPLE_NAME_TAKEN when another sample of the scenario has the name. */
const freeName = async (
  samples: SampleRepository,
  { scenarioId, name: given, id }: { readonly scenarioId: string; readonly name: string; readonly id?: string },
): Promise<string> => {
  const name = given.trim();
  if (name === '') throw new Refusal('invalid', 'FIELD_REQUIRED', { field: '/name', facts: { field: 'name' } });
  const other = await samples.findByName(scenarioId, name);
  if (other !== undefined && other.id !== id)
    throw new Refusal('conflict', 'SAMPLE_NAME_TAKEN', { field: '/name', facts: { name } });
  return name;
};

const asSampleView = ({ id, name, source, data, updatedAt, updatedBy }: SampleRow): SampleView => ({
  id,
  name,
  source,
  updatedAt: updatedAt.toISOString(),
  by: updatedBy.name,
  data,
});
