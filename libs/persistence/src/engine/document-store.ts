import type { Actor } from '../audit/actor.js';
import type { TitleSigner } from '../document/document-title.entity.js';
import type { EngineDatabase } from './engine-database.js';
import { newerState, type DocumentRow, type NewDocument, type NewTitle, type TitleRow } from './document-rows.js';
import {
  INSERT_DOCUMENT,
  recordAudit,
  recordCounterparty,
  recordEvent,
  SELECT_DOCUMENT,
  TAKE_UP_KEPT,
  takeNumber,
  TELL_RUN,
  UPDATE_STATE,
} from './document-writes.js';

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
      await tx.query(TELL_RUN, [
        order.runId,
        number,
        order.counterparty.inn,
        order.counterparty.name,
        order.dealId ?? null,
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
      text: `INSERT INTO document_title (id, workspace_id, document_id, role, file_name, sha256, size_bytes, signature_sha256, signature_size_bytes, signer, answers)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING`,
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
        title.signer === undefined ? null : JSON.stringify(title.signer),
        title.answers ?? null,
      ],
    });
    const found = (await this.listTitles(workspaceId, title.documentId, title.role)).find(
      (row) => row.file_name === title.fileName,
    );
    return found?.sha256 === title.sha256 ? found : undefined;
  }

  /** The file that was made first in answer to one of the operator's. */
  async findAnswer(
    workspaceId: string,
    of: { readonly documentId: string; readonly role: string; readonly answers: string },
  ): Promise<TitleRow | undefined> {
    const rows = await this.db.query<TitleRow>(workspaceId, {
      name: 'title-answer',
      text: `SELECT id, role, file_name, sha256, size_bytes, signature_sha256, signature_size_bytes FROM document_title
             WHERE document_id = $1 AND role = $2 AND answers = $3`,
      values: [of.documentId, of.role, of.answers],
    });
    return rows[0];
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
    of: {
      readonly sha256: string;
      readonly sizeBytes: number;
      readonly signer: TitleSigner | undefined;
      readonly isTest: boolean;
    },
  ): Promise<void> {
    await this.db.transaction(workspaceId, async (tx) => {
      await tx.query(
        'UPDATE document_title SET signature_sha256 = $2, signature_size_bytes = $3, signer = $4 WHERE id = $1 AND signature_sha256 IS NULL',
        [titleId, of.sha256, of.sizeBytes, of.signer === undefined ? null : JSON.stringify(of.signer)],
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
      await tx.query(UPDATE_STATE, stateValues(row, change));
      if (change.sent !== undefined)
        await tx.query(TAKE_UP_KEPT, [workspaceId, change.sent.boxId, change.sent.messageId]);
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
  readonly who: Actor;
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

const stateValues = (row: DocumentRow, change: StateChange): unknown[] => {
  const next = change.fold(row);
  const { sent } = change;
  return [
    change.documentId,
    next.delivery,
    next.answer,
    next.annulment,
    next.correction,
    next.headline,
    next.reason,
    next.answeredAt,
    newerState(row.exported_at, next.isExported, change.at),
    newerState(row.paid_at, next.isPaid, change.at),
    newerState(row.archived_at, next.isArchived, change.at),
    sent?.system,
    sent?.connectionId,
    sent?.boxId,
    sent?.messageId,
    sent?.entityId,
  ].map((value) => value ?? null);
};
