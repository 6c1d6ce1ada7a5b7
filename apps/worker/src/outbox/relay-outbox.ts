import type { OutboxRow, RelayRepository } from '@potok/persistence/engine';
import { carryOrder, type CarryParts } from './carry-order.js';

const BATCH = 50;
/** Whoever has taken an order has so long to carry it; after that it is another's. */
export const ORDER_LEASE_MS = 15_000;
const MAX_DELAY_MS = 30_000;

export interface RelayParts extends CarryParts {
  readonly relay: Pick<RelayRepository, 'claimOutbox' | 'deleteOutbox' | 'postponeOutbox'>;
  readonly log: (event: string, facts?: Record<string, unknown>) => void;
}

/** Carries orders that nobody has in hand from the outbox to Temporal. A row goes only after Temporal has said yes. */
export const relayOutbox = async (parts: RelayParts): Promise<number> => {
  const rows = await parts.relay.claimOutbox(BATCH, ORDER_LEASE_MS);
  if (rows.length === 0) return 0;
  // Orders of one run keep their order; runs do not wait for each other.
  const byRun = new Map<string, OutboxRow[]>();
  for (const row of rows) byRun.set(row.run_id, [...(byRun.get(row.run_id) ?? []), row]);
  const sent = await Promise.all([...byRun.values()].map((orders) => relayRun(parts, orders)));
  await parts.relay.deleteOutbox(sent.flat());
  return rows.length;
};

const relayRun = async (parts: RelayParts, orders: readonly OutboxRow[]): Promise<string[]> => {
  const sent: string[] = [];
  for (const order of orders) {
    try {
      await carryOrder(parts, order);
      sent.push(order.id);
    } catch (error) {
      await postpone(parts, order, error);
      break;
    }
  }
  return sent;
};

/** Could not be carried now: it is tried again, ever more rarely. */
export const postpone = async (
  parts: Pick<RelayParts, 'relay' | 'log'>,
  order: OutboxRow,
  error: unknown,
): Promise<void> => {
  parts.log('outbox.postponed', { runId: order.run_id, attempts: order.attempts, error: String(error) });
  await parts.relay.postponeOutbox(order.id, Math.min(250 * 2 ** Math.min(order.attempts, 10), MAX_DELAY_MS));
};
