import { setTimeout as sleep } from 'node:timers/promises';
import type { RunActivities } from '@potok/contracts';
import { TASK_QUEUE } from '@potok/contracts/names';
import type { Log } from '@potok/telemetry';
import type { DataConverter, Logger } from '@temporalio/common';
import { NativeConnection, Runtime, Worker, type WorkflowBundleOption } from '@temporalio/worker';

const GRACE = '30 seconds';

/** What the SDK and its core have to say of trouble goes to our log; every step of their own work would bury it. */
export const temporalLogger = (log: Pick<Log, 'warn' | 'error'>): Logger => {
  const silent = () => undefined;
  const warn = (message: string) => log.warn('temporal.core', { message });
  const error = (message: string) => log.error('temporal.core', { message });
  return {
    log: (level, message) => {
      if (level === 'WARN') warn(message);
      if (level === 'ERROR') error(message);
    },
    trace: silent,
    debug: silent,
    info: silent,
    warn,
    error,
  };
};

/** Core writes through our logger, and stops nothing by itself: the process decides when to end. */
export const installRuntime = (log: Pick<Log, 'warn' | 'error'>): void => {
  Runtime.install({
    shutdownSignals: [],
    telemetryOptions: { logging: { forward: {}, filter: 'WARN' } },
    logger: temporalLogger(log),
  });
};

export interface WorkerParts {
  readonly address: string;
  readonly namespace: string;
  readonly activities: RunActivities;
  readonly dataConverter: DataConverter;
  readonly bundle: WorkflowBundleOption;
}

/** Connects when the server answers, however long that takes; every try that fails is said. */
export const connectNative = async (
  address: string,
  isStopped: () => boolean,
  log: Pick<Log, 'warn'>,
): Promise<NativeConnection | undefined> => {
  for (let pauseMs = 250; !isStopped(); pauseMs = Math.min(pauseMs * 2, 5000)) {
    try {
      return await NativeConnection.connect({ address });
    } catch (error) {
      log.warn('temporal.unreachable', { address, pauseMs, error });
      await sleep(pauseMs);
    }
  }
  return undefined;
};

export const createWorker = async (parts: WorkerParts, connection: NativeConnection): Promise<Worker> =>
  Worker.create({
    connection,
    namespace: parts.namespace,
    taskQueue: TASK_QUEUE,
    activities: { ...parts.activities },
    dataConverter: parts.dataConverter,
    workflowBundle: parts.bundle,
    maxCachedWorkflows: 500,
    maxConcurrentActivityTaskExecutions: 100,
    maxConcurrentWorkflowTaskExecutions: 100,
    shutdownGraceTime: GRACE,
  });
