import { RUN_END_STATUSES, RUN_STATUSES } from '@potok/contracts/names';
import type { OpenRunRow } from '@potok/persistence/engine';
import { workflowIdOf } from '../outbox/carry-order.js';
import type { Gap, Reconciling } from './reconciling.js';
import { NO_ID } from './first-id.js';

const OPEN = RUN_STATUSES.filter((status) => !(RUN_END_STATUSES as readonly string[]).includes(status));
const GOING_ON: readonly (string | undefined)[] = ['RUNNING', 'PAUSED', 'CONTINUED_AS_NEW', 'UNSPECIFIED', 'UNKNOWN'];

/** Runs that our rows have open: Temporal must have them too. */
export const checkRuns = (given: Reconciling): Promise<void> =>
  given.compare({ what: 'runs' }, async () => {
    let count = 0;
    for (const status of OPEN)
      count += await given.eachRow({
        first: NO_ID,
        list: (page) => given.parts.gaps.listOpenRuns(given.workspaceId, status, page),
        idOf: (row) => row.id,
        page: async (rows) => {
          for (const row of rows) await check(given, row);
        },
      });
    return count;
  });

const check = async (given: Reconciling, run: OpenRunRow): Promise<void> => {
  // Its start is still on the way; the check of orders looks after that.
  if (run.has_start) return;
  const state = await given.parts.workflowState(workflowIdOf(given.workspaceId, run.id));
  if (GOING_ON.includes(state)) return;
  if (state === undefined && !run.has_steps) await startAgain(given, run);
  else await park(given, run, state);
};

/** Nothing has been done yet, so it begins as if it had just been accepted. */
const startAgain = async (given: Reconciling, run: OpenRunRow): Promise<void> => {
  const gap: Gap = { code: 'START_LOST', subject: `run/${run.id}`, state: 'mended', runId: run.id, facts: {} };
  const trail = given.trail(gap, { kind: 'run', id: run.id });
  if (await given.parts.mends.startAgain(given.workspaceId, run.id, trail)) await given.found(gap);
};

const park = async (given: Reconciling, run: OpenRunRow, state: string | undefined): Promise<void> => {
  const facts = { status: run.status, engineState: state ?? 'ABSENT' };
  const gap: Gap = { code: 'RUN_LOST', subject: `run/${run.id}`, state: 'parked', runId: run.id, facts };
  const isParked =
    run.fault_code === 'RUN_LOST' ||
    (await given.parts.mends.parkLost(
      given.workspaceId,
      { runId: run.id, before: given.before, fault: { kind: 'broken', code: 'RUN_LOST', facts } },
      given.trail(gap, { kind: 'run', id: run.id }),
    ));
  if (isParked) await given.found(gap);
};
