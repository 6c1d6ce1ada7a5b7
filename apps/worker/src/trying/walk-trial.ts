import type { Plan, SegmentOrder, SegmentResult, TriedView, TryWork } from '@potok/contracts';
import { ENGINE } from '@potok/contracts/names';
import { walkSegment, type Host } from '@potok/execution';
import { GraphCore, type Launch } from '@potok/scenario/interpreter';
import type { MemoryStore } from './memory-store.js';
import { partToWalk } from './part-to-walk.js';

/** Of a for-each: enough to see, and little enough to wait for. */
export const MOST_ITEMS = 20;
export const MOST_VISITS = 200;
export const LONGEST_MS = 30_000;

/** The reason of the walk's signal when it has gone on for too long. */
export class TrialLimit extends Error {
  readonly code = 'TRIAL_LIMIT';
}

type Ended = Pick<TriedView, 'ended' | 'at'>;

/** Walks the part to its end, to a fault that no port takes, or to the limit. One step at a time, whatever runs beside it in a real run. */
export const walkTrial = async (work: TryWork, { host, store }: { host: Host; store: MemoryStore }): Promise<Ended> => {
  const plan = partToWalk(work);
  try {
    return endedAt(work, store, await walk(plan, host, work));
  } catch (error) {
    if (!(error instanceof TrialLimit)) throw error;
    const last = store.records.at(-1)?.node;
    return { ended: 'limit', ...(last === undefined ? {} : { at: last }) };
  }
};

interface Stop {
  readonly at: string | undefined;
  readonly hasFailed: boolean;
}

const walk = async (plan: Plan, host: Host, { only }: TryWork): Promise<Stop> => {
  const core = GraphCore.at(plan.skeleton, 'main', { engine: ENGINE });
  const most = only === undefined ? MOST_ITEMS : 1;
  let at: string | undefined;
  for (let ready = core.takeReady(); ready.length > 0; ready = core.takeReady()) {
    for (const launch of ready) {
      const result = await walkSegment(plan, orderOf(launch), host);
      at = result.at;
      if (result.kind === 'parked' || result.kind === 'undo') return { at, hasFailed: true };
      core.leave(launch, shortened(result, most));
      if (core.end !== undefined) return { at, hasFailed: false };
    }
  }
  return { at, hasFailed: false };
};

const shortened = (result: SegmentResult, most: number): SegmentResult =>
  result.kind === 'boundary' && (result.count ?? 0) > most ? { ...result, count: most } : result;

const orderOf = ({ from, visit, atVisit, entry, launch }: Launch): SegmentOrder => ({
  workspaceId: '' as SegmentOrder['workspaceId'],
  runId: '' as SegmentOrder['runId'],
  planHash: '',
  graph: 'main',
  mode: 'dry',
  from,
  visit,
  ...(atVisit === undefined ? {} : { atVisit }),
  entry,
  launch,
  isAlone: false,
});

const endedAt = ({ only, upTo }: TryWork, store: MemoryStore, { at, hasFailed }: Stop): Ended => {
  const place = at === undefined ? {} : { at };
  if (hasFailed) return { ended: 'failed', ...place };
  const asked = only ?? upTo;
  const isThere = asked !== undefined && store.records.some(({ node }) => node === asked);
  return isThere ? { ended: 'stopped', at: asked } : { ended: 'done', ...place };
};
