export { inWorkspace, migrate, openDatabase } from './database.js';
export { migrations } from './migrations/index.js';
export {
  EngineDatabase,
  InboxRepository,
  RelayRepository,
  RunRepository,
  SegmentRepository,
  type ChangeRows,
  type InboxRow,
  type NewInboxRow,
  type NewRun,
  type OutboxRow,
  type RunContextRow,
  type RunPatchJson,
  type StepJson,
  type WaitJson,
} from './engine/index.js';
