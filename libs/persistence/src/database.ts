import 'reflect-metadata';
import { DataSource, type EntityManager } from 'typeorm';
import { entities } from './entities.js';
import { migrations } from './migrations/index.js';

/** A pool of connections as one login role. Entities are listed by name, never by a glob. */
export const openDatabase = async (
  url: string,
  options: {
    readonly poolSize?: number;
    readonly applicationName?: string;
  } = {},
): Promise<DataSource> =>
  new DataSource({
    type: 'postgres',
    url,
    entities: [...entities],
    migrations,
    migrationsTransactionMode: 'each',
    synchronize: false,
    poolSize: options.poolSize ?? 10,
    extra: {
      application_name: options.applicationName ?? 'potok',
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 60_000,
    },
  }).initialize();

const MIGRATION_LOCK = 7_305_114;

/** Brings a database up to date. Several processes may do so at once: one works, the others wait for its lock. */
export const migrate = async (ownerUrl: string): Promise<void> => {
  const database = await openDatabase(ownerUrl, { poolSize: 2, applicationName: 'potok-migrate' });
  try {
    const lock = database.createQueryRunner();
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    try {
      await database.runMigrations();
    } finally {
      await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
      await lock.release();
    }
  } finally {
    await database.destroy();
  }
};

/** One transaction in which only this workspace's rows can be seen and written (row-level security). */
export const inWorkspace = async <T>(
  database: DataSource,
  workspaceId: string,
  work: (tx: EntityManager) => Promise<T>,
): Promise<T> =>
  database.transaction(async (tx) => {
    await tx.query(`SELECT set_config('app.workspace_id', $1, true)`, [workspaceId]);
    return work(tx);
  });
