import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { migrate, openDatabase } from '../database.js';
import { makeEmptyDatabase, makeTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { migrations } from './index.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await makeTestDatabase();
});
afterAll(() => db.drop());

const tablesOf = async ({ ownerUrl }: TestDatabase) => {
  const owner = await openDatabase(ownerUrl);
  const rows: { name: string }[] = await owner.query(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations' ORDER BY 1`,
  );
  await owner.destroy();
  return rows.map((row) => row.name);
};

it('goes up, down and up again to the same tables', async () => {
  const before = await tablesOf(db);
  const owner = await openDatabase(db.ownerUrl);
  for (const migration of migrations) {
    expect(migration.name).toMatch(/\d{13}$/);
    await owner.undoLastMigration();
  }
  await owner.destroy();
  expect(await tablesOf(db)).toEqual([]);
  await migrate(db.ownerUrl);
  expect(await tablesOf(db)).toEqual(before);
});

it('lets three processes migrate one empty database at once', async () => {
  const empty = await makeEmptyDatabase();
  try {
    expect(await tablesOf(empty)).toEqual([]);
    await Promise.all([migrate(empty.ownerUrl), migrate(empty.ownerUrl), migrate(empty.ownerUrl)]);
    expect(await tablesOf(empty)).toEqual(await tablesOf(db));
  } finally {
    await empty.drop();
  }
});
