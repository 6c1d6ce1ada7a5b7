import type { EntityManager } from 'typeorm';
import { countUpTo, type Counted } from '../counted.js';
import { likeAnywhere } from '../like.js';

export interface CounterpartySummary {
  readonly id: string;
  readonly name: string;
  readonly inn: string;
  readonly kpp: string | null;
  readonly documents: number;
  readonly lastDocumentAt: Date | null;
}

interface CounterpartyFilter {
  /** Part of a name or an ИНН. */
  readonly search?: string;
}

const FOUND = '($1::text IS NULL OR c.name ILIKE $1 OR c.inn LIKE $1)';

/** Reads of the other sides; a document's draft writes them. */
export class CounterpartyRepository {
  constructor(private readonly db: EntityManager) {}

  /** Newest first. */
  list(filter: CounterpartyFilter & { before?: string; limit: number }): Promise<CounterpartySummary[]> {
    return this.db.query<CounterpartySummary[]>(
      `SELECT c.id, c.name, c.inn, c.kpp, count(d.id)::int AS documents, max(d.created_at) AS "lastDocumentAt"
         FROM counterparty c
         LEFT JOIN document d ON d.counterparty_id = c.id AND d.discarded_at IS NULL
        WHERE ${FOUND} AND ($2::uuid IS NULL OR c.id < $2)
        GROUP BY c.id ORDER BY c.id DESC LIMIT $3`,
      [likeAnywhere(filter.search), filter.before ?? null, filter.limit],
    );
  }

  count(filter: CounterpartyFilter): Promise<Counted> {
    const text = `SELECT 1 FROM counterparty c WHERE ${FOUND}`;
    return countUpTo(this.db, { text, values: [likeAnywhere(filter.search)] });
  }
}
