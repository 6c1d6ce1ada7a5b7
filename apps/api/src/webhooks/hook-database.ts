import { CHANNELS } from '@potok/contracts/names';
import type { Proof } from '@potok/contracts';
import pg from 'pg';

export interface HookEndpoint {
  readonly id: string;
  readonly workspaceId: string;
  readonly kind: 'hook' | 'callback';
  readonly scenarioId: string | null;
  readonly proof: Proof;
  readonly sameAs: string | null;
  readonly isEnabled: boolean;
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

const INSERT = `
  INSERT INTO inbox (id, workspace_id, source, endpoint_id, scenario_id, scope, event_key, headers, content_type, body, raw, size_bytes)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
  ON CONFLICT (workspace_id, scope, event_key) DO NOTHING RETURNING id`;

/** The pool of `potok_hook`, which reads endpoints, inserts into the inbox, and can do nothing else. */
export class HookDatabase {
  private readonly pool: pg.Pool;

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

  async findEndpoint(kind: HookEndpoint['kind'], token: string): Promise<HookEndpoint | undefined> {
    const { rows } = await this.pool.query<HookEndpoint>({
      name: 'hook-endpoint',
      text: `SELECT e.id, e.workspace_id AS "workspaceId", e.kind, e.scenario_id AS "scenarioId", e.proof,
                    e.same_as AS "sameAs", e.is_enabled AS "isEnabled", k.sealed AS "sealedKey"
               FROM endpoint e LEFT JOIN endpoint_key k ON k.endpoint_id = e.id WHERE e.token = $1 AND e.kind = $2`,
      values: [token, kind],
    });
    return rows[0];
  }

  /** Stores once per key. Answers the delivery that stands for it: a repeat answers the first. */
  async store(delivery: NewDelivery): Promise<{ deliveryId: string; isRepeat: boolean }> {
    const { endpoint } = delivery;
    const scope = `endpoint:${endpoint.id}`;
    const { rows } = await this.pool.query<{ id: string }>({
      name: 'hook-store',
      text: INSERT,
      values: [
        delivery.id,
        endpoint.workspaceId,
        endpoint.kind === 'hook' ? 'webhook' : 'callback',
        endpoint.id,
        endpoint.scenarioId,
        scope,
        delivery.eventKey,
        JSON.stringify(delivery.headers),
        delivery.contentType,
        delivery.body,
        delivery.raw === null ? null : Buffer.from(delivery.raw),
        delivery.sizeBytes,
      ],
    });
    if (rows[0] !== undefined) return { deliveryId: rows[0].id, isRepeat: false };
    const first = await this.pool.query<{ id: string }>({
      name: 'hook-first',
      text: 'SELECT id FROM inbox WHERE workspace_id = $1 AND scope = $2 AND event_key = $3',
      values: [endpoint.workspaceId, scope, delivery.eventKey],
    });
    return { deliveryId: first.rows[0]?.id ?? delivery.id, isRepeat: true };
  }

  async tell(workspaceIds: readonly string[]): Promise<void> {
    await this.pool.query({
      name: 'hook-tell',
      text: `SELECT pg_notify('${CHANNELS.inbox}', id) FROM unnest($1::text[]) AS id`,
      values: [[...workspaceIds]],
    });
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
