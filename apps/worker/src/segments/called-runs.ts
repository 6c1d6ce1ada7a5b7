import type { RunId, RunMode, RunStatus, WorkspaceId } from '@potok/contracts';
import type { CalledRuns, UndoHost } from '@potok/execution';
import type { CalledRunRepository, CalledRunRow } from '@potok/persistence/engine';
import { newId } from '../services/new-id.js';
import type { PlanCache } from './plan-cache.js';

interface CalledParts {
  readonly plans: PlanCache;
  readonly called: CalledRunRepository;
}
interface Caller {
  readonly workspaceId: WorkspaceId;
  readonly runId: RunId;
}

/** The runs that a run has called, over PostgreSQL. `hostOf` lends a host for the rows of one of them. */
export const calledRuns = (
  { plans, called }: CalledParts,
  { workspaceId, runId: callerId }: Caller,
  hostOf: (run: Caller & { readonly mode: RunMode; readonly launch: number }) => UndoHost,
): CalledRuns => ({
  find: async (runId) => {
    const row = await called.find(workspaceId, runId);
    return row === undefined
      ? undefined
      : { status: row.status as RunStatus, isEnded: row.is_ended, ...failureOf(row) };
  },
  order: (runId, { id, kind }) => called.order(workspaceId, { runId, callerId, auditId: newId(), id, kind }),
  open: async (runId, launch) => {
    const row = await called.find(workspaceId, runId);
    if (row === undefined) throw new Error(`RUN_NOT_FOUND ${runId}`);
    const plan = await plans.getPlan(workspaceId, row.plan_hash);
    const run = { workspaceId, runId: runId as RunId, mode: row.mode, launch };
    return { plan, host: hostOf(run) };
  },
});

const failureOf = ({ failure }: CalledRunRow) =>
  failure === null ? {} : { failure: { at: { node: failure.node, visit: failure.visit }, fault: failure.fault } };

/** Nobody would watch over what a run has called once a person has closed it: they are closed with it. */
export const closeCalled = async ({ called }: CalledParts, { workspaceId, runId: callerId }: Caller): Promise<void> => {
  for (const runId of await called.listOpen(workspaceId, callerId))
    await called.order(workspaceId, {
      runId,
      callerId,
      auditId: newId(),
      id: `caller/${callerId}/close`,
      kind: 'close',
    });
};
