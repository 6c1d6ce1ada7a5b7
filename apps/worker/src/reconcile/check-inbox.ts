import type { StuckDeliveryRow } from '@potok/persistence/engine';
import type { Gap, Reconciling } from './reconciling.js';
import { NO_ID } from './first-id.js';

/** Deliveries that nobody has decided, and kept ones for which there is now a wait or a document. */
export const checkInbox = (given: Reconciling): Promise<void> =>
  given.compare({ what: 'inbox' }, async () => {
    const { gaps } = given.parts;
    const stuck = await eachOf(given, 'DELIVERY_STUCK', (page) => gaps.listStuckDeliveries(given.workspaceId, page));
    return stuck + (await eachOf(given, 'EVENT_KEPT', (page) => gaps.listKeptDeliveries(given.workspaceId, page)));
  });

const eachOf = (
  given: Reconciling,
  code: 'DELIVERY_STUCK' | 'EVENT_KEPT',
  list: Parameters<typeof given.eachRow<StuckDeliveryRow>>[0]['list'],
): Promise<number> =>
  given.eachRow({
    first: NO_ID,
    list,
    idOf: (row) => row.id,
    page: async (rows) => {
      for (const row of rows) await check(given, code, row);
    },
  });

const check = async (given: Reconciling, code: Gap['code'], row: StuckDeliveryRow): Promise<void> => {
  const gap: Gap = {
    code,
    subject: `delivery/${row.id}`,
    state: row.is_forgotten ? 'mended' : 'open',
    facts: { deliveryId: row.id, source: row.source, attempts: row.attempts, since: row.received_at.toISOString() },
  };
  if (!row.is_forgotten) return given.found(gap);
  const trail = given.trail(gap, { kind: 'delivery', id: row.id });
  if (await given.parts.mends.deliverAgain(given.workspaceId, row.id, trail)) await given.found(gap);
};
