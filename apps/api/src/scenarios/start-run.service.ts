import { Injectable } from '@nestjs/common';
import type { StartView } from '@potok/contracts';
import { DeliveryRepository, PlanRepository, recordAudit, ScenarioRepository } from '@potok/persistence';
import type { Here } from '../identity/caller.js';
import { Refusal } from '../problems/refusal.js';
import { AppDatabase } from '../server/app-database.js';
import { getScenario } from './get-scenario.js';
import { refuseWrongData } from './refuse-wrong-data.js';

interface StartOrder {
  readonly scenarioId: string;
  readonly source: 'manual' | 'api';
  /** In the shape of the trigger's output: a start by hand skips the trigger's own work. */
  readonly data: unknown;
  readonly idempotencyKey?: string | undefined;
}

@Injectable()
export class StartRunService {
  constructor(private readonly db: AppDatabase) {}

  start(here: Here, order: StartOrder): Promise<StartView> {
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      const { name, isEnabled } = await getScenario(tx, order.scenarioId);
      const published = await new ScenarioRepository(tx).findPublishedDrawing(order.scenarioId);
      const plan = published === undefined ? undefined : await new PlanRepository(tx).find(published.planHash);
      if (plan === undefined) throw new Refusal('conflict', 'SCENARIO_NOT_PUBLISHED', { facts: { name } });
      if (!isEnabled) throw new Refusal('conflict', 'SCENARIO_DISABLED', { facts: { name } });
      refuseWrongData(plan.steps, order.data);
      const deliveryId = await new DeliveryRepository(tx).addStart({
        workspaceId: here.workspaceId,
        scenarioId: order.scenarioId,
        source: order.source,
        body: order.data,
        ...(order.idempotencyKey === undefined ? {} : { eventKey: order.idempotencyKey }),
      });
      await recordAudit(tx, {
        ...here,
        act: 'run.asked',
        object: { kind: 'delivery', id: deliveryId },
        facts: { scenarioId: order.scenarioId, source: order.source },
      });
      return { deliveryId, mode: 'live' };
    });
  }
}
