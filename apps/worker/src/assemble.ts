import { randomUUID } from 'node:crypto';
import type { Clock, WorkerConfig } from '@potok/config';
import { createHttp } from '@potok/connector-kit';
import { CHANNELS } from '@potok/contracts/names';
import { openBlobStore } from '@potok/persistence';
import {
  AuditSealerRepository,
  ConnectionReader,
  CursorRepository,
  DocumentStore,
  EngineDatabase,
  InboxRepository,
  OrganizationReader,
  PublishedRepository,
  RelayRepository,
  RequestRepository,
  RunCommandRepository,
  RunRepository,
  ScheduleRepository,
  SegmentRepository,
  WaitRepository,
  WorkspaceKeyRepository,
} from '@potok/persistence/engine';
import { Client, Connection } from '@temporalio/client';
import type { Worker } from '@temporalio/worker';
import { admissionDuty } from './admission/admission-duty.js';
import { sealerDuty } from './audit/sealer-duty.js';
import { OpenConnections } from './connections/open-connections.js';
import { handleCallback } from './docflow/handle-callback.js';
import { handleOperatorEvent } from './docflow/handle-operator-event.js';
import { pump, type Duty } from './duties/duty.js';
import { expiredWaitsDuty } from './duties/expired-waits-duty.js';
import { relayOutbox } from './outbox/relay-outbox.js';
import { crmSweepReader } from './pollers/crm-sweep.js';
import { operatorBoxReader } from './pollers/operator-box.js';
import { pollersDuty } from './pollers/poll-cursor.js';
import { connectionDefinitions, findNode, findTrigger } from './registry.js';
import { checkConnectionHandler, describeHandler, listHandler } from './requests/connection-requests.js';
import { requestsDuty } from './requests/requests-duty.js';
import { runCommandHandler } from './requests/run-command.js';
import { schedulesDuty } from './schedules/schedules-duty.js';
import { PlanCache } from './segments/plan-cache.js';
import { runActivities } from './segments/run-activities.js';
import { ServiceDesk } from './services/service-desk.js';
import { WorkspaceCodec } from './temporal/payload-codec.js';
import { bundleWorkflows, connectNative, createWorker, installRuntime } from './temporal/run-worker.js';
import { WorkspaceKeys } from './temporal/workspace-keys.js';

export interface AssembledWorker {
  /** Works until told to stop. */
  run(): Promise<void>;
  stop(): Promise<void>;
  isReady(): boolean;
}

type LogFacts = (event: string, facts?: Record<string, unknown>) => void;

/** Puts the worker together: database, connections, services, duties, Temporal. */
export const assemble = async (
  config: WorkerConfig,
  { log, clock }: { readonly log: LogFacts; readonly clock: Clock },
): Promise<AssembledWorker> => {
  installRuntime(log);
  const now = () => clock.now();
  const db = new EngineDatabase(config.appDatabaseUrl);
  const relay = new RelayRepository(config.relayDatabaseUrl);
  const parts = partsOf(config, { db, relay, now, log });
  const dataConverter = {
    payloadCodecs: [new WorkspaceCodec(new WorkspaceKeys(new WorkspaceKeyRepository(db), config.masterKeys))],
  };
  const clientConnection = Connection.lazy({ address: config.temporal.address });
  const temporal = new Client({ connection: clientConnection, namespace: config.temporal.namespace, dataConverter });
  const duties = dutiesOf(config, { ...parts, relay, now, log, temporal, db });
  const stopListening = relay.listen([CHANNELS.inbox, CHANNELS.outbox, CHANNELS.request], (channel) => {
    duties.get(channel)?.nudge();
  });

  let isStopped = false;
  let worker: Worker | undefined;
  let running: Promise<void> = Promise.resolve();
  const activities = runActivities({ ...parts, find: findNode, now, publicUrl: config.publicUrl, log });
  return {
    isReady: () => worker?.getState() === 'RUNNING',
    run: async () => {
      for (const duty of duties.values()) duty.start();
      const bundle = await bundleWorkflows();
      const native = await connectNative(config.temporal.address, () => isStopped);
      if (native === undefined) return;
      worker = await createWorker({ ...config.temporal, activities, dataConverter, bundle }, native);
      log('worker.ready');
      running = worker.run();
      await running.finally(() => native.close());
    },
    stop: async () => {
      isStopped = true;
      await stopListening();
      await Promise.all([...duties.values()].map((duty) => duty.stop()));
      if (worker?.getState() === 'RUNNING') worker.shutdown();
      await running.catch((error: unknown) => {
        log('worker.failed', { error: String(error) });
      });
      await clientConnection.close();
      await relay.close();
      await db.close();
    },
  };
};

