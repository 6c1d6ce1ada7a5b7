export { AuditSealerRepository, auditHash } from './audit-sealer.repository.js';
export { CalledRunRepository, type CalledRunRow } from './called-run.repository.js';
export { CertificateStore, type NewCertificate } from './certificate-store.js';
export { ConnectionReader, type ConnectionSecretsRow } from './connection-reader.js';
export { CursorRepository, type CursorRow } from './cursor.repository.js';
export type { DocumentRow, NewDocument, NewTitle, TitleRow } from './document-rows.js';
export { DocumentStore, type FoldedState, type StateChange } from './document-store.js';
export { EngineDatabase } from './engine-database.js';
export { InboxRepository, type Gift, type InboxRow, type NewInboxRow } from './inbox.repository.js';
export { OrganizationReader, type OrganizationRow } from './organization-reader.js';
export { PublishedRepository, type Published } from './published.repository.js';
export {
  ReconcileGapsRepository,
  type GapPage,
  type GapWaitRow,
  type OpenRunRow,
  type StuckDeliveryRow,
  type StuckOrderRow,
} from './reconcile-gaps.repository.js';
export { ReconcileMendsRepository, type MendTrail } from './reconcile-mends.repository.js';
export {
  ReconcileOutsideRepository,
  type BoxRow,
  type KnownEventRow,
  type OutgoingMatchRow,
  type PostingStepRow,
  type BookedRow,
} from './reconcile-outside.repository.js';
export {
  ReconcileRepository,
  type NewGap,
  type ReconcileHold,
  type ReconciliationTask,
} from './reconcile.repository.js';
export { RelayRepository, type DueQueue, type InboxKind, type OutboxRow } from './relay.repository.js';
export { RequestRepository, type RequestRow } from './request.repository.js';
export { RetentionRepository } from './retention.repository.js';
export { RunCommandRepository, type CommandedRun } from './run-command.repository.js';
export { RunRepository, type Admitted, type NewRun } from './run.repository.js';
export { ScheduleRepository, type ScheduleRow } from './schedule.repository.js';
export { SegmentRepository } from './segment.repository.js';
export { WaitRepository } from './wait.repository.js';
export { WorkspaceKeyRepository, type SealedKey } from './workspace-key.repository.js';
export {
  CALLS_KEPT,
  type ChangeRows,
  type NewsJson,
  type RunContextRow,
  type RunPatchJson,
  type StepCallsJson,
  type OutputJson,
  type StepJson,
  type WaitJson,
  type WantsRow,
  type WritePlace,
} from './step-rows.js';
