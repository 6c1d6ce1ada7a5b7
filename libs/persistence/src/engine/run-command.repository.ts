import type { Wake } from '@potok/contracts';
import type { Actor } from '../audit/actor.js';
import type { EngineDatabase } from './engine-database.js';
import { WAKE_CALLER } from './wake-caller.js';

export interface CommandedRun {
  readonly id: string;
  readonly status: string;
  readonly ended_at: Date | null;
  readonly fault_code: string | null;
  readonly open_steps: readonly { readonly node: string; readonly visit: string; readonly status: string }[];
}

/** What a command to a run must look at and write. */
export class RunCommandRepository {
  constructor(private readonly db: EngineDatabase) {}

  async find(workspaceId: string, runId: string): Promise<CommandedRun | undefined> {
    const rows = await this.db.query<CommandedRun>(workspaceId, {
      name: 'command-run',
      text: `SELECT r.id, r.status, r.ended_at, r.fault -> 'fault' ->> 'code' AS fault_code,
               coalesce((SELECT jsonb_agg(jsonb_build_object('node', s.node_id, 'visit', s.visit, 'status', s.status)) FROM step s
                         WHERE s.run_id = r.id AND s.status IN ('faulted', 'waiting', 'retrying', 'started', 'undo-failed')), '[]') AS open_steps
             FROM run r WHERE r.id = $1`,
      values: [runId],
    });
    return rows[0];
  }

  /** Closes a run that nothing can wake any more, with its waits and its audit row. */
  async closeLost(
    workspaceId: string,
    of: { readonly runId: string; readonly auditId: string; readonly who: Actor; readonly facts: unknown },
  ): Promise<void> {
    await this.db.transaction(workspaceId, async (tx) => {
      const closed = await tx.query(
        `UPDATE run SET status = 'closed-by-person', waiting = NULL, ended_at = now(), updated_at = now() WHERE id = $1 AND ended_at IS NULL`,
        [of.runId],
      );
      if (closed.rowCount !== 1) return;
      await tx.query(`UPDATE wait SET status = 'closed', closed_at = now() WHERE run_id = $1 AND status = 'open'`, [
        of.runId,
      ]);
      await tx.query(
        `INSERT INTO audit (id, workspace_id, who, act, object_kind, object_id, facts) VALUES ($1, $2, $3, 'run.close', 'run', $4, $5)`,
        [of.auditId, workspaceId, JSON.stringify(of.who), of.runId, JSON.stringify(of.facts)],
      );
      await tx.query(WAKE_CALLER({ run: '$1::uuid', workspace: '$2::uuid', news: "'ended'", when: 'true' }), [
        of.runId,
        workspaceId,
      ]);
      await tx.query(`SELECT pg_notify('potok_outbox', ''), pg_notify('potok_live', $1)`, [
        JSON.stringify({ workspaceId, kind: 'run', id: of.runId, runId: of.runId }),
      ]);
    });
  }

  /** The wake and its audit row, together; for a mended step its new input too. */
  async order(
    workspaceId: string,
    of: {
      readonly runId: string;
      readonly wake: Wake;
      readonly auditId: string;
      readonly who: Actor;
      readonly act: string;
      readonly facts: unknown;
      readonly mended?: { readonly node: string; readonly visit: string; readonly input: unknown };
    },
  ): Promise<void> {
    await this.db.transaction(workspaceId, async (tx) => {
      if (of.mended !== undefined) {
        await tx.query('UPDATE step SET input = $4 WHERE run_id = $1 AND node_id = $2 AND visit = $3', [
          of.runId,
          of.mended.node,
          of.mended.visit,
          JSON.stringify(of.mended.input),
        ]);
      }
      await tx.query(`INSERT INTO outbox (workspace_id, run_id, kind, wake) VALUES ($1, $2, 'wake', $3)`, [
        workspaceId,
        of.runId,
        JSON.stringify(of.wake),
      ]);
      await tx.query(
        `INSERT INTO audit (id, workspace_id, who, act, object_kind, object_id, facts) VALUES ($1, $2, $3, $4, 'run', $5, $6)`,
        [of.auditId, workspaceId, JSON.stringify(of.who), of.act, of.runId, JSON.stringify(of.facts)],
      );
      await tx.query(`SELECT pg_notify('potok_outbox', '')`);
    });
  }
}
