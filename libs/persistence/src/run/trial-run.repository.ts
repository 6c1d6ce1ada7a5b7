import type { EntityManager } from 'typeorm';
import { newId } from '../new-id.js';
import { RerunRepository } from './rerun.repository.js';

export interface NewTrial {
  readonly workspaceId: string;
  readonly scenarioId: string;
  readonly versionId: string;
  readonly bindingId: string;
  readonly planHash: string;
  readonly engine: number;
  readonly trigger: unknown;
  readonly now: Date;
}

/** Runs of drafts. */
export class TrialRunRepository {
  constructor(private readonly db: EntityManager) {}

  /** The run and the order to start it. */
  async add(trial: NewTrial): Promise<string> {
    const id = newId();
    await this.db.query(
      `INSERT INTO run (id, workspace_id, scenario_id, version_id, binding_id, plan_hash, engine, mode, status, started_by, origin_run_id, trigger, started_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'trial', 'accepted', 'manual', $1, $8, $9, $9)`,
      [
        id,
        trial.workspaceId,
        trial.scenarioId,
        trial.versionId,
        trial.bindingId,
        trial.planHash,
        trial.engine,
        JSON.stringify(trial.trigger),
        trial.now,
      ],
    );
    await new RerunRepository(this.db).orderStart(trial.workspaceId, id);
    return id;
  }

  /** Connections that fill what these scenarios and the ones that they call are bound to now. */
  async listCalledSlots(scenarioIds: readonly string[]): Promise<string[]> {
    const rows = await this.db.query<{ id: string }[]>(CALLED_SLOTS, [scenarioIds]);
    return rows.map(({ id }) => id);
  }
}

// UNION drops what was met before, so that two scenarios that call each other end here.
const CALLED_SLOTS = `
  WITH RECURSIVE called AS (
    SELECT s.id, s.published_version_id AS version_id FROM scenario s WHERE s.id::text = ANY($1)
    UNION
    SELECT s.id, s.published_version_id FROM called JOIN scenario_version v ON v.id = called.version_id
      CROSS JOIN LATERAL jsonb_path_query(v.scenario, '$.**{0 to 4} ? (@.type == "flow.call").params.scenarioId') AS target (id)
      JOIN scenario s ON s.id::text = target.id #>> '{}'
  )
  SELECT DISTINCT slot.value AS id FROM called
    JOIN LATERAL (SELECT slots FROM binding b WHERE b.version_id = called.version_id ORDER BY b.id DESC LIMIT 1) bound ON true,
    LATERAL jsonb_each_text(bound.slots) slot`;
