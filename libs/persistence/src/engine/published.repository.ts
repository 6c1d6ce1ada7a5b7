import type { PlanSteps } from '@potok/contracts';
import type { EngineDatabase } from './engine-database.js';

export interface Published {
  readonly version_id: string;
  readonly binding_id: string;
  readonly plan_hash: string;
  readonly slots: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly steps: PlanSteps;
  readonly trigger: PlanSteps['trigger'];
}

/** What is published now: the version, the newest binding beside it, the plan's steps. */
export class PublishedRepository {
  constructor(private readonly db: EngineDatabase) {}

  async find(workspaceId: string, scenarioId: string): Promise<Published | undefined> {
    const rows = await this.db.query<Omit<Published, 'trigger'>>(workspaceId, {
      name: 'published-find',
      text: `SELECT v.id AS version_id, b.id AS binding_id, v.plan_hash, b.slots, b.parameters, p.steps
             FROM scenario s
             JOIN scenario_version v ON v.id = s.published_version_id
             JOIN plan p ON p.workspace_id = v.workspace_id AND p.hash = v.plan_hash
             JOIN LATERAL (SELECT id, slots, parameters FROM binding WHERE version_id = v.id ORDER BY id DESC LIMIT 1) b ON true
             WHERE s.id = $1 AND s.is_enabled AND s.archived_at IS NULL`,
      values: [scenarioId],
    });
    const row = rows[0];
    return row === undefined ? undefined : { ...row, trigger: row.steps.trigger };
  }
}
