import type { Fault, RunMode } from '@potok/contracts';
import type { EngineDatabase } from './engine-database.js';
import { WAKE_CALLER } from './wake-caller.js';

export interface CalledRunRow {
  readonly status: string;
  readonly is_ended: boolean;
  readonly plan_hash: string;
  readonly mode: RunMode;
  /** The step at which its own undo waits for a person. */
  readonly failure: { readonly node: string; readonly visit: string; readonly fault: Fault } | null;
}

/** Runs that a scenario has called, as the undo and the end of their caller see them. */
export class CalledRunRepository {
  constructor(private readonly db: EngineDatabase) {}

  async find(workspaceId: string, runId: string): Promise<CalledRunRow | undefined> {
    const rows = await this.db.query<CalledRunRow>(workspaceId, {
      name: 'called-find',
      text: `SELECT r.status, r.ended_at IS NOT NULL AS is_ended, r.plan_hash, r.mode,
               CASE WHEN r.status = 'needs-a-person' THEN
                 (SELECT jsonb_build_object('node', s.node_id, 'visit', s.visit, 'fault', s.undo_fault) FROM step s
                  WHERE s.run_id = r.id AND s.status = 'undo-failed' ORDER BY s.started_at LIMIT 1) END AS failure
             FROM run r WHERE r.id = $1`,
      values: [runId],
    });
    return rows[0];
  }

  /** Called runs that have not ended. */
  async listOpen(workspaceId: string, callerId: string): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(workspaceId, {
      name: 'called-open',
      text: `SELECT r.id FROM wait w JOIN run r ON r.id = w.key::uuid WHERE w.run_id = $1 AND w.event = 'run' AND r.ended_at IS NULL`,
      values: [callerId],
    });
    return rows.map((row) => row.id);
  }

  /** A command of the caller with its audit row, once per id: the trail remembers what was ordered. */
  async order(
    workspaceId: string,
    of: {
      readonly runId: string;
      readonly callerId: string;
      readonly auditId: string;
      readonly id: string;
      readonly kind: string;
    },
  ): Promise<void> {
    await this.db.query(workspaceId, {
      name: 'called-order',
      text: ORDER,
      values: [
        workspaceId,
        of.runId,
        of.auditId,
        `run.${of.kind}`,
        JSON.stringify({ kind: 'run', id: of.callerId }),
        JSON.stringify({ caller: of.callerId, command: of.id }),
        JSON.stringify({ id: of.id, kind: 'command', command: of.kind }),
      ],
    });
  }

  /** The undo of a run needs a person: so does that of its caller, should it be waiting for this one. */
  async tellUndoFailed(workspaceId: string, runId: string, launch: number): Promise<void> {
    await this.db.query(workspaceId, {
      name: 'called-undo-failed',
      text: TELL_UNDO_FAILED,
      values: [runId, workspaceId, `undo-failed/${launch}`],
    });
  }
}

const ORDER = `
WITH audited AS (
  INSERT INTO audit (id, workspace_id, who, act, object_kind, object_id, facts)
  SELECT $3::uuid, $1::uuid, $5::jsonb, $4, 'run', $2::text, $6::jsonb
  WHERE NOT EXISTS (SELECT FROM audit WHERE workspace_id = $1::uuid AND object_kind = 'run' AND object_id = $2::text AND facts ->> 'command' = $6::jsonb ->> 'command')
  RETURNING 1
), ordered AS (
  INSERT INTO outbox (workspace_id, run_id, kind, wake) SELECT $1::uuid, $2::uuid, 'wake', $7::jsonb FROM audited RETURNING 1
)
SELECT pg_notify('potok_outbox', '') FROM ordered`;

const TELL_UNDO_FAILED = `
WITH woken AS (
  ${WAKE_CALLER({ run: '$1', workspace: '$2', news: '$3::text', when: 'true' })}
)
SELECT pg_notify('potok_outbox', '') FROM woken`;
