import type pg from 'pg';
import type { EngineDatabase } from './engine-database.js';
import { newerState, type DocumentRow, type NewDocument, type NewTitle, type TitleRow } from './document-rows.js';

/**
 * Documents as the worker writes them: number and date once, titles and signatures once, status and its history in one
 * transaction. The only writer of a document's state.
 */
export class DocumentStore {
  constructor(private readonly db: EngineDatabase) {}

  /** Finds the document of this key, or makes it with the number given or the next of its series. */
  async draft(workspaceId: string, order: NewDocument): Promise<DocumentRow> {
    const known = await this.findByKey(workspaceId, order.key);
    if (known !== undefined) return known;
    await this.db.transaction(workspaceId, async (tx) => {
      const counterpartyId = await recordCounterparty(tx, workspaceId, order);
      const number = order.number ?? (await takeNumber(tx, workspaceId, order));
      await tx.query(INSERT_DOCUMENT, [
        order.id,
        workspaceId,
        order.organizationId,
        counterpartyId,
        order.kind,
        order.documentFunction,
        number,
        order.date,
        order.key,
        order.total,
        order.vat,
        JSON.stringify(order.content),
        order.runId,
        order.dealId ?? null,
        order.now,
      ]);
      await recordEvent(tx, {
        workspaceId,
        documentId: order.id,
        id: order.eventId,
        at: order.now,
        kind: 'drafted',
        source: 'potok',
        eventKey: 'drafted',
        facts: {},
      });
      await recordAudit(tx, {
        workspaceId,
        id: order.auditId,
        who: { kind: 'run', id: order.runId },
        act: 'document.drafted',
        documentId: order.id,
        facts: { number },
      });
    });
    return this.get(workspaceId, order.id);
  }

  async findByKey(workspaceId: string, key: string): Promise<DocumentRow | undefined> {
    return this.findBy(workspaceId, { name: 'document-by-key', where: 'd.key = $1', value: key });
  }

  async find(workspaceId: string, id: string): Promise<DocumentRow | undefined> {
    return this.findBy(workspaceId, { name: 'document-by-id', where: 'd.id::text = $1', value: id });
  }

  /** Throws DOCUMENT_NOT_FOUND. */
  async get(workspaceId: string, id: string): Promise<DocumentRow> {
    const found = await this.find(workspaceId, id);
    if (found === undefined) throw new Error(`DOCUMENT_NOT_FOUND ${id}`);
    return found;
  }

  async findAtOperator(
    workspaceId: string,
    at: { readonly boxId: string; readonly messageId: string; readonly entityId: string },
  ): Promise<DocumentRow | undefined> {
    const rows = await this.db.query<DocumentRow>(workspaceId, {
      name: 'document-at-operator',
      text: `${SELECT_DOCUMENT} WHERE d.box_id = $1 AND d.message_id = $2 AND d.entity_id = $3`,
      values: [at.boxId, at.messageId, at.entityId],
    });
    return rows[0];
  }

  /** Adds a title; the same file again is the title that is there. Answers undefined when other bytes hold the name. */
  async addTitle(workspaceId: string, title: NewTitle): Promise<TitleRow | undefined> {
    await this.db.query(workspaceId, {
      name: 'title-add',
      text: `INSERT INTO document_title (id, workspace_id, document_id, role, file_name, sha256, size_bytes, signature_sha256, signature_size_bytes)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (document_id, role, file_name) DO NOTHING`,
      values: [
        title.id,
        workspaceId,
        title.documentId,
        title.role,
        title.fileName,
        title.sha256,
        title.sizeBytes,
        title.signatureSha256 ?? null,
        title.signatureSizeBytes ?? null,
      ],
    });
    const found = (await this.listTitles(workspaceId, title.documentId, title.role)).find(
      (row) => row.file_name === title.fileName,
    );
    return found?.sha256 === title.sha256 ? found : undefined;
  }

  /** The newest title of a role first. */
  async listTitles(workspaceId: string, documentId: string, role: string): Promise<TitleRow[]> {
    return this.db.query<TitleRow>(workspaceId, {
      name: 'titles-of-role',
      text: `SELECT id, role, file_name, sha256, size_bytes, signature_sha256, signature_size_bytes FROM document_title
             WHERE document_id = $1 AND role = $2 ORDER BY created_at DESC, id DESC`,
      values: [documentId, role],
    });
  }

  async addSignature(
    workspaceId: string,
    titleId: string,
    of: { readonly sha256: string; readonly sizeBytes: number; readonly signer: unknown; readonly isTest: boolean },
  ): Promise<void> {
    await this.db.transaction(workspaceId, async (tx) => {
      await tx.query(
        'UPDATE document_title SET signature_sha256 = $2, signature_size_bytes = $3, signer = $4 WHERE id = $1 AND signature_sha256 IS NULL',
        [titleId, of.sha256, of.sizeBytes, JSON.stringify(of.signer)],
      );
      if (of.isTest)
        await tx.query(
          'UPDATE document SET is_test_signature = true WHERE id = (SELECT document_id FROM document_title WHERE id = $1)',
          [titleId],
        );
    });
  }

