import pg from 'pg';

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
    // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
    this.pool.on('error', () => undefined);
  }

  /** One statement, committed by itself. */
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
    const client = await this.pool.connect();
    let isBroken = false;
    try {
      if (this.workspaceOf.get(client) !== workspaceId) {
        await client.query({
          name: 'set-workspace',
          text: `SELECT set_config('app.workspace_id', $1, false)`,
          values: [workspaceId],
        });
        this.workspaceOf.set(client, workspaceId);
      }
      return await work(client);
    } catch (error) {
      isBroken = !isDatabaseError(error);
      throw error;
    } finally {
      client.release(isBroken);
    }
  }
}

/** An answer of the server (constraint, syntax), after which the connection is still good. */
const isDatabaseError = (error: unknown): boolean => typeof error === 'object' && error !== null && 'severity' in error;
