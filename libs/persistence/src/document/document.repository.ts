import type { DocumentKind, Headline } from '@potok/contracts';
import { type EntityManager } from 'typeorm';
import { countUpTo, type Counted } from '../counted.js';
import { likeAnywhere } from '../like.js';
import { DocumentEventRow } from './document-event.entity.js';
import { DocumentTitleRow } from './document-title.entity.js';
import { DocumentRow } from './document.entity.js';

/** A document with the names of both sides, without its content. */
export interface DocumentSummary extends Omit<
  DocumentRow,
  'content' | 'workspaceId' | 'counterpartyId' | 'key' | 'system' | 'connectionId' | 'boxId' | 'messageId' | 'entityId'
> {
  readonly organizationName: string;
  readonly organizationInn: string;
  readonly counterpartyName: string;
  readonly counterpartyInn: string;
  readonly counterpartyKpp: string | null;
}

export interface DocumentFilter {
  readonly headlines?: readonly Headline[];
  readonly kind?: DocumentKind;
  readonly organizationId?: string;
  readonly counterpartyId?: string;
  readonly runId?: string;
  /** Of trial runs, or of all others. */
  readonly isTrial?: boolean;
  /** Part of a number, an ИНН, a counterparty's name or a deal id. */
  readonly search?: string;
  readonly from?: string;
  readonly to?: string;
}

const SUMMARY = `
  SELECT d.id, d.organization_id AS "organizationId", d.kind, d.document_function AS "documentFunction", d.number,
         d.date::text AS date, d.revision, d.total::text AS total, d.vat::text AS vat, d.run_id AS "runId",
         d.deal_id AS "dealId", d.is_test_signature AS "isTestSignature", d.is_trial AS "isTrial", d.delivery, d.answer, d.annulment, d.correction,
         d.headline, d.reason, d.answered_at AS "answeredAt", d.exported_at AS "exportedAt", d.paid_at AS "paidAt",
         d.archived_at AS "archivedAt", d.discarded_at AS "discardedAt", d.created_at AS "createdAt",
         d.updated_at AS "updatedAt", o.name AS "organizationName", o.inn AS "organizationInn",
         c.name AS "counterpartyName", c.inn AS "counterpartyInn", c.kpp AS "counterpartyKpp"
    FROM document d
    JOIN organization o ON o.id = d.organization_id
    JOIN counterparty c ON c.id = d.counterparty_id`;

// Also what it found again by its keys, because a run that it repeats had made it.
const OF_RUN = `SELECT id FROM document WHERE run_id = $4
          UNION SELECT made.id FROM step s JOIN document made ON made.workspace_id = s.workspace_id AND made.key = s.key
           WHERE s.run_id = $4 AND s.key <> ''`;

const FOUND = `d.discarded_at IS NULL
          AND ($1::text[] IS NULL OR d.headline = ANY($1)) AND ($2::uuid IS NULL OR d.organization_id = $2)
          AND ($3::uuid IS NULL OR d.counterparty_id = $3) AND ($4::uuid IS NULL OR d.id IN (${OF_RUN}))
          AND ($5::text IS NULL OR d.number ILIKE $5 OR c.inn LIKE $5 OR c.name ILIKE $5 OR d.deal_id LIKE $5)
          AND ($6::date IS NULL OR d.date >= $6) AND ($7::date IS NULL OR d.date <= $7)
          AND ($8::text IS NULL OR d.kind = $8) AND ($9::boolean IS NULL OR d.is_trial = $9)`;

const valuesOf = (filter: DocumentFilter): readonly unknown[] => [
  filter.headlines ?? null,
  filter.organizationId ?? null,
  filter.counterpartyId ?? null,
  filter.runId ?? null,
  likeAnywhere(filter.search),
  filter.from ?? null,
  filter.to ?? null,
  filter.kind ?? null,
  filter.isTrial ?? null,
];

/** Reads of documents for people; the worker writes them. */
export class DocumentRepository {
  constructor(private readonly db: EntityManager) {}

  /** Newest first; thrown-away drafts are left out. */
  list({ before, limit, ...filter }: DocumentFilter & { before?: string; limit: number }): Promise<DocumentSummary[]> {
    return this.db.query<DocumentSummary[]>(
      `${SUMMARY} WHERE ${FOUND} AND ($10::uuid IS NULL OR d.id < $10) ORDER BY d.id DESC LIMIT $11`,
      [...valuesOf(filter), before ?? null, limit],
    );
  }

  count(filter: DocumentFilter, upTo?: number): Promise<Counted> {
    const text = `SELECT 1 FROM document d JOIN counterparty c ON c.id = d.counterparty_id WHERE ${FOUND}`;
    return countUpTo(this.db, { text, values: valuesOf(filter) }, upTo);
  }

  async find(id: string): Promise<DocumentSummary | undefined> {
    const rows = await this.db.query<DocumentSummary[]>(`${SUMMARY} WHERE d.id = $1`, [id]);
    return rows[0];
  }

  listTitles(documentId: string): Promise<DocumentTitleRow[]> {
    return this.db.find(DocumentTitleRow, { where: { documentId }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  listEvents(documentId: string): Promise<DocumentEventRow[]> {
    return this.db.find(DocumentEventRow, { where: { documentId }, order: { at: 'ASC', id: 'ASC' } });
  }
}
