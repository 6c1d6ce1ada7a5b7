import type { EngineDatabase } from './engine-database.js';
import type { GapWaitRow } from './reconcile-gaps.repository.js';

/** The row of the trail that goes with what is put right. */
export interface MendTrail {
  readonly id: string;
  readonly act: string;
  readonly object: { readonly kind: string; readonly id: string };
  readonly facts: unknown;
}

interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What a reconciliation puts right or stops, each with its row in the trail. All may be done twice; false: nothing was there to do. */
export class ReconcileMendsRepository {
  constructor(private readonly db: EngineDatabase) {}

  /** Hands an order to the relay again: a start has the run's id and a wake its own, so a repeat is harmless. */
  orderAgain(workspaceId: string, id: string, trail: MendTrail): Promise<boolean> {
    return this.mend(workspaceId, trail, {
      text: `WITH due AS (UPDATE outbox SET next_try_at = now() WHERE id = $1 RETURNING 1) SELECT pg_notify('potok_outbox', '') FROM due`,
      values: [id],
    });
  }

  /** Lets admission look at a delivery anew, whatever it decided before. */
  deliverAgain(workspaceId: string, id: string, trail: MendTrail): Promise<boolean> {
    return this.mend(workspaceId, trail, {
      text: `WITH due AS (
               UPDATE inbox SET status = 'new', reason = NULL, attempts = 0, next_try_at = now() WHERE id = $1 RETURNING 1
             ) SELECT pg_notify('potok_inbox', '') FROM due`,
      values: [id],
    });
  }

  /** An event of an operator that never came, as its poller would have put it in. */
  deliverLost(
    workspaceId: string,
    event: {
      readonly id: string;
      readonly connectionId: string;
      readonly scope: string;
      readonly eventKey: string;
      readonly body: unknown;
    },
    trail: MendTrail,
  ): Promise<boolean> {
    return this.mend(workspaceId, trail, {
      text: `WITH came AS (
               INSERT INTO inbox (id, workspace_id, source, connection_id, scope, event_key, body, size_bytes)
               VALUES ($1, $2, 'operator', $3, $4, $5, $6::jsonb, length($6::text)) ON CONFLICT (workspace_id, scope, event_key) DO NOTHING RETURNING 1
             ) SELECT pg_notify('potok_inbox', '') FROM came`,
      values: [event.id, workspaceId, event.connectionId, event.scope, event.eventKey, JSON.stringify(event.body)],
    });
  }

  closeWait(workspaceId: string, id: string, trail: MendTrail): Promise<boolean> {
    return this.mend(workspaceId, trail, {
      text: `UPDATE wait SET status = 'closed', closed_at = now() WHERE id = $1 AND status = 'open'`,
      values: [id],
    });
  }

  /** A wake with an id of its own: the one that was lost may have been counted as seen. */
  wake(workspaceId: string, wait: GapWaitRow, trail: MendTrail): Promise<boolean> {
    return this.mend(workspaceId, trail, {
      text: `WITH ordered AS (
               INSERT INTO outbox (workspace_id, run_id, kind, wake)
               VALUES ($1, $2, 'wake', jsonb_build_object('id', $5::text, 'kind', 'event', 'node', $3::text, 'visit', $4::text)) RETURNING 1
             ) SELECT pg_notify('potok_outbox', '') FROM ordered`,
      values: [workspaceId, wait.run_id, wait.node_id, wait.visit, `reconcile/${trail.id}`],
    });
  }

  /** Orders the start of a run that has none on the way. */
  startAgain(workspaceId: string, runId: string, trail: MendTrail): Promise<boolean> {
    return this.mend(workspaceId, trail, {
      text: `WITH ordered AS (
               INSERT INTO outbox (workspace_id, run_id, kind)
               SELECT $1, r.id, 'start' FROM run r WHERE r.id = $2 AND r.ended_at IS NULL
                  AND NOT EXISTS (SELECT FROM outbox o WHERE o.run_id = r.id AND o.kind = 'start') RETURNING 1
             ) SELECT pg_notify('potok_outbox', '') FROM ordered`,
      values: [workspaceId, runId],
    });
  }

  /**
   * Stops a run, whose workflow is gone, for a person. Nothing can wake it any more, so the orders to do so go; what is left
   * of a segment writes nothing more, so its fences are raised. False when the run has ended or moved since `before`.
   */
  parkLost(
    workspaceId: string,
    of: { readonly runId: string; readonly before: Date; readonly fault: unknown },
    trail: MendTrail,
  ): Promise<boolean> {
    return this.mend(workspaceId, trail, {
      text: `WITH last AS (
               SELECT coalesce(max(node_id), '') AS node, coalesce(max(visit), '0') AS visit
               FROM (SELECT node_id, visit FROM step WHERE run_id = $2 ORDER BY seq DESC LIMIT 1) s
             ), parked AS (
               UPDATE run SET status = 'needs-a-person', waiting = NULL, updated_at = now(),
                 fault = jsonb_build_object('node', last.node, 'visit', last.visit, 'fault', $4::jsonb)
               FROM last WHERE id = $2 AND ended_at IS NULL AND updated_at < $3 RETURNING id
             ), dropped AS (
               DELETE FROM outbox WHERE run_id = $2 AND EXISTS (SELECT FROM parked)
             ), fenced AS (
               UPDATE segment_fence SET fence = fence + 1 WHERE run_id = $2 AND EXISTS (SELECT FROM parked)
             )
             SELECT pg_notify('potok_live', jsonb_build_object('workspaceId', $1::text, 'kind', 'run', 'id', id, 'runId', id)::text) FROM parked`,
      values: [workspaceId, of.runId, of.before, JSON.stringify(of.fault)],
    });
  }

  private mend(workspaceId: string, trail: MendTrail, statement: Statement): Promise<boolean> {
    return this.db.transaction(workspaceId, async (tx) => {
      const { rowCount } = await tx.query(statement.text, [...statement.values]);
      if (rowCount === null || rowCount === 0) return false;
      await tx.query(
        `INSERT INTO audit (id, workspace_id, who, act, object_kind, object_id, facts)
         VALUES ($1, $2, '{"kind":"system","name":"reconcile"}', $3, $4, $5, $6)`,
        [trail.id, workspaceId, trail.act, trail.object.kind, trail.object.id, JSON.stringify(trail.facts)],
      );
      return true;
    });
  }
}
