import type { EntityManager } from 'typeorm';
import { countUpTo, type Counted } from '../counted.js';
import { newId } from '../new-id.js';
import { OF_THIS_WORKSPACE } from '../of-this-workspace.js';
import { InboxRow } from './inbox.entity.js';
import type { InboxReason, InboxSource, InboxStatus } from './inbox-words.js';

export interface DeliverySummary {
  readonly id: string;
  readonly receivedAt: Date;
  readonly source: InboxSource;
  readonly endpointName: string | null;
  readonly status: InboxStatus;
  readonly reason: InboxReason | null;
  readonly runId: string | null;
  readonly replayOf: string | null;
  readonly scenarioId: string | null;
}

export interface DeliveryFilter {
  readonly statuses?: readonly InboxStatus[];
  readonly sources?: readonly InboxSource[];
  readonly scenarioId?: string;
}

interface NewStart {
  readonly workspaceId: string;
  readonly scenarioId: string;
  readonly source: 'manual' | 'api';
  /** Of an API call: a repeat starts nothing and answers as the first. */
  readonly eventKey?: string;
  readonly body: unknown;
}

const FOUND = `${OF_THIS_WORKSPACE('i')} AND ($1::text[] IS NULL OR i.status = ANY($1)) AND ($2::text[] IS NULL OR i.source = ANY($2))
          AND ($3::uuid IS NULL OR i.scenario_id = $3)`;

/** What came in, as people look at it; and what they send in themselves. */
export class DeliveryRepository {
  constructor(private readonly db: EntityManager) {}

  /** Newest first. */
  list({ before, limit, ...filter }: DeliveryFilter & { before?: string; limit: number }): Promise<DeliverySummary[]> {
    return this.db.query<DeliverySummary[]>(
      `SELECT i.id, i.received_at AS "receivedAt", i.source, coalesce(e.name, s.name) AS "endpointName", i.status, i.reason,
              i.run_id AS "runId", i.replay_of AS "replayOf", i.scenario_id AS "scenarioId"
         FROM inbox i
         LEFT JOIN endpoint e ON e.id = i.endpoint_id AND e.name <> ''
         LEFT JOIN scenario s ON s.id = i.scenario_id
        WHERE ${FOUND} AND ($4::uuid IS NULL OR i.id < $4)
        ORDER BY i.id DESC LIMIT $5`,
      [...valuesOf(filter), before ?? null, limit],
    );
  }

  count(filter: DeliveryFilter): Promise<Counted> {
    return countUpTo(this.db, { text: `SELECT 1 FROM inbox i WHERE ${FOUND}`, values: valuesOf(filter) });
  }

  /** Calls to a scenario's hook and to its test address, newest first. Ids begin with the time, so the list is short to find. */
  listHeard(scenarioId: string, { since, limit }: { since: Date; limit: number }): Promise<InboxRow[]> {
    return this.db
      .createQueryBuilder(InboxRow, 'i')
      .where(`${OF_THIS_WORKSPACE('i')} AND i.id >= :from AND i.source = 'webhook' AND i.scenario_id = :scenarioId`, {
        from: firstIdAt(since),
        scenarioId,
      })
      .orderBy('i.id', 'DESC')
      .take(limit)
      .getMany();
  }

  async find(id: string): Promise<InboxRow | undefined> {
    return (await this.db.findOne(InboxRow, { where: { id } })) ?? undefined;
  }

  async endpointName(endpointId: string): Promise<string | undefined> {
    const rows = await this.db.query<{ name: string }[]>('SELECT name FROM endpoint WHERE id = $1', [endpointId]);
    return rows[0]?.name;
  }

  /** A start by hand or by the API. Answers the delivery that now stands for it. */
  async addStart({ workspaceId, scenarioId, source, eventKey, body }: NewStart): Promise<string> {
    const id = newId();
    const text = JSON.stringify(body);
    const scope = `${source}:${scenarioId}`;
    const rows = await this.db.query<{ id: string }[]>(
      `INSERT INTO inbox (id, workspace_id, source, scenario_id, scope, event_key, body, size_bytes)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (workspace_id, scope, event_key) DO UPDATE SET scope = excluded.scope RETURNING id`,
      [id, workspaceId, source, scenarioId, scope, eventKey ?? id, text, Buffer.byteLength(text)],
    );
    await this.tell();
    return rows[0]?.id ?? id;
  }

  /** The same delivery once more, with a mark and a key of its own; admission decides anew. */
  async replay(of: InboxRow): Promise<string> {
    const id = newId();
    await this.db.query(
      `INSERT INTO inbox (id, workspace_id, source, endpoint_id, scenario_id, connection_id, scope, event_key, headers,
                          content_type, body, raw, size_bytes, replay_of)
       SELECT $1::uuid, workspace_id, 'replay', endpoint_id, scenario_id, connection_id, scope, 'replay:' || $1::uuid, headers - 'idempotency-key',
              content_type, body, raw, size_bytes, id
         FROM inbox WHERE id = $2`,
      [id, of.id],
    );
    await this.tell();
    return id;
  }

  private async tell(): Promise<void> {
    await this.db.query(`SELECT pg_notify('potok_inbox', 'starts')`);
  }
}

const valuesOf = ({ statuses, sources, scenarioId }: DeliveryFilter): readonly unknown[] => [
  statuses ?? null,
  sources ?? null,
  scenarioId ?? null,
];

/** The least UUIDv7 of a moment. */
const firstIdAt = (at: Date): string => {
  const hex = at.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7000-8000-000000000000`;
};
