import { randomUUID } from 'node:crypto';
import { openDatabase, migrate } from '../database.js';

export interface TestDatabase {
  /** As the owner, as `potok_app`, `potok_hook`, `potok_relay`. */
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly hookUrl: string;
  readonly relayUrl: string;
  drop(): Promise<void>;
}

const withUser = (url: URL, user: string | undefined) => {
  const copy = new URL(url);
  if (user !== undefined) {
    copy.username = user;
    copy.password = '';
  }
  return copy.toString();
};

/** A database without a table, on the server that POTOK_TEST_POSTGRES names (started by jest's set-up). */
export const makeEmptyDatabase = async (): Promise<TestDatabase> => {
  const server = process.env['POTOK_TEST_POSTGRES'];
  if (server === undefined) throw new Error('POTOK_TEST_POSTGRES is not set: run the tests through jest.config.mjs');
  const name = `potok_${randomUUID().replaceAll('-', '')}`;
  const admin = await openDatabase(server, { poolSize: 1 });
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.destroy();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    ownerUrl: withUser(url, undefined),
    appUrl: withUser(url, 'potok_app'),
    hookUrl: withUser(url, 'potok_hook'),
    relayUrl: withUser(url, 'potok_relay'),
    drop: async () => {
      const again = await openDatabase(server, { poolSize: 1 });
      await again.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await again.destroy();
    },
  };
};

/** A migrated database of its own for one test file. */
export const makeTestDatabase = async (): Promise<TestDatabase> => {
  const database = await makeEmptyDatabase();
  await migrate(database.ownerUrl);
  return database;
};
