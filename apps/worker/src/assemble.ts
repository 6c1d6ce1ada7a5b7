import type { SegmentResult } from '@potok/contracts';
import { CHANNELS } from '@potok/contracts/names';
import type { Clock, WorkerConfig } from '@potok/config';
import { EngineDatabase, RelayRepository, WorkspaceKeyRepository, type InboxKind } from '@potok/persistence/engine';
import type { Log } from '@potok/telemetry';
import { Client } from '@temporalio/client';
import type { NativeConnection, Worker } from '@temporalio/worker';
import type { Duty } from './duties/duty.js';
import { carryOrder } from './outbox/carry-order.js';
import { dutiesOf, outboxDuty, partsOf, reconciliation } from './parts.js';
import { findNode } from './registry.js';
import { runActivities } from './segments/run-activities.js';
import { Walks } from './segments/walks.js';
import { WorkspaceCodec } from './temporal/payload-codec.js';
import { findBundle } from './temporal/bundle-workflows.js';
import { connectNative, createWorker, installRuntime } from './temporal/run-worker.js';
import { WorkspaceKeys } from './temporal/workspace-keys.js';

export interface AssembledWorker {
  /** Works until told to stop. */
  run(): Promise<void>;
  stop(): Promise<void>;
  isReady(): boolean;
}

interface Given {
  readonly log: Log;
  readonly clock: Clock;
}

/** Puts the worker together: database, connections, services, duties, Temporal. */
export const assemble = async (config: WorkerConfig, { log, clock }: Given): Promise<AssembledWorker> => {
  installRuntime(log);
  const now = () => clock.now();
  const db = new EngineDatabase(config.appDatabaseUrl);
  const relay = new RelayRepository(config.relayDatabaseUrl);
  const parts = partsOf(config, { db, relay, now, log });
  const dataConverter = {
    payloadCodecs: [new WorkspaceCodec(new WorkspaceKeys(new WorkspaceKeyRepository(db), config.masterKeys))],
  };
  const all = { ...parts, relay, now, log, db };
  const nudge = (name: string) => duties.get(name)?.nudge();
  const duties = new Map(dutiesOf(config, all, nudge));
  const walks = new Walks<SegmentResult>();
  const activities = runActivities({ ...parts, walks, find: findNode, now, publicUrl: config.publicUrl, log });

  let isStopped = false;
  let worker: Worker | undefined;
  let running: Promise<void> = Promise.resolve();
  const beginLate = (duty: Duty) => {
    duties.set(duty.name, duty);
    duty.start();
  };
  const stopListening = relay.listen([CHANNELS.inbox, CHANNELS.outbox, CHANNELS.request], (channel, word) => {
    heardBy(channel, word).forEach(nudge);
  });

  const work = async (native: NativeConnection) => {
    worker = await createWorker({ ...config.temporal, activities, dataConverter, bundle: await findBundle() }, native);
    const temporal = new Client({ connection: native, namespace: config.temporal.namespace, dataConverter });
    const carrying = { relay, runs: parts.runs, temporal, isEager: true, log };
    parts.courier.begin({ relay, log, carry: (order, known) => carryOrder(carrying, order, known) });
    beginLate(outboxDuty(carrying));
    beginLate(reconciliation(all, temporal));
    log('worker.ready');
    running = worker.run();
    await running;
  };

  let native: NativeConnection | undefined;
  return {
    isReady: () => worker?.getState() === 'RUNNING',
    run: async () => {
      for (const duty of duties.values()) duty.start();
      native = await connectNative(config.temporal.address, () => isStopped, log);
      if (native !== undefined) await work(native);
    },
    stop: async () => {
      isStopped = true;
      await stopListening();
      await Promise.all([...duties.values()].map((duty) => duty.stop()));
      await parts.courier.stop();
      if (worker?.getState() === 'RUNNING') worker.shutdown();
      await running.catch((error: unknown) => {
        log('worker.failed', { error: String(error) });
      });
      await walks.stop();
      await parts.live.flush();
      await native?.close();
      await relay.close();
      await db.close();
    },
  };
};

/** Who is woken by a word on a channel. Of the inbox it says what has come: news, or something that may begin a run. */
const heardBy = (channel: string, word: string): readonly string[] =>
  (HEARERS[channel] ?? []).filter((name) => channel !== CHANNELS.inbox || word === '' || word === name);

const HEARERS: Readonly<Record<string, readonly string[]>> = {
  [CHANNELS.inbox]: ['news', 'starts'] satisfies InboxKind[],
  [CHANNELS.outbox]: ['outbox'],
  [CHANNELS.request]: ['requests', 'reconcile'],
};
