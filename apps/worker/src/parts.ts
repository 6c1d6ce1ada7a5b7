import { randomUUID } from 'node:crypto';
import type { WorkerConfig } from '@potok/config';
import { createHttp } from '@potok/connector-kit';
import { openBlobStore, type RequestKind } from '@potok/persistence';
import {
  AuditSealerRepository,
  CalledRunRepository,
  CertificateStore,
  ConnectionReader,
  CursorRepository,
  DocumentStore,
  EngineDatabase,
  InboxRepository,
  OrganizationReader,
  PublishedRepository,
  ReconcileGapsRepository,
  ReconcileMendsRepository,
  ReconcileOutsideRepository,
  ReconcileRepository,
  RelayRepository,
  RequestRepository,
  RunCommandRepository,
  RunRepository,
  ScheduleRepository,
  SegmentRepository,
  WaitRepository,
} from '@potok/persistence/engine';
import type { Client } from '@temporalio/client';
import { admissionDuty } from './admission/admission-duty.js';
import type { AdmissionParts } from './admission/admit.js';
import { PublishedCache } from './admission/published-cache.js';
import { sealerDuty } from './audit/sealer-duty.js';
import { OpenConnections } from './connections/open-connections.js';
import { handleCallback } from './docflow/handle-callback.js';
import { handleOperatorEvent } from './docflow/handle-operator-event.js';
import { pump, WATCHED_IDLE_MS, type Duty } from './duties/duty.js';
import { expiredWaitsDuty } from './duties/expired-waits-duty.js';
import { oldCallsDuty } from './duties/old-calls-duty.js';
import { oldRowsDuty } from './duties/old-rows-duty.js';
import { LiveTeller } from './live/live-teller.js';
import { Courier } from './outbox/courier.js';
import { relayOutbox, type RelayParts } from './outbox/relay-outbox.js';
import { crmSweepReader } from './pollers/crm-sweep.js';
import { operatorBoxReader } from './pollers/operator-box.js';
import { pollersDuty } from './pollers/poll-cursor.js';
import { watchDuty } from './duties/watch-duty.js';
import { reconcileDuty } from './reconcile/reconcile-duty.js';
import { workflowStateOf } from './reconcile/workflow-state.js';
import { connectionDefinitions, findNode, findTrigger } from './registry.js';
import {
  checkConnectionHandler,
  describeHandler,
  listHandler,
  refreshHandler,
} from './requests/connection-requests.js';
import { importCertificateHandler } from './requests/import-certificate.js';
import { requestsDuty, type RequestHandler } from './requests/requests-duty.js';
import { runCommandHandler } from './requests/run-command.js';
import { schedulesDuty } from './schedules/schedules-duty.js';
import { CallListeners } from './segments/call-listeners.js';
import { FreshRuns } from './segments/fresh-runs.js';
import { KeptValues } from './segments/kept-values.js';
import { PlanCache } from './segments/plan-cache.js';
import { ServiceDesk } from './services/service-desk.js';
import { readDeliveryHandler } from './trying/read-delivery.js';
import { storedThings } from './trying/stored-things.js';
import { tryDraftHandler } from './trying/try-draft.js';

export interface Ground {
  readonly db: EngineDatabase;
  readonly relay: RelayRepository;
  readonly now: () => Date;
  readonly log: (event: string, facts?: Record<string, unknown>) => void;
}

/** What duties and activities share. */
export const partsOf = (config: WorkerConfig, { db, relay, now, log }: Ground) => {
  const organizations = new OrganizationReader(db);
  const connectionRows = new ConnectionReader(db);
  const documents = new DocumentStore(db);
  const listeners = new CallListeners();
  const { masterKeys: keys, allowedHosts: allowHosts } = config;
  const blobs = openBlobStore(config.blobStore, db);
  const http = createHttp({ allowHosts, now, log, onCall: listeners.current });
  return {
    listeners,
    blobs,
    http,
    courier: new Courier(),
    fresh: new FreshRuns(),
    live: new LiveTeller(relay),
    plans: new PlanCache(db),
    segments: new SegmentRepository(db),
    kept: new KeptValues(),
    runs: new RunRepository(db),
    called: new CalledRunRepository(db),
    inbox: new InboxRepository(db),
    cursors: new CursorRepository(db),
    documents,
    organizations,
    keys,
    connectionRows,
    connections: new OpenConnections({
      rows: connectionRows,
      definitions: connectionDefinitions,
      keys,
      allowHosts,
      now,
      log,
      onCall: listeners.current,
    }),
    services: new ServiceDesk({ documents, organizations, blobs, keys, http, now }),
  };
};

