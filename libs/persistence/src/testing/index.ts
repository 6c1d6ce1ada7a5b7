export { makeTestDatabase, type TestDatabase } from './test-database.js';
