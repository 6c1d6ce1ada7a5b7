export { EngineDatabase } from './engine-database.js';
export { InboxRepository, type InboxRow, type NewInboxRow } from './inbox.repository.js';
export { RelayRepository, type OutboxRow } from './relay.repository.js';
export { RunRepository, type NewRun } from './run.repository.js';
export { SegmentRepository } from './segment.repository.js';
export type { ChangeRows, RunContextRow, RunPatchJson, StepJson, WaitJson } from './step-rows.js';
