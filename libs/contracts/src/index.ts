export {
  RUN_STATUSES,
  RUN_END_STATUSES,
  STEP_STATUSES,
  RUN_MODES,
  FAULT_KINDS,
  EFFECTS,
  ON_FAULT,
  RUN_COMMANDS,
  WORKFLOW_TYPE,
  WAKE_SIGNAL,
  TASK_QUEUE,
  ENGINE,
  PLAN_FORMAT,
  CHANNELS,
  type RunStatus,
  type RunEndStatus,
  type StepStatus,
  type RunMode,
  type FaultKind,
  type Effect,
  type OnFault,
  type RunCommandKind,
} from './names.js';
export {
  uuidV7,
  uuidOf,
  type WorkspaceId,
  type RunId,
  type DocumentId,
  type ConnectionId,
  type NodeId,
  type Sha256,
  type DecimalText,
  type Instant,
  type LegalDate,
} from './ids.js';
export { type Json, type JsonObject, type JsonSchema } from './json.js';
export { NodeFault, isNodeFault, asFault, type FaultFacts, type NodeFaultOptions, type Fault } from './node-fault.js';
export { fillSentence } from './sentence.js';
export {
  ParamValue,
  RetryPolicy,
  ScenarioNode,
  ScenarioEdge,
  ScenarioPath,
  GATEWAYS,
  Slot,
  Parameter,
  Note,
  SCENARIO_SCHEMA_VERSION,
  Scenario,
  Binding,
  type GatewayName,
  Group,
} from './scenario.js';
export { TemplateCard, TemplateExample } from './template.js';
export {
  type Plan,
  type Skeleton,
  type SkeletonPath,
  type SkeletonGraph,
  type SkeletonNode,
  type JoinMode,
  type SkeletonEdge,
  type PlanSteps,
  type PlanStep,
} from './engine/plan.js';
export {
  type Visit,
  type StepPlace,
  type RunStart,
  type RunSnapshot,
  type TokenSnapshot,
  type FrameSnapshot,
  type SegmentEntry,
  type SegmentGoesOn,
  type Wake,
  type SegmentOrder,
  type SegmentResult,
  type UndoOrder,
  type UndoResult,
  type StatusOrder,
  type RunEnded,
  type RunActivities,
  type StepAttempt,
} from './engine/run.js';
export {
  type Proof,
  type TriggerKind,
  type NodeManifest,
  type WaitManifest,
  type TriggerManifest,
  type FlowManifest,
  type AnyManifest,
  type ConnectionManifest,
  type Manifest,
} from './nodes/manifest.js';
export {
  SERVICE_NAMES,
  type ServiceName,
  type Services,
  type BlobRef,
  type BlobService,
  type DocumentKind,
  type DraftDocument,
  type CounterpartyRef,
  type DocumentRecord,
  type TitleRole,
  type TitleFile,
  type DocumentService,
  type OrganizationProfile,
  type PersonName,
  type AddressText,
  type BankAccount,
  type SignerProfile,
  type SignerService,
  type HttpAnswer,
  type HttpService,
} from './nodes/services.js';
export {
  OPERATOR_EVENT_KINDS,
  type OperatorEvent,
  type OperatorEventKind,
  type OperatorEventFacts,
} from './docflow/operator-event.js';
export {
  DELIVERY,
  ANSWER,
  ANNULMENT,
  CORRECTION,
  HEADLINES,
  freshDocflow,
  type Delivery,
  type Answer,
  type Annulment,
  type Correction,
  type DocflowState,
  type Headline,
} from './docflow/status.js';
export { GATEWAY_METHODS } from './gateways/reading-methods.js';
export { type CallOptions, type KeyedCall } from './gateways/call.js';
export {
  type PartyRequisites,
  type CrmLine,
  type CrmDeal,
  type CrmDealMark,
  type CrmDealUpdate,
  type CrmGateway,
} from './gateways/crm.js';
export {
  type OperatorBox,
  type OperatorCounterparty,
  type SignedFile,
  type SendOrder,
  type SentDocument,
  type OutgoingDocument,
  type ServiceSigner,
  type OperatorGateway,
} from './gateways/operator.js';
export {
  type AccountingParty,
  type AccountingLine,
  type PostOrder,
  type Posted,
  type AccountingEntry,
  type AccountingGateway,
} from './gateways/accounting.js';
export { type CallSide, type OutsideCall, type StepCall } from './engine/step-call.js';
export {
  type LiveEvent,
  type SessionView,
  type WorkspaceView,
  type ApiTokenView,
  type ScenarioView,
  type ScenarioDetailView,
  type VersionView,
  type Finding,
  type BrokenView,
  type CheckView,
  type HookView,
  type StartView,
  type RequestView,
  type ConnectionListView,
  type TemplateView,
  type RunView,
  type RunDetailView,
  type RunWaitView,
  type RunPassView,
  type StepView,
  type StepDetailView,
  type StepCallView,
  type DeliveryView,
  type DeliveryDetailView,
} from './api/views.js';
export { type CountView, type Page, type Problem } from './api/answers.js';
export { type DocumentView, type DocumentDetailView, type DocumentQueuesView } from './api/document-views.js';
export { type WaitView, type WaitDayView, type WaitCountsView } from './api/wait-views.js';
export {
  type FileCheckView,
  type ImportedView,
  type MissingView,
  type PresenceView,
  type SavedView,
} from './api/draft-views.js';
export {
  type ConnectionView,
  type OrganizationView,
  type CertificateView,
  type CounterpartyView,
  type AuditView,
} from './api/settings-views.js';
export {
  type RunStartedView,
  type RepeatView,
  type ChainRunView,
  type RefusalView,
  type RerunPlanView,
  type RunDataView,
} from './api/rerun-views.js';
export {
  type ReconciliationView,
  type ReconciliationCounts,
  type ReconciliationDetailView,
  type ReconciliationFindingView,
} from './api/reconciliation-views.js';
export {
  type ChangeGroupView,
  type ChangeLineView,
  type DraftCopyView,
  type PublishPreviewView,
} from './api/version-views.js';
export {
  GAP_CODES,
  GAP_STATES,
  COMPARISONS,
  type GapCode,
  type GapState,
  type ComparisonKind,
  type Comparison,
} from './engine/reconcile.js';
export {
  type SampleData,
  type SampleView,
  type TryOrder,
  type TriedFile,
  type TriedCall,
  type TriedWhy,
  type TryWork,
  type TriedStepView,
  type TriedView,
  type TestAddressView,
  type HeardView,
} from './api/trying-views.js';
