export { inWorkspace, migrate, openDatabase } from './database.js';
export { migrations } from './migrations/index.js';