type Parts = ReturnType<typeof partsOf> & Ground;

/** Every duty under the name of its queue, where it has one. */
export const dutiesOf = (
  config: WorkerConfig,
  parts: Parts,
  nudge: (name: string) => void,
): ReadonlyMap<string, Duty> => {
  const { relay, now, log, db } = parts;
  const readers = {
    'operator-box': operatorBoxReader(config.boxPollMs),
    'crm-sweep': crmSweepReader(config.sweepMs, now),
  };
  const admits = admission(parts);
  return new Map<string, Duty>([
    ['watch', watchDuty({ relay, everyMs: config.relayIdleMs, nudge, now, log })],
    ['news', admissionDuty('news', relay, admits)],
    ['starts', admissionDuty('starts', relay, admits)],
    ['requests', requests(parts)],
    ['pollers', pollersDuty({ ...parts, holder: randomUUID(), leaseMs: config.leaseMs, readers })],
    ['schedules', schedulesDuty({ relay, schedules: new ScheduleRepository(db), now, log })],
    ['expired-waits', expiredWaitsDuty({ relay, waits: new WaitRepository(db), now, log })],
    ['old-calls', oldCallsDuty({ relay, now, log })],
    ['old-rows', oldRowsDuty({ retention: relay.retention, log })],
    ['audit-sealer', sealerDuty({ relay, sealer: new AuditSealerRepository(db), log })],
  ]);
};

const admission = (parts: Parts): AdmissionParts => ({
  ...parts,
  published: new PublishedCache(new PublishedRepository(parts.db)),
  findTrigger,
  others: {
    operator: (workspaceId, row) => handleOperatorEvent(parts, workspaceId, row),
    callback: (workspaceId, row) => handleCallback(parts, workspaceId, row),
  },
});

/** Begins when Temporal can be reached. */
export const outboxDuty = (parts: RelayParts): Duty =>
  pump({
    name: 'outbox',
    idleMs: WATCHED_IDLE_MS,
    work: () => relayOutbox(parts),
    onError: (error) => {
      parts.log('outbox.stalled', { error: String(error) });
    },
  });

const requests = (parts: Parts): Duty => {
  const { relay, log, db, connections, connectionRows: rows, cursors, organizations } = parts;
  const given = { connections, rows, cursors, organizations };
  const open = (workspaceId: string, connectionId: string) => connections.open(workspaceId, connectionId);
  // The same keys as the API's list of kinds: one that is asked for and not handled does not compile.
  const handlers: Readonly<Record<RequestKind, RequestHandler>> = {
    'run-command': runCommandHandler(new RunCommandRepository(db)),
    'check-connection': checkConnectionHandler(given),
    'connection-list': listHandler(given),
    'describe-connection': describeHandler(given),
    'refresh-connection': refreshHandler(given),
    'import-certificate': importCertificateHandler({
      certificates: new CertificateStore(db),
      organizations,
      keys: parts.keys,
      now: parts.now,
    }),
    'try-draft': tryDraftHandler({ ...parts, find: findNode, open, stored: storedThings(parts) }),
    'read-delivery': readDeliveryHandler({ findTrigger, open, now: parts.now }),
  };
  return requestsDuty({
    relay,
    requests: new RequestRepository(db),
    log,
    handlers,
  });
};

const RECONCILE_LEASE_MS = 5 * 60_000;
/** Longer than anything takes that is still on its way. */
const RECONCILE_GRACE_MS = 10 * 60_000;

/** Begins when Temporal can be reached, which it asks too. */
export const reconciliation = (parts: Parts, temporal: Client): Duty =>
  reconcileDuty({
    ...parts,
    reports: new ReconcileRepository(parts.db),
    gaps: new ReconcileGapsRepository(parts.db),
    mends: new ReconcileMendsRepository(parts.db),
    outside: new ReconcileOutsideRepository(parts.db),
    isPosting: ({ type, typeVersion }) => {
      const found = findNode(type, typeVersion);
      return found?.kind === 'node' && found.gateway === 'accounting';
    },
    workflowState: workflowStateOf(temporal),
    holder: randomUUID(),
    leaseMs: RECONCILE_LEASE_MS,
    graceMs: RECONCILE_GRACE_MS,
  });
