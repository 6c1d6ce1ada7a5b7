import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { countUpTo } from './counted.js';
import { openDatabase } from './database.js';
import { makeTestDatabase, type TestDatabase } from './testing/test-database.js';

let database: TestDatabase;
let app: DataSource;
beforeAll(async () => {
  database = await makeTestDatabase();
  app = await openDatabase(database.appUrl, { poolSize: 1 });
});
afterAll(async () => {
  await app.destroy();
  await database.drop();
});

it.each([
  [0, { total: 0, isCapped: false }],
  [10_000, { total: 10_000, isCapped: false }],
  [10_001, { total: 10_000, isCapped: true }],
  [200_000, { total: 10_000, isCapped: true }],
])('counts %d rows and stops at ten thousand', async (rows, expected) => {
  expect(await countUpTo(app.manager, { text: 'SELECT 1 FROM generate_series(1, $1::int)', values: [rows] })).toEqual(
    expected,
  );
});
