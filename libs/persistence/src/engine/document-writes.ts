import type pg from 'pg';
import type { Actor } from '../audit/actor.js';
import type { NewDocument } from './document-rows.js';

export const SELECT_DOCUMENT = `
SELECT d.id, d.kind, d.document_function, d.organization_id, d.number, to_char(d.date, 'YYYY-MM-DD') AS date, d.revision, d.total::text AS total, d.vat::text AS vat,
  d.content, d.run_id, d.deal_id, d.key, d.delivery, d.answer, d.annulment, d.correction, d.reason, d.answered_at, d.exported_at, d.paid_at, d.archived_at,
  d.system, d.connection_id, d.box_id, d.message_id, d.entity_id, d.created_at, c.name AS counterparty_name, c.inn AS counterparty_inn, c.kpp AS counterparty_kpp
FROM document d JOIN counterparty c ON c.id = d.counterparty_id`;

export const INSERT_DOCUMENT = `
INSERT INTO document (id, workspace_id, organization_id, counterparty_id, kind, document_function, number, date, key, total, vat, content, run_id, deal_id, created_at, updated_at, is_trial)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15, coalesce((SELECT mode = 'trial' FROM run WHERE id = $13), false)) ON CONFLICT (workspace_id, key) DO NOTHING`;

/** What lists and search show of a run: the document that it is about. */
export const TELL_RUN = `
UPDATE run SET document_number = $2, counterparty_inn = $3, counterparty_name = $4, deal_id = coalesce(deal_id, $5) WHERE id = $1`;

export const UPDATE_STATE = `
UPDATE document SET delivery = $2, answer = $3, annulment = $4, correction = $5, headline = $6, reason = $7, answered_at = $8,
  exported_at = $9, paid_at = $10, archived_at = $11,
  system = coalesce($12, system), connection_id = coalesce($13, connection_id), box_id = coalesce($14, box_id),
  message_id = coalesce($15, message_id), entity_id = coalesce($16, entity_id), updated_at = now()
WHERE id = $1`;

/**
 * What the operator has told of a message before its send was known here: it was kept, or put off ever longer, and is due now.
 */
export const TAKE_UP_KEPT = `
WITH taken AS (
  UPDATE inbox SET status = 'new', reason = NULL, attempts = 0, next_try_at = now()
  WHERE workspace_id = $1::uuid AND source = 'operator' AND body ->> 'messageId' = $3 AND body ->> 'boxId' = $2
    AND (status = 'kept' OR status = 'new' AND reason ->> 'code' = 'DOCUMENT_NOT_YET_KNOWN') RETURNING 1
)
SELECT pg_notify('potok_inbox', '') FROM taken LIMIT 1`;

export const recordCounterparty = async (
  tx: pg.PoolClient,
  workspaceId: string,
  order: NewDocument,
): Promise<string> => {
  const { rows } = await tx.query<{ id: string }>(
    `INSERT INTO counterparty (id, workspace_id, inn, kpp, name) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (workspace_id, inn, coalesce(kpp, '')) DO UPDATE SET name = excluded.name, updated_at = now() RETURNING id`,
    [
      order.counterpartyId,
      workspaceId,
      order.counterparty.inn,
      order.counterparty.kpp ?? null,
      order.counterparty.name,
    ],
  );
  return rows[0]?.id ?? order.counterpartyId;
};

/** Documents of trial runs have a series of their own: they leave no gap in the real one. */
export const takeNumber = async (tx: pg.PoolClient, workspaceId: string, order: NewDocument): Promise<string> => {
  const { rows } = await tx.query<{ number: string }>(
    `INSERT INTO number_series (workspace_id, organization_id, kind, year, prefix, next_number)
     SELECT $1::uuid, $2::uuid, CASE WHEN is_trial THEN $3::text || '/trial' ELSE $3::text END, $4::int, CASE WHEN is_trial THEN 'ПРОБ-' ELSE '' END, 2
       FROM (SELECT coalesce((SELECT mode = 'trial' FROM run WHERE id = $5::uuid), false) AS is_trial) run
     ON CONFLICT (organization_id, kind, year) DO UPDATE SET next_number = number_series.next_number + 1
     RETURNING prefix || (next_number - 1)::text AS number`,
    [workspaceId, order.organizationId, order.kind, Number(order.date.slice(0, 4)), order.runId],
  );
  return rows[0]?.number ?? '';
};

interface EventRow {
  readonly workspaceId: string;
  readonly documentId: string;
  readonly id: string;
  readonly at: Date;
  readonly kind: string;
  readonly source: string;
  readonly eventKey: string;
  readonly facts: Readonly<Record<string, unknown>>;
}
export const recordEvent = async (tx: pg.PoolClient, event: EventRow): Promise<boolean> => {
  const { rowCount } = await tx.query(
    `INSERT INTO document_event (id, workspace_id, document_id, at, kind, source, event_key, facts) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (document_id, event_key) DO NOTHING`,
    [
      event.id,
      event.workspaceId,
      event.documentId,
      event.at,
      event.kind,
      event.source,
      event.eventKey,
      JSON.stringify(event.facts),
    ],
  );
  return rowCount === 1;
};

interface AuditRow {
  readonly workspaceId: string;
  readonly id: string;
  readonly who: Actor;
  readonly act: string;
  readonly documentId: string;
  readonly facts: unknown;
}
export const recordAudit = (tx: pg.PoolClient, row: AuditRow) =>
  tx.query(
    `INSERT INTO audit (id, workspace_id, who, act, object_kind, object_id, facts) VALUES ($1, $2, $3, $4, 'document', $5, $6)`,
    [row.id, row.workspaceId, JSON.stringify(row.who), row.act, row.documentId, JSON.stringify(row.facts)],
  );
