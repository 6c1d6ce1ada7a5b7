import { ApiTokenRow } from './api-token/api-token.entity.js';
import { AuditRow } from './audit/audit.entity.js';
import { BindingRow } from './binding/binding.entity.js';
import { CertificateRow } from './certificate/certificate.entity.js';
import { SigningKeyRow } from './certificate/signing-key.entity.js';
import { ConnectionSnapshotRow } from './connection/connection-snapshot.entity.js';
import { ConnectionRow } from './connection/connection.entity.js';
import { CounterpartyRow } from './counterparty/counterparty.entity.js';
import { CursorRow } from './cursor/cursor.entity.js';
import { DocumentEventRow } from './document/document-event.entity.js';
import { DocumentTitleRow } from './document/document-title.entity.js';
import { DocumentRow } from './document/document.entity.js';
import { DraftCopyRow } from './draft-copy/draft-copy.entity.js';
import { EndpointKeyRow } from './endpoint/endpoint-key.entity.js';
import { EndpointRow } from './endpoint/endpoint.entity.js';
import { InboxRow } from './inbox/inbox.entity.js';
import { MembershipRow } from './membership/membership.entity.js';
import { OrganizationBoxRow } from './organization/organization-box.entity.js';
import { OrganizationRow } from './organization/organization.entity.js';
import { PlanRow } from './plan/plan.entity.js';
import { ReconciliationFindingRow } from './reconciliation/reconciliation-finding.entity.js';
import { ReconciliationRow } from './reconciliation/reconciliation.entity.js';
import { RequestRow } from './request/request.entity.js';
import { RunRow } from './run/run.entity.js';
import { SampleRow } from './sample/sample.entity.js';
import { ScenarioRow } from './scenario/scenario.entity.js';
import { ScheduleRow } from './schedule/schedule.entity.js';
import { SessionRow } from './session/session.entity.js';
import { SignInAttemptRow } from './sign-in-attempt/sign-in-attempt.entity.js';
import { StepCallsRow } from './step/step-calls.entity.js';
import { StepRow } from './step/step.entity.js';
import { UserRow } from './user/user.entity.js';
import { VersionRow } from './version/version.entity.js';
import { WaitRow } from './wait/wait.entity.js';
import { WorkspaceRow } from './workspace/workspace.entity.js';

/** Every entity, by name: a new one is a new line here. */
export const entities = [
  ApiTokenRow,
  AuditRow,
  BindingRow,
  CertificateRow,
  SigningKeyRow,
  ConnectionSnapshotRow,
  ConnectionRow,
  CounterpartyRow,
  CursorRow,
  DocumentEventRow,
  DocumentTitleRow,
  DocumentRow,
  DraftCopyRow,
  EndpointKeyRow,
  EndpointRow,
  InboxRow,
  MembershipRow,
  OrganizationBoxRow,
  OrganizationRow,
  PlanRow,
  ReconciliationFindingRow,
  ReconciliationRow,
  RequestRow,
  RunRow,
  SampleRow,
  ScenarioRow,
  ScheduleRow,
  SessionRow,
  SignInAttemptRow,
  StepCallsRow,
  StepRow,
  UserRow,
  VersionRow,
  WaitRow,
  WorkspaceRow,
] as const;
