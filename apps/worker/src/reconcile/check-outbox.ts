import type { StuckOrderRow } from '@potok/persistence/engine';
import type { Gap, Reconciling } from './reconciling.js';

/** Orders to Temporal that should have gone long ago. One that is forgotten is handed to the relay again; one that the relay tries and tries is shown. */
export const checkOutbox = (given: Reconciling): Promise<void> =>
  given.compare({ what: 'outbox' }, () =>
    given.eachRow({
      first: '0',
      list: (page) => given.parts.gaps.listStuckOrders(given.workspaceId, page),
      idOf: (row) => row.id,
      page: async (rows) => {
        for (const row of rows) await check(given, row);
      },
    }),
  );

const check = async (given: Reconciling, row: StuckOrderRow): Promise<void> => {
  const gap: Gap = {
    code: 'ORDER_STUCK',
    subject: `order/${row.id}`,
    state: row.is_forgotten ? 'mended' : 'open',
    runId: row.run_id,
    facts: { kind: row.kind, attempts: row.attempts, since: row.created_at.toISOString() },
  };
  if (!row.is_forgotten) return given.found(gap);
  const trail = given.trail(gap, { kind: 'run', id: row.run_id });
  if (await given.parts.mends.orderAgain(given.workspaceId, row.id, trail)) await given.found(gap);
};
