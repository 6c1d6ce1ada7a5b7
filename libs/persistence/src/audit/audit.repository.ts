import { LessThan, type EntityManager } from 'typeorm';
import { countUpTo, type Counted } from '../counted.js';
import { insertRow } from '../insert-row.js';
import { newId } from '../new-id.js';
import type { Actor } from './actor.js';
import { AuditRow } from './audit.entity.js';

export interface Act {
  readonly workspaceId: string;
  readonly who: Actor;
  /** Dotted name: `scenario.published`. */
  readonly act: string;
  readonly object: { readonly kind: string; readonly id: string };
  /** Ids and names only, never a secret or a document. */
  readonly facts?: Record<string, unknown>;
}

/** Writes the trail. `tx` is the transaction of the act itself, so that neither stands without the other. */
export const recordAudit = (tx: EntityManager, { workspaceId, who, act, object, facts }: Act): Promise<void> =>
  insertRow(tx, AuditRow, {
    id: newId(),
    workspaceId,
    who,
    act,
    objectKind: object.kind,
    objectId: object.id,
    facts: facts ?? {},
  });

interface AuditFilter {
  readonly object?: { readonly kind: string; readonly id: string };
}

interface ActorsFilter {
  readonly object: { readonly kind: string; readonly id: string };
  readonly acts: readonly string[];
  readonly since: Date;
}

export class AuditRepository {
  constructor(private readonly db: EntityManager) {}

  /** Newest first. */
  list({ before, limit, object }: AuditFilter & { before?: string; limit: number }): Promise<AuditRow[]> {
    return this.db.find(AuditRow, {
      where: {
        ...(before === undefined ? {} : { id: LessThan(before) }),
        ...(object === undefined ? {} : { objectKind: object.kind, objectId: object.id }),
      },
      order: { id: 'DESC' },
      take: limit,
    });
  }

  /** Who did any of these acts on an object since then, the latest first, each once. */
  listActors({ object, acts, since }: ActorsFilter): Promise<{ who: Actor; at: Date }[]> {
    return this.db.query<{ who: Actor; at: Date }[]>(
      `SELECT (array_agg(who ORDER BY id DESC))[1] AS who, max(at) AS at FROM audit
        WHERE object_kind = $1 AND object_id = $2 AND act = ANY($3) AND at > $4
        GROUP BY who->>'kind', who->>'id' ORDER BY max(at) DESC LIMIT 50`,
      [object.kind, object.id, acts, since],
    );
  }

  count({ object }: AuditFilter): Promise<Counted> {
    return countUpTo(this.db, {
      text: 'SELECT 1 FROM audit WHERE ($1::text IS NULL OR (object_kind = $1 AND object_id = $2))',
      values: [object?.kind ?? null, object?.id ?? null],
    });
  }
}
