export { makeEmptyDatabase, makeTestDatabase, type TestDatabase } from './test-database.js';
