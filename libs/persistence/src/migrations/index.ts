import { AddRoles1795000000001 } from './1795000000001-add-roles.js';
import { AddIdentity1795000000002 } from './1795000000002-add-identity.js';
import { AddScenarios1795000000003 } from './1795000000003-add-scenarios.js';
import { AddEngine1795000000004 } from './1795000000004-add-engine.js';
import { AddDocuments1795000000005 } from './1795000000005-add-documents.js';
import { AddAudit1795000000006 } from './1795000000006-add-audit.js';
import { FillListedBlobs1795000000007 } from './1795000000007-fill-listed-blobs.js';
import { LeaseRenewals1795000000020 } from './1795000000020-lease-renewals.js';
import { MarkGoneEntries1795000000021 } from './1795000000021-mark-gone-entries.js';
import { NameAnsweredEntity1795000000022 } from './1795000000022-name-answered-entity.js';
import { AddDocumentHeadlineIndex1795000000031 } from './1795000000031-add-document-headline-index.js';
import { AddStepCalls1795000000032 } from './1795000000032-add-step-calls.js';
import { TakeTurnsInTheInbox1795000000033 } from './1795000000033-take-turns-in-the-inbox.js';
import { AddReconciliations1795000000040 } from './1795000000040-add-reconciliations.js';
import { AddKeptInboxIndex1795000000041 } from './1795000000041-add-kept-inbox-index.js';
import { OrderVisitsByBytes1795000000050 } from './1795000000050-order-visits-by-bytes.js';
import { WidenStepSeq1795000000051 } from './1795000000051-widen-step-seq.js';
import { AddRetention1795000000060 } from './1795000000060-add-retention.js';
import { FindRowsById1795000000070 } from './1795000000070-find-rows-by-id.js';
import { AddScenarioSamples1796000000080 } from './1796000000080-add-scenario-samples.js';
import { AddTestAddresses1796000000081 } from './1796000000081-add-test-addresses.js';
import { BeginRunsAnew1796000000090 } from './1796000000090-begin-runs-anew.js';
import { AddTrialRuns1796000000091 } from './1796000000091-add-trial-runs.js';
import { NameVersions1796000000100 } from './1796000000100-name-versions.js';
import { KeepDrafts1796000000101 } from './1796000000101-keep-drafts.js';
import { FindRunsOfVersion1796000000102 } from './1796000000102-find-runs-of-version.js';
import { AddPresence1796000000110 } from './1796000000110-add-presence.js';
import { AddWaitCalendar1796000000120 } from './1796000000120-add-wait-calendar.js';

/** In order. A new migration is a new file and a new line here; see CONTRIBUTING.md. */
export const migrations = [
  AddRoles1795000000001,
  AddIdentity1795000000002,
  AddScenarios1795000000003,
  AddEngine1795000000004,
  AddDocuments1795000000005,
  AddAudit1795000000006,
  FillListedBlobs1795000000007,
  LeaseRenewals1795000000020,
  MarkGoneEntries1795000000021,
  NameAnsweredEntity1795000000022,
  AddDocumentHeadlineIndex1795000000031,
  AddStepCalls1795000000032,
  TakeTurnsInTheInbox1795000000033,
  AddReconciliations1795000000040,
  AddKeptInboxIndex1795000000041,
  OrderVisitsByBytes1795000000050,
  WidenStepSeq1795000000051,
  AddRetention1795000000060,
  FindRowsById1795000000070,
  AddScenarioSamples1796000000080,
  AddTestAddresses1796000000081,
  BeginRunsAnew1796000000090,
  AddTrialRuns1796000000091,
  NameVersions1796000000100,
  KeepDrafts1796000000101,
  FindRunsOfVersion1796000000102,
  AddPresence1796000000110,
  AddWaitCalendar1796000000120,
];
