import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { openDatabase } from '../database.js';
import { newId } from '../new-id.js';
import { makeTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { EngineDatabase } from './engine-database.js';
import { asPassingFault } from './passing-trouble.js';

let database: TestDatabase;
let owner: DataSource;
let engine: EngineDatabase;
const workspaceId = newId();
beforeAll(async () => {
  database = await makeTestDatabase();
  owner = await openDatabase(database.ownerUrl, { poolSize: 1 });
  engine = new EngineDatabase(database.appUrl, { poolSize: 1 });
});
afterAll(async () => {
  await engine.close();
  await owner.destroy();
  await database.drop();
});

const ask = (text: string) => engine.query(workspaceId, { name: text.slice(0, 40), text, values: [] });
const cutConnections = () =>
  owner.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'potok-engine' AND datname = current_database()`,
  );

it('calls a connection that is cut in the middle of a statement a passing trouble, and goes on with the next', async () => {
  const asking = ask('SELECT pg_sleep(30)');
  const seen = expect(asking).rejects.toMatchObject({ kind: 'unavailable', code: 'DATABASE_UNAVAILABLE' });
  for (let rows: unknown[] = []; rows.length === 0;)
    rows = await owner.query(
      `SELECT 1 FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep(30)%' AND state = 'active'`,
    );
  await cutConnections();
  await seen;
  expect(await ask('SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

it('does not end the process when a connection breaks between two statements of a transaction', async () => {
  const broken = engine.transaction(workspaceId, async (tx) => {
    await tx.query('SELECT 1');
    const ended = new Promise((done) => tx.once('end', done));
    await cutConnections();
    await ended;
    return tx.query('SELECT 2');
  });
  await expect(broken).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
  expect(await ask('SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

it('leaves an error of the statement itself as it is', async () => {
  await expect(ask('SELECT 1 / 0')).rejects.toMatchObject({ code: '22012' });
  await expect(engine.transaction(workspaceId, (tx) => tx.query('SELECT nothing'))).rejects.toMatchObject({
    code: '42703',
  });
});

it.each([
  ['53100', 'could not extend file: No space left on device'],
  ['53300', 'sorry, too many clients already'],
  ['57P01', 'terminating connection due to administrator command'],
  ['57P03', 'the database system is starting up'],
  ['40P01', 'deadlock detected'],
  ['ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:5432'],
  [undefined, 'Connection terminated unexpectedly'],
  [undefined, 'timeout exceeded when trying to connect'],
])('%s (%s) is tried again', (code, message) => {
  const error = Object.assign(new Error(message), code === undefined ? {} : { code });
  expect(asPassingFault(error)).toMatchObject({ kind: 'unavailable', code: 'DATABASE_UNAVAILABLE', cause: error });
});

it.each([['23505'], ['42P01'], ['EACCES'], [undefined]])('%s is no passing trouble', (code) => {
  const error = Object.assign(new Error('x'), { code });
  expect(asPassingFault(error)).toBe(error);
});
