import pg from 'pg';
import { asPassingFault, isPassingTrouble } from './passing-trouble.js';

/**
 * Every statement here takes few rows by their keys, out of tables that grow without end. So it is planned once, along indexes: by
 * statistics that are a minute or a million rows old the planner would rather read whole tables, or plan each call anew.
 */
const BY_KEYS = {
  enable_seqscan: 'off',
  enable_hashjoin: 'off',
  enable_mergejoin: 'off',
  plan_cache_mode: 'force_generic_plan',
};
const SETTINGS = Object.entries(BY_KEYS).map(([name, value]) => `, set_config('${name}', '${value}', false)`);

/**
 * The hot path's own pool, as `potok_app`. A session names its workspace once and keeps it until another is asked for, so
 * that a single statement is one round trip; row-level security holds all the same. Nothing else may use this pool.
 */
export class EngineDatabase {
  private readonly pool: pg.Pool;
  private readonly workspaceOf = new WeakMap<pg.PoolClient, string>();

  constructor(url: string, options: { readonly poolSize?: number } = {}) {
    this.pool = new pg.Pool({
      connectionString: url,
      max: options.poolSize ?? 20,
      application_name: 'potok-engine',
      connectionTimeoutMillis: 10_000,
    });
    // A connection that breaks is replaced by the pool, and whoever uses it hears of it by the statement; without listeners
    // it would end the process: the pool's is for idle ones, a client's own for one that is in use and asks nothing just now.
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** One statement, committed by itself. Throws DATABASE_UNAVAILABLE (unavailable) when the database is away or full. */
  async query<Row extends pg.QueryResultRow>(
    workspaceId: string,
    statement: { readonly name: string; readonly text: string; readonly values: readonly unknown[] },
  ): Promise<Row[]> {
    return this.within(
      workspaceId,
      async (client) => (await client.query<Row>({ ...statement, values: [...statement.values] })).rows,
    );
  }

  /** Several statements, all or none. */
  async transaction<T>(workspaceId: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    return this.within(workspaceId, async (client) => {
      await client.query('BEGIN');
      try {
        const result = await work(client);
        await client.query('COMMIT');
        return result;
      } catch (error) {
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  private async within<T>(workspaceId: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    try {
      return await this.onClient(workspaceId, work);
    } catch (error) {
      throw asPassingFault(error);
    }
  }

  private async onClient<T>(workspaceId: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let isBroken = false;
    try {
      if (this.workspaceOf.get(client) !== workspaceId) {
        await client.query({
          name: 'set-workspace',
          text: `SELECT set_config('app.workspace_id', $1, false)${SETTINGS.join('')}`,
          values: [workspaceId],
        });
        this.workspaceOf.set(client, workspaceId);
      }
      return await work(client);
    } catch (error) {
      isBroken = !isDatabaseError(error) || isPassingTrouble(error);
      throw error;
    } finally {
      client.release(isBroken);
    }
  }
}

/** An answer of the server (constraint, syntax), after which the connection is still good. */
const isDatabaseError = (error: unknown): boolean => typeof error === 'object' && error !== null && 'severity' in error;
