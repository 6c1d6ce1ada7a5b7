import type { EngineDatabase } from './engine-database.js';

/** A page of a list: rows with an id greater than `after`, which have stood so since `before`. */
export interface GapPage {
  readonly after: string;
  readonly before: Date;
  readonly limit: number;
}
export interface StuckOrderRow {
  readonly id: string;
  readonly run_id: string;
  readonly kind: 'start' | 'wake';
  readonly attempts: number;
  readonly created_at: Date;
  /** Put off further than the relay ever does, or overdue and taken by nobody. */
  readonly is_forgotten: boolean;
}
export interface StuckDeliveryRow {
  readonly id: string;
  readonly source: string;
  readonly attempts: number;
  readonly received_at: Date;
  readonly is_forgotten: boolean;
}
export interface GapWaitRow {
  readonly id: string;
  readonly run_id: string;
  readonly node_id: string;
  readonly visit: string;
  readonly event: string;
}
export interface OpenRunRow {
  readonly id: string;
  readonly status: string;
  readonly has_start: boolean;
  readonly has_steps: boolean;
  readonly fault_code: string | null;
  readonly updated_at: Date;
}

/** Orders wait seconds and deliveries minutes before they are tried again, never longer. */
const ORDER_PAUSE = '5 minutes';
const DELIVERY_PAUSE = '15 minutes';
/** Tried as often as this, it will hardly succeed by itself. */
const TRIED_OFTEN = 10;
const forgotten = (pause: string): string =>
  `(next_try_at > now() + interval '${pause}' OR next_try_at < now() - interval '${pause}')`;

/** What of ours does not fit together: lists of gaps, a page at a time. */
export class ReconcileGapsRepository {
  constructor(private readonly db: EngineDatabase) {}

  async listStuckOrders(workspaceId: string, page: GapPage): Promise<StuckOrderRow[]> {
    return this.db.query<StuckOrderRow>(workspaceId, {
      name: 'gap-orders',
      text: `SELECT id, run_id, kind, attempts, created_at,
               ${forgotten(ORDER_PAUSE)} AS is_forgotten
             FROM outbox WHERE workspace_id = $1 AND id > $2::bigint AND created_at < $3
               AND (attempts >= ${TRIED_OFTEN} OR ${forgotten(ORDER_PAUSE)}) ORDER BY id LIMIT $4`,
      values: [workspaceId, page.after, page.before, page.limit],
    });
  }

  async listStuckDeliveries(workspaceId: string, page: GapPage): Promise<StuckDeliveryRow[]> {
    return this.db.query<StuckDeliveryRow>(workspaceId, {
      name: 'gap-deliveries',
      text: `SELECT id, source, attempts, received_at,
               ${forgotten(DELIVERY_PAUSE)} AS is_forgotten
             FROM inbox WHERE workspace_id = $1 AND status = 'new' AND id > $2 AND received_at < $3
               AND (attempts >= ${TRIED_OFTEN} OR ${forgotten(DELIVERY_PAUSE)}) ORDER BY id LIMIT $4`,
      values: [workspaceId, page.after, page.before, page.limit],
    });
  }

  /** Kept because nothing waited for them or their document was unknown, which is no longer so. */
  async listKeptDeliveries(workspaceId: string, page: GapPage): Promise<StuckDeliveryRow[]> {
    return this.db.query<StuckDeliveryRow>(workspaceId, {
      name: 'gap-kept',
      text: `SELECT i.id, i.source, i.attempts, i.received_at, true AS is_forgotten FROM inbox i
             WHERE i.workspace_id = $1 AND i.status = 'kept' AND i.id > $2 AND i.received_at < $3
               AND (EXISTS (SELECT FROM wait w WHERE w.id = i.endpoint_id AND w.status = 'open')
                 OR i.source = 'operator' AND EXISTS (
                   SELECT FROM document d WHERE d.workspace_id = i.workspace_id AND d.box_id = i.body ->> 'boxId'
                      AND d.message_id = i.body ->> 'messageId' AND d.entity_id = i.body ->> 'documentEntityId'))
             ORDER BY i.id LIMIT $4`,
      values: [workspaceId, page.after, page.before, page.limit],
    });
  }

  async listWaitsWithoutRun(workspaceId: string, page: GapPage): Promise<GapWaitRow[]> {
    return this.db.query<GapWaitRow>(workspaceId, {
      name: 'gap-waits',
      text: `SELECT w.id, w.run_id, w.node_id, w.visit, w.event FROM wait w JOIN run r ON r.id = w.run_id
             WHERE w.workspace_id = $1 AND w.status = 'open' AND w.id > $2 AND r.ended_at < $3 ORDER BY w.id LIMIT $4`,
      values: [workspaceId, page.after, page.before, page.limit],
    });
  }

  /** News that lie with an open wait, and no order to wake its run is on the way. */
  async listNewsNotTaken(workspaceId: string, page: GapPage): Promise<GapWaitRow[]> {
    return this.db.query<GapWaitRow>(workspaceId, {
      name: 'gap-news',
      text: `SELECT w.id, w.run_id, w.node_id, w.visit, w.event FROM wait w JOIN run r ON r.id = w.run_id
             WHERE w.workspace_id = $1 AND w.status = 'open' AND w.id > $2 AND r.ended_at IS NULL AND r.status IN ('waiting', 'running')
               AND EXISTS (SELECT FROM wait_news n WHERE n.wait_id = w.id AND NOT n.is_taken AND n.at < $3)
               AND NOT EXISTS (SELECT FROM outbox o WHERE o.run_id = w.run_id)
             ORDER BY w.id LIMIT $4`,
      values: [workspaceId, page.after, page.before, page.limit],
    });
  }

  async listOpenRuns(workspaceId: string, status: string, page: GapPage): Promise<OpenRunRow[]> {
    return this.db.query<OpenRunRow>(workspaceId, {
      name: 'gap-runs',
      text: `SELECT r.id, r.status, r.fault -> 'fault' ->> 'code' AS fault_code, r.updated_at,
               EXISTS (SELECT FROM outbox o WHERE o.run_id = r.id AND o.kind = 'start') AS has_start,
               EXISTS (SELECT FROM step s WHERE s.run_id = r.id) AS has_steps
             FROM run r WHERE r.workspace_id = $1 AND r.status = $5 AND r.id > $2 AND r.ended_at IS NULL
               AND (r.updated_at < $3 OR r.fault -> 'fault' ->> 'code' = 'RUN_LOST')
             ORDER BY r.id LIMIT $4`,
      values: [workspaceId, page.after, page.before, page.limit, status],
    });
  }
}
