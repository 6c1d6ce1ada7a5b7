import type { Plan } from '@potok/contracts';
import type { EntityManager } from 'typeorm';
import { PlanRow } from './plan.entity.js';

export class PlanRepository {
  constructor(private readonly db: EntityManager) {}

  /** The same hash is the same plan: a second put changes nothing. */
  async put(workspaceId: string, { hash, plan }: { hash: string; plan: Plan }): Promise<void> {
    await this.db.query(
      `INSERT INTO plan (workspace_id, hash, plan_format, skeleton, steps) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (workspace_id, hash) DO NOTHING`,
      [workspaceId, hash, plan.planFormat, JSON.stringify(plan.skeleton), JSON.stringify(plan.steps)],
    );
  }

  async find(hash: string): Promise<PlanRow | undefined> {
    return (await this.db.findOne(PlanRow, { where: { hash } })) ?? undefined;
  }
}
