import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { activityInfo, cancellationSignal, heartbeat, ApplicationFailure } from '@temporalio/activity';
import {
  NodeFault,
  uuidV7,
  type PlanStep,
  type RunActivities,
  type RunId,
  type RunMode,
  type SegmentGoesOn,
  type SegmentOrder,
  type SegmentResult,
  type UndoOrder,
  type WorkspaceId,
} from '@potok/contracts';
import { ENGINE } from '@potok/contracts/names';
import { FenceLost, TryLater, undoRun, walkSegment, type Host, type UndoHost } from '@potok/execution';
import type { NodeDefinition, WaitDefinition } from '@potok/node-sdk';
import type { CalledRunRepository, RunRepository, SegmentRepository } from '@potok/persistence/engine';
import type { OpenConnections } from '../connections/open-connections.js';
import type { ServiceDesk } from '../services/service-desk.js';
import type { LiveTeller } from '../live/live-teller.js';
import type { CallListeners } from './call-listeners.js';
import { calledRuns, closeCalled } from './called-runs.js';
import type { FreshRuns } from './fresh-runs.js';
import type { KeptValues } from './kept-values.js';
import type { PlanCache } from './plan-cache.js';
import { PostgresStepStore } from './postgres-step-store.js';
import type { Walks } from './walks.js';

const HEARTBEAT_MS = 3000;
/** Longer than nearly every segment takes, and shorter than the workflow task that a first try lies in. */
const FIRST_TRY_MS = 5000;
const FENCE_PAUSE_MS = 1000;

export interface SegmentParts {
  readonly plans: PlanCache;
  readonly segments: SegmentRepository;
  readonly kept: KeptValues;
  readonly runs: RunRepository;
  readonly called: CalledRunRepository;
  readonly connections: OpenConnections;
  readonly services: ServiceDesk;
  readonly listeners: CallListeners;
  readonly walks: Walks<SegmentResult>;
  readonly fresh: FreshRuns;
  readonly live: LiveTeller;
  readonly find: (type: string, version: number) => NodeDefinition | WaitDefinition | undefined;
  readonly now: () => Date;
  readonly publicUrl: string;
  readonly log: (event: string, facts?: Record<string, unknown>) => void;
}

/** The activities of a run. What they throw is for Temporal: come back after this delay, or give up. */
export const runActivities = (parts: SegmentParts): RunActivities => ({
  trySegment: (order) => firstTry(segment(parts, order)),
  runSegment: async (order) => {
    if (order.delayMs !== undefined && order.delayMs > 0 && activityInfo().attempt === 1) throw comeBack(order.delayMs);
    return beating(() => segment(parts, order));
  },
  undoRun: (order) => beating(() => undo(parts, order)),
  recordStatus: async ({ workspaceId, runId, status }) => {
    if (status === 'closed-by-person') await closeCalled(parts, { workspaceId, runId });
    await parts.runs.recordStatus(workspaceId, runId, status);
  },
});

const segment = (parts: SegmentParts, order: SegmentOrder): Promise<SegmentResult> =>
  parts.walks.walk(
    `${order.runId}/${order.launch}`,
    (signal) =>
      walkOnce(parts, order, signal).finally(() => {
        if (order.launch === 1) parts.fresh.begun(order.runId);
      }),
    cancellationSignal(),
  );

const walkOnce = async (parts: SegmentParts, order: SegmentOrder, signal: AbortSignal): Promise<SegmentResult> => {
  const plan = await parts.plans.getPlan(order.workspaceId, order.planHash);
  const store = new PostgresStepStore(parts, order, order.isAlone);
  return walkSegment(plan, order, hostOf(parts, order, { store, signal }));
};

/** Does not stop what takes long: the activity that follows joins it. */
const firstTry = async (walk: Promise<SegmentResult>): Promise<SegmentResult | SegmentGoesOn> => {
  const over = new AbortController();
  const late = sleep(FIRST_TRY_MS, { kind: 'goes-on' as const, delayMs: 0 }, { signal: over.signal });
  late.catch(() => undefined);
  try {
    return await Promise.race([walk, late]);
  } catch (error) {
    return { kind: 'goes-on', delayMs: pauseAfter(error) };
  } finally {
    over.abort();
  }
};

