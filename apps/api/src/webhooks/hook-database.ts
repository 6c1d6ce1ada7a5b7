import { CHANNELS } from '@potok/contracts/names';
import type { Proof } from '@potok/contracts';
import { Gathered } from '@potok/persistence';
import pg from 'pg';

export interface HookEndpoint {
  readonly id: string;
  readonly workspaceId: string;
  readonly kind: 'hook' | 'callback' | 'test';
  readonly scenarioId: string | null;
  readonly proof: Proof;
  readonly sameAs: string | null;
  readonly isEnabled: boolean;
  /** Of a test address. */
  readonly expiresAt: Date | null;
  readonly sealedKey: Buffer | null;
}

export interface NewDelivery {
  readonly id: string;
  readonly endpoint: HookEndpoint;
  readonly eventKey: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly contentType: string;
  /** JSON text: PostgreSQL keeps its numbers exactly. */
  readonly body: string | null;
  readonly raw: Uint8Array | null;
  readonly sizeBytes: number;
}

/** The delivery that now stands for a call. */
interface Stored {
  readonly deliveryId: string;
  readonly isRepeat: boolean;
}

/** What came to a test address is settled as it is stored: no worker ever looks at it. */
const TEST_REASON = JSON.stringify({ code: 'TEST_DELIVERY', facts: {} });

// Says once what has come, news of runs apart from what may begin one, in the transaction that stores it.
const INSERT = `
  WITH delivery AS (
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::bytea[], $12::int[], $13::text[], $14::text[])
      AS x(id, workspace_id, source, endpoint_id, scenario_id, scope, event_key, headers, content_type, body, raw, size_bytes, status, reason)
  ), stored AS (
    INSERT INTO inbox (id, workspace_id, source, endpoint_id, scenario_id, scope, event_key, headers, content_type, body, raw, size_bytes, status, reason)
    SELECT id, workspace_id, source, endpoint_id, scenario_id, scope, event_key, headers::jsonb, content_type, body::jsonb, raw, size_bytes, status, reason::jsonb FROM delivery
    ON CONFLICT (workspace_id, scope, event_key) DO NOTHING RETURNING id
  ), told AS (
    SELECT pg_notify('${CHANNELS.inbox}', kind)
    FROM (SELECT DISTINCT CASE source WHEN 'callback' THEN 'news' ELSE 'starts' END AS kind FROM delivery WHERE status = 'new' AND id IN (SELECT id FROM stored)) AS kinds
  )
  SELECT id, (SELECT count(*) FROM told) FROM stored`;

/**
 * The pool of `potok_hook`, which reads endpoints, inserts into the inbox, and can do nothing else. Calls that come at the
 * same time are looked up, and stored, as one.
 */
export class HookDatabase {
  private readonly pool: pg.Pool;
  private readonly endpoints = new Gathered<string, HookEndpoint | undefined>((kind, tokens) =>
    this.findAll(kind, tokens),
  );
  private readonly deliveries = new Gathered<NewDelivery, Stored>((_all, deliveries) => this.storeAll(deliveries));

  constructor(url: string, poolSize = 10) {
    this.pool = new pg.Pool({
      connectionString: url,
      max: poolSize,
      application_name: 'potok-hook',
      connectionTimeoutMillis: 3_000,
    });
    // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
    this.pool.on('error', () => undefined);
  }

  findEndpoint(kind: HookEndpoint['kind'], token: string): Promise<HookEndpoint | undefined> {
    return this.endpoints.one(kind, token);
  }

  /** Stores once per key. Answers the delivery that stands for it: a repeat answers the first. */
  store(delivery: NewDelivery): Promise<Stored> {
    return this.deliveries.one('', delivery);
  }

  private async findAll(kind: string, tokens: readonly string[]): Promise<(HookEndpoint | undefined)[]> {
    const { rows } = await this.pool.query<HookEndpoint & { readonly token: string }>({
      name: 'hook-endpoint',
      text: `SELECT e.id, e.workspace_id AS "workspaceId", e.kind, e.scenario_id AS "scenarioId", e.proof,
                    e.same_as AS "sameAs", e.is_enabled AS "isEnabled", e.expires_at AS "expiresAt", k.sealed AS "sealedKey", e.token
               FROM endpoint e LEFT JOIN endpoint_key k ON k.endpoint_id = e.id WHERE e.token = ANY ($1::text[]) AND e.kind = $2`,
      values: [tokens, kind],
    });
    return tokens.map((token) => rows.find((row) => row.token === token));
  }

  private async storeAll(deliveries: readonly NewDelivery[]): Promise<Stored[]> {
    const column = (valueOf: (delivery: NewDelivery) => unknown) => deliveries.map(valueOf);
    const { rows } = await this.pool.query<{ id: string }>({
      name: 'hook-store',
      text: INSERT,
      values: [
        column(({ id }) => id),
        column(({ endpoint }) => endpoint.workspaceId),
        column(({ endpoint }) => (endpoint.kind === 'callback' ? 'callback' : 'webhook')),
        column(({ endpoint }) => endpoint.id),
        column(({ endpoint }) => endpoint.scenarioId),
        column(scopeOf),
        column(({ eventKey }) => eventKey),
        column(({ headers }) => JSON.stringify(headers)),
        column(({ contentType }) => contentType),
        column(({ body }) => body),
        column(({ raw }) => (raw === null ? null : Buffer.from(raw))),
        column(({ sizeBytes }) => sizeBytes),
        column(({ endpoint }) => (endpoint.kind === 'test' ? 'ignored' : 'new')),
        column(({ endpoint }) => (endpoint.kind === 'test' ? TEST_REASON : null)),
      ],
    });
    const stored = new Set(rows.map(({ id }) => id));
    return Promise.all(
      deliveries.map(async (delivery) =>
        stored.has(delivery.id) ? { deliveryId: delivery.id, isRepeat: false } : this.repeated(delivery),
      ),
    );
  }

  private async repeated(delivery: NewDelivery): Promise<Stored> {
    const { rows } = await this.pool.query<{ id: string }>({
      name: 'hook-first',
      text: 'SELECT id FROM inbox WHERE workspace_id = $1 AND scope = $2 AND event_key = $3',
      values: [delivery.endpoint.workspaceId, scopeOf(delivery), delivery.eventKey],
    });
    return { deliveryId: rows[0]?.id ?? delivery.id, isRepeat: true };
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

const scopeOf = ({ endpoint }: NewDelivery): string => `endpoint:${endpoint.id}`;