  /**
   * Changes a document's state by one event: history, state and audit in one transaction. `fold` gets the state under the
   * row's lock. A known event changes nothing. Answers the document as it now stands.
   */
  async applyEvent(workspaceId: string, change: StateChange): Promise<DocumentRow> {
    await this.db.transaction(workspaceId, async (tx) => {
      const { rows } = await tx.query<DocumentRow>(`${SELECT_DOCUMENT} WHERE d.id = $1 FOR UPDATE OF d`, [
        change.documentId,
      ]);
      const [row] = rows;
      if (row === undefined) throw new Error(`DOCUMENT_NOT_FOUND ${change.documentId}`);
      const isNew = await recordEvent(tx, { workspaceId, ...change });
      if (!isNew) return;
      const next = change.fold(row);
      await tx.query(UPDATE_STATE, [
        change.documentId,
        next.delivery,
        next.answer,
        next.annulment,
        next.correction,
        next.headline,
        next.reason ?? null,
        next.answeredAt ?? null,
        newerState(row.exported_at, next.isExported, change.at),
        newerState(row.paid_at, next.isPaid, change.at),
        newerState(row.archived_at, next.isArchived, change.at),
        change.sent?.system ?? null,
        change.sent?.connectionId ?? null,
        change.sent?.boxId ?? null,
        change.sent?.messageId ?? null,
        change.sent?.entityId ?? null,
      ]);
      await recordAudit(tx, {
        workspaceId,
        id: change.auditId,
        who: change.who,
        act: `document.${change.kind}`,
        documentId: change.documentId,
        facts: change.facts,
      });
      await tx.query(`SELECT pg_notify('potok_live', $1)`, [
        JSON.stringify({ workspaceId, kind: 'document', id: change.documentId }),
      ]);
    });
    return this.get(workspaceId, change.documentId);
  }

  /** Throws a draft away: it never left. Its number stays used. */
  async discard(workspaceId: string, key: string, now: Date): Promise<void> {
    await this.db.query(workspaceId, {
      name: 'document-discard',
      text: `UPDATE document SET discarded_at = $2, updated_at = $2 WHERE key = $1 AND discarded_at IS NULL AND delivery NOT IN ('sent', 'confirmed', 'delivered')`,
      values: [key, now],
    });
  }

  private async findBy(
    workspaceId: string,
    by: { readonly name: string; readonly where: string; readonly value: string },
  ): Promise<DocumentRow | undefined> {
    const rows = await this.db.query<DocumentRow>(workspaceId, {
      name: by.name,
      text: `${SELECT_DOCUMENT} WHERE ${by.where}`,
      values: [by.value],
    });
    return rows[0];
  }
}

export interface StateChange {
  readonly documentId: string;
  readonly id: string;
  readonly auditId: string;
  readonly at: Date;
  readonly kind: string;
  readonly source: string;
  readonly eventKey: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly who: Readonly<Record<string, unknown>>;
  readonly sent?: {
    readonly system: string;
    readonly connectionId?: string;
    readonly boxId: string;
    readonly messageId: string;
    readonly entityId: string;
  };
  readonly fold: (row: DocumentRow) => FoldedState;
}
export interface FoldedState {
  readonly delivery: string;
  readonly answer: string;
  readonly annulment: string;
  readonly correction: string;
  readonly headline: string;
  readonly isExported: boolean;
  readonly isPaid: boolean;
  readonly isArchived: boolean;
  readonly reason?: string;
  readonly answeredAt?: string;
}

const SELECT_DOCUMENT = `
SELECT d.id, d.kind, d.document_function, d.organization_id, d.number, to_char(d.date, 'YYYY-MM-DD') AS date, d.revision, d.total::text AS total, d.vat::text AS vat,
  d.content, d.run_id, d.deal_id, d.key, d.delivery, d.answer, d.annulment, d.correction, d.reason, d.answered_at, d.exported_at, d.paid_at, d.archived_at,
  d.system, d.connection_id, d.box_id, d.message_id, d.entity_id, d.created_at, c.name AS counterparty_name, c.inn AS counterparty_inn, c.kpp AS counterparty_kpp
FROM document d JOIN counterparty c ON c.id = d.counterparty_id`;

const INSERT_DOCUMENT = `
INSERT INTO document (id, workspace_id, organization_id, counterparty_id, kind, document_function, number, date, key, total, vat, content, run_id, deal_id, created_at, updated_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15) ON CONFLICT (workspace_id, key) DO NOTHING`;

const UPDATE_STATE = `
UPDATE document SET delivery = $2, answer = $3, annulment = $4, correction = $5, headline = $6, reason = $7, answered_at = $8,
  exported_at = $9, paid_at = $10, archived_at = $11,
  system = coalesce($12, system), connection_id = coalesce($13, connection_id), box_id = coalesce($14, box_id),
  message_id = coalesce($15, message_id), entity_id = coalesce($16, entity_id), updated_at = now()
WHERE id = $1`;

const recordCounterparty = async (tx: pg.PoolClient, workspaceId: string, order: NewDocument): Promise<string> => {
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

const takeNumber = async (tx: pg.PoolClient, workspaceId: string, order: NewDocument): Promise<string> => {
  const { rows } = await tx.query<{ number: string }>(
    `INSERT INTO number_series (workspace_id, organization_id, kind, year, next_number) VALUES ($1, $2, $3, $4, 2)
     ON CONFLICT (organization_id, kind, year) DO UPDATE SET next_number = number_series.next_number + 1
     RETURNING prefix || (next_number - 1)::text AS number`,
    [workspaceId, order.organizationId, order.kind, Number(order.date.slice(0, 4))],
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
const recordEvent = async (tx: pg.PoolClient, event: EventRow): Promise<boolean> => {
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
  readonly who: unknown;
  readonly act: string;
  readonly documentId: string;
  readonly facts: unknown;
}
const recordAudit = (tx: pg.PoolClient, row: AuditRow) =>
  tx.query(
    `INSERT INTO audit (id, workspace_id, who, act, object_kind, object_id, facts) VALUES ($1, $2, $3, $4, 'document', $5, $6)`,
    [row.id, row.workspaceId, JSON.stringify(row.who), row.act, row.documentId, JSON.stringify(row.facts)],
  );
