import type { GapPage, GapWaitRow } from '@potok/persistence/engine';
import type { Gap, Reconciling } from './reconciling.js';
import { NO_ID } from './first-id.js';

type Mend = (wait: GapWaitRow, trail: ReturnType<Reconciling['trail']>) => Promise<boolean>;

/** Waits whose run has ended are closed; runs whose news lie untaken are woken. */
export const checkWaits = (given: Reconciling): Promise<void> =>
  given.compare({ what: 'waits' }, async () => {
    const { gaps, mends } = given.parts;
    const { workspaceId } = given;
    const ownerless = await eachOf(given, 'WAIT_WITHOUT_RUN', {
      list: (page) => gaps.listWaitsWithoutRun(workspaceId, page),
      mend: (wait, trail) => mends.closeWait(workspaceId, wait.id, trail),
    });
    const asleep = await eachOf(given, 'NEWS_NOT_TAKEN', {
      list: (page) => gaps.listNewsNotTaken(workspaceId, page),
      mend: (wait, trail) => mends.wake(workspaceId, wait, trail),
    });
    return ownerless + asleep;
  });

const eachOf = (
  given: Reconciling,
  code: Gap['code'],
  of: { readonly list: (page: GapPage) => Promise<readonly GapWaitRow[]>; readonly mend: Mend },
): Promise<number> =>
  given.eachRow({
    first: NO_ID,
    list: of.list,
    idOf: (row) => row.id,
    page: async (rows) => {
      for (const row of rows) {
        const facts = { node: row.node_id, visit: row.visit, event: row.event };
        const gap: Gap = { code, subject: `wait/${row.id}`, state: 'mended', runId: row.run_id, facts };
        if (await of.mend(row, given.trail(gap, { kind: 'run', id: row.run_id }))) await given.found(gap);
      }
    },
  });
