export { inWorkspace, migrate, openDatabase } from './database.js';
export { setRolePasswords } from './role-passwords.js';
export { migrations } from './migrations/index.js';
export { entities } from './entities.js';
export { newId } from './new-id.js';
export { type Counted } from './counted.js';
export { type Actor, type NamedActor } from './audit/actor.js';
export { recordAudit, AuditRepository, type Act } from './audit/audit.repository.js';
export { AuditRow } from './audit/audit.entity.js';
export { UserRow } from './user/user.entity.js';
export { UserRepository } from './user/user.repository.js';
export { SessionRepository, type OpenSession } from './session/session.repository.js';
export { SignInAttemptRepository } from './sign-in-attempt/sign-in-attempt.repository.js';
export { WorkspaceRow } from './workspace/workspace.entity.js';
export { WorkspaceRepository, type EnteredWorkspace } from './workspace/workspace.repository.js';
export { Gathered } from './gathered.js';
export { MembershipRepository } from './membership/membership.repository.js';
export { ApiTokenRow } from './api-token/api-token.entity.js';
export { ApiTokenRepository } from './api-token/api-token.repository.js';
export { ScenarioRow } from './scenario/scenario.entity.js';
export { ScenarioRepository, type ScenarioDrawings, type ScenarioSummary } from './scenario/scenario.repository.js';
export { SampleRow } from './sample/sample.entity.js';
export { SampleRepository } from './sample/sample.repository.js';
export { DraftTallyRepository } from './presence/draft-tally.repository.js';
export { PresenceRepository, type PresentTab, type Tab } from './presence/presence.repository.js';
export { tellLive } from './tell-live.js';
export { VersionRow } from './version/version.entity.js';
export {
  MOST_RUNS,
  VersionRepository,
  type OpenRunsOfVersion,
  type VersionSummary,
} from './version/version.repository.js';
export { DraftCopyRow } from './draft-copy/draft-copy.entity.js';
export { DraftCopyRepository } from './draft-copy/draft-copy.repository.js';
export { PlanRow } from './plan/plan.entity.js';
export { PlanRepository } from './plan/plan.repository.js';
export { BindingRow } from './binding/binding.entity.js';
export { BindingRepository } from './binding/binding.repository.js';
export { EndpointRow } from './endpoint/endpoint.entity.js';
export { EndpointRepository } from './endpoint/endpoint.repository.js';
export { ScheduleRepository } from './schedule/schedule.repository.js';
export { CursorRepository } from './cursor/cursor.repository.js';
export { CursorRow } from './cursor/cursor.entity.js';
export { RerunRepository, type ChainAct, type ChainRun, type StepFacts } from './run/rerun.repository.js';
export { TrialRunRepository } from './run/trial-run.repository.js';
export { RunDataRepository, type RunValue, type RunValueSize } from './run/run-data.repository.js';
export { RunRepository, type LastOutput, type RunStarter } from './run/run.repository.js';
export { type RunFilter, type RunSummary } from './run/run-list.js';
export { WaitRow } from './wait/wait.entity.js';
export { WaitRepository, type WaitFilter, type WaitSummary } from './wait/wait.repository.js';
export { RunRow } from './run/run.entity.js';
export { StepRow } from './step/step.entity.js';
export { type BlobKey, type BlobRows, type BlobStore } from './blob/blob-store.js';
export { BlobBroken } from './blob/blob-broken.js';
export { openBlobStore, blobRowsOf } from './blob/open-blob-store.js';
export { ConnectionRow } from './connection/connection.entity.js';
export { ConnectionSnapshotRow } from './connection/connection-snapshot.entity.js';
export { ConnectionRepository, type ConnectionUse } from './connection/connection.repository.js';
export { ReconciliationRow } from './reconciliation/reconciliation.entity.js';
export { ReconciliationFindingRow } from './reconciliation/reconciliation-finding.entity.js';
export { ReconciliationRepository } from './reconciliation/reconciliation.repository.js';
export { RequestRow } from './request/request.entity.js';
export { RequestRepository } from './request/request.repository.js';
export { REQUEST_KINDS, type RequestKind } from './request/request-kind.js';
export { InboxRow } from './inbox/inbox.entity.js';
export { type InboxReason, type InboxSource, type InboxStatus } from './inbox/inbox-words.js';
export { DeliveryRepository, type DeliveryFilter, type DeliverySummary } from './inbox/delivery.repository.js';
export { DocumentRow } from './document/document.entity.js';
export { DocumentTitleRow } from './document/document-title.entity.js';
export { DocumentEventRow } from './document/document-event.entity.js';
export { DocumentRepository, type DocumentFilter, type DocumentSummary } from './document/document.repository.js';
export { OrganizationRow } from './organization/organization.entity.js';
export { OrganizationBoxRow } from './organization/organization-box.entity.js';
export {
  OrganizationRepository,
  type BoxDetails,
  type OrganizationDetails,
} from './organization/organization.repository.js';
export { CertificateRow } from './certificate/certificate.entity.js';
export { CertificateRepository } from './certificate/certificate.repository.js';
export { CounterpartyRepository, type CounterpartySummary } from './counterparty/counterparty.repository.js';
export type { TitleSigner } from './document/document-title.entity.js';
