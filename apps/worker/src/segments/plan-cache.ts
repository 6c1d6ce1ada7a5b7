import type { Plan, PlanSteps, Skeleton } from '@potok/contracts';
import type { EngineDatabase } from '@potok/persistence/engine';

const CAP = 500;

/** Plans never change, so one that was read once is kept. Keyed by workspace too: row-level security decides who may read. */
export class PlanCache {
  private readonly plans = new Map<string, Plan>();

  constructor(private readonly db: EngineDatabase) {}

  /** Throws PLAN_NOT_FOUND. */
  async getPlan(workspaceId: string, hash: string): Promise<Plan> {
    const key = `${workspaceId}/${hash}`;
    const known = this.plans.get(key);
    if (known !== undefined) return known;
    const rows = await this.db.query<{ plan_format: number; skeleton: Skeleton; steps: PlanSteps }>(workspaceId, {
      name: 'plan-get',
      text: 'SELECT plan_format, skeleton, steps FROM plan WHERE workspace_id = $1 AND hash = $2',
      values: [workspaceId, hash],
    });
    const row = rows[0];
    if (row === undefined) throw new Error(`PLAN_NOT_FOUND ${hash}`);
    const plan: Plan = { planFormat: row.plan_format, skeleton: row.skeleton, steps: row.steps };
    const oldest = this.plans.keys().next().value;
    if (this.plans.size >= CAP && oldest !== undefined) this.plans.delete(oldest);
    this.plans.set(key, plan);
    return plan;
  }
}