const undo = async (parts: SegmentParts, order: UndoOrder) => {
  const plan = await parts.plans.getPlan(order.workspaceId, order.planHash);
  const result = await undoRun(plan, undoHostOf(parts, order), order);
  const { workspaceId, runId, launch } = order;
  if (result.kind === 'undone') await parts.runs.recordStatus(workspaceId, runId, order.as);
  if (result.kind === 'failed') {
    await parts.runs.recordStatus(workspaceId, runId, 'needs-a-person');
    await parts.called.tellUndoFailed(workspaceId, runId, launch);
  }
  return result;
};

const undoHostOf = (parts: SegmentParts, order: RunPlace & { readonly launch: number }): UndoHost => ({
  ...hostOf(parts, order, {
    store: new PostgresStepStore(parts, order, false),
    signal: cancellationSignal(),
  }),
  called: calledRuns(parts, order, (called) => undoHostOf(parts, called)),
});

interface RunPlace {
  readonly workspaceId: WorkspaceId;
  readonly runId: RunId;
  readonly mode: RunMode;
}

const hostOf = (
  parts: SegmentParts,
  order: RunPlace,
  { store, signal }: { readonly store: PostgresStepStore; readonly signal: AbortSignal },
): Host => ({
  store,
  find: (type, version) => {
    const found = parts.find(type, version);
    if (found === undefined) throw new NodeFault('broken', 'NODE_TYPE_UNKNOWN', { facts: { type, version } });
    return found;
  },
  connect: async (step: PlanStep) => {
    const connectionId = step.slot === undefined ? undefined : store.slots[step.slot];
    if (connectionId === undefined)
      throw new NodeFault('invalid', 'CONNECTION_MISSING', { facts: { slot: step.slot ?? '' } });
    return parts.connections.openFor(order.mode, order.workspaceId, connectionId);
  },
  inStep: (place, work) =>
    parts.listeners.during((call) => {
      store.note(place, call);
    }, work),
  startChild: async (child) => {
    const isPinned = await parts.runs.startChild(order.workspaceId, {
      id: child.runId,
      scenarioId: child.scenarioId,
      planHash: child.planHash,
      input: child.input,
      engine: ENGINE,
      mode: order.mode,
      now: parts.now(),
      ofRunId: order.runId,
    });
    if (!isPinned) throw new NodeFault('invalid', 'CALLED_SCENARIO_GONE', { facts: { scenarioId: child.scenarioId } });
  },
  findEnd: (runId) => parts.runs.findEnd(order.workspaceId, runId),
  services: (needs, place) =>
    parts.services.lend(needs, { workspaceId: order.workspaceId, runId: order.runId, ...place }),
  now: parts.now,
  newId: () => uuidV7(Date.now(), randomBytes(10)),
  newToken: () => randomBytes(24).toString('base64url'),
  callbackUrl: (token) => `${parts.publicUrl}/callbacks/${token}`,
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
  log: parts.log,
  signal,
});

/** Beats while the work goes on, so that a dead worker is noticed, and translates what was thrown. */
const beating = async <T>(work: () => Promise<T>): Promise<T> => {
  const timer = setInterval(() => {
    heartbeat();
  }, HEARTBEAT_MS);
  try {
    return await work();
  } catch (error) {
    throw asFailure(error);
  } finally {
    clearInterval(timer);
  }
};

/** How long to leave a segment alone after its first try failed so. */
const pauseAfter = (error: unknown): number => {
  if (error instanceof TryLater) return error.delayMs;
  return error instanceof FenceLost ? FENCE_PAUSE_MS : 0;
};

/** No failure: this activity asks to be tried again later. */
const comeBack = (delayMs: number, why = { code: 'COME_BACK', message: `in ${delayMs} ms` }) =>
  ApplicationFailure.create({
    type: why.code,
    message: why.message,
    nextRetryDelay: delayMs,
    category: 'BENIGN',
  });

const asFailure = (error: unknown): unknown => {
  if (error instanceof TryLater) return comeBack(error.delayMs, { code: error.fault.code, message: error.message });
  // The other attempt answers for this segment. Should it be gone, the next try takes the fence again.
  if (error instanceof FenceLost) return comeBack(FENCE_PAUSE_MS, error);
  if (error instanceof NodeFault)
    return ApplicationFailure.create({ type: error.code, message: error.code, nextRetryDelay: giveTime() });
  return error;
};

/** Trouble outside any step (database gone, plan unreadable) is tried again for ever, ever more rarely. */
const giveTime = (): number => Math.min(1000 * 2 ** Math.min(activityInfo().attempt, 6), 60_000);
