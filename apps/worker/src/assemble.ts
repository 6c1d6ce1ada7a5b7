import type { Clock, WorkerConfig } from '@potok/config';
import type { SegmentResult } from '@potok/contracts';
import { CHANNELS } from '@potok/contracts/names';
import { EngineDatabase, RelayRepository, WorkspaceKeyRepository } from '@potok/persistence/engine';
import type { Log } from '@potok/telemetry';
import { Client, Connection } from '@temporalio/client';
import type { Worker } from '@temporalio/worker';
import { findNode } from './registry.js';
import { runActivities } from './segments/run-activities.js';
import { Walks } from './segments/walks.js';
import { WorkspaceCodec } from './temporal/payload-codec.js';
import { bundleWorkflows, connectNative, createWorker, installRuntime } from './temporal/run-worker.js';
import { WorkspaceKeys } from './temporal/workspace-keys.js';

import { dutiesOf, partsOf } from './parts.js';

export interface AssembledWorker {
  /** Works until told to stop. */
  run(): Promise<void>;
  stop(): Promise<void>;
  isReady(): boolean;
}

/** Puts the worker together: database, connections, services, duties, Temporal. */
export const assemble = async (
  config: WorkerConfig,
  { log, clock }: { readonly log: Log; readonly clock: Clock },
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
  const walks = new Walks<SegmentResult>();
  const activities = runActivities({ ...parts, walks, find: findNode, now, publicUrl: config.publicUrl, log });
  return {
    isReady: () => worker?.getState() === 'RUNNING',
    run: async () => {
      for (const duty of duties.values()) duty.start();
      const bundle = await bundleWorkflows();
      const native = await connectNative(config.temporal.address, () => isStopped, log);
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
      await walks.stop();
      await clientConnection.close();
      await relay.close();
      await db.close();
    },
  };
};
