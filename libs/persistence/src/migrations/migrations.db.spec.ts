import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { migrate, openDatabase } from '../database.js';
import { makeTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { migrations } from './index.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await makeTestDatabase();
});
afterAll(() => db.drop());

const tables = async () => {
  const owner = await openDatabase(db.ownerUrl);
  const rows: { name: string }[] = await owner.query(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations' ORDER BY 1`,
  );
  await owner.destroy();
  return rows.map((row) => row.name);
};

it('goes up, down and up again to the same tables', async () => {
  const before = await tables();
  const owner = await openDatabase(db.ownerUrl);
  for (const migration of migrations) {
    expect(migration.name).toMatch(/\d{13}$/);
    await owner.undoLastMigration();
  }
  await owner.destroy();
  expect(await tables()).toEqual([]);
  await migrate(db.ownerUrl);
  expect(await tables()).toEqual(before);
});

it('lets three processes migrate one database at once', async () => {
  const fresh = await makeTestDatabase();
  await expect(
    Promise.all([migrate(fresh.ownerUrl), migrate(fresh.ownerUrl), migrate(fresh.ownerUrl)]),
  ).resolves.toHaveLength(3);
  await fresh.drop();
});