interface Ground {
  readonly db: EngineDatabase;
  readonly relay: RelayRepository;
  readonly now: () => Date;
  readonly log: LogFacts;
}

const partsOf = (config: WorkerConfig, { db, now, log }: Ground) => {
  const organizations = new OrganizationReader(db);
  const connectionRows = new ConnectionReader(db);
  const documents = new DocumentStore(db);
  const { masterKeys: keys, allowedHosts: allowHosts } = config;
  return {
    plans: new PlanCache(db),
    segments: new SegmentRepository(db),
    runs: new RunRepository(db),
    inbox: new InboxRepository(db),
    cursors: new CursorRepository(db),
    documents,
    organizations,
    connectionRows,
    connections: new OpenConnections({
      rows: connectionRows,
      definitions: connectionDefinitions,
      keys,
      allowHosts,
      now,
      log,
    }),
    services: new ServiceDesk({
      documents,
      organizations,
      blobs: openBlobStore(config.blobStore, db),
      keys,
      http: createHttp({ allowHosts, now, log }),
      now,
    }),
  };
};

/** Every duty under its name, or under the channel that wakes it. */
const dutiesOf = (
  config: WorkerConfig,
  parts: ReturnType<typeof partsOf> & Ground & { readonly temporal: Client },
): ReadonlyMap<string, Duty> => {
  const { relay, now, log, db } = parts;
  const docflow = { ...parts };
  const requestParts = {
    connections: parts.connections,
    rows: parts.connectionRows,
    cursors: parts.cursors,
    organizations: parts.organizations,
  };
  return new Map<string, Duty>([
    [
      CHANNELS.inbox,
      admissionDuty(relay, {
        ...parts,
        published: new PublishedRepository(db),
        findTrigger,
        others: {
          operator: (workspaceId, row) => handleOperatorEvent(docflow, workspaceId, row),
          callback: (workspaceId, row) => handleCallback(parts, workspaceId, row),
        },
      }),
    ],
    [
      CHANNELS.outbox,
      pump({
        name: 'outbox',
        idleMs: config.relayIdleMs,
        work: () => relayOutbox(parts),
        onError: (error) => {
          log('outbox.stalled', { error: String(error) });
        },
      }),
    ],
    [
      CHANNELS.request,
      requestsDuty({
        relay,
        requests: new RequestRepository(db),
        log,
        handlers: {
          'run-command': runCommandHandler(new RunCommandRepository(db)),
          'check-connection': checkConnectionHandler(requestParts),
          'connection-list': listHandler(requestParts),
          'describe-connection': describeHandler(requestParts),
        },
      }),
    ],
    [
      'pollers',
      pollersDuty({
        ...parts,
        holder: randomUUID(),
        leaseMs: config.leaseMs,
        readers: {
          'operator-box': operatorBoxReader(config.boxPollMs),
          'crm-sweep': crmSweepReader(config.sweepMs, now),
        },
      }),
    ],
    [
      'schedules',
      schedulesDuty({ relay, schedules: new ScheduleRepository(db), tickMs: config.scheduleTickMs, now, log }),
    ],
    ['expired-waits', expiredWaitsDuty({ relay, waits: new WaitRepository(db), now, log })],
    ['audit-sealer', sealerDuty({ relay, sealer: new AuditSealerRepository(db), log })],
  ]);
};
