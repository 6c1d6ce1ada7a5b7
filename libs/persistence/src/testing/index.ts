export { makeEmptyDatabase, makeTestDatabase, type TestDatabase } from './test-database.js';
export { openDocumentWorld, type DocumentWorld } from './document-world.js';
