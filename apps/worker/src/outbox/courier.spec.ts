import { expect, it } from '@jest/globals';
import type { OutboxRow } from '@potok/persistence/engine';
import { Courier } from './courier.js';
import { ORDER_LEASE_MS } from './relay-outbox.js';

const aWake = (id: string): OutboxRow => ({
  id,
  workspace_id: 'ws',
  run_id: 'run',
  kind: 'wake',
  wake: { id: 'w', kind: 'event', node: 'n', visit: '0' },
  attempts: 0,
});

/** A courier whose Temporal answers as told. */
const aCourier = (carry: () => Promise<void>) => {
  const deleted: string[] = [];
  const postponed: string[] = [];
  const courier = new Courier();
  const begin = () => {
    courier.begin({
      carry,
      relay: {
        claimOutbox: async () => [],
        deleteOutbox: async (ids) => void deleted.push(...ids),
        postponeOutbox: async (id) => void postponed.push(id),
      },
      log: () => undefined,
    });
  };
  return { courier, begin, deleted, postponed };
};

it('keeps no order before Temporal can be reached: others may take it at once', () => {
  const { courier, begin } = aCourier(async () => undefined);
  expect(courier.leaseMs).toBe(0);
  begin();
  expect(courier.leaseMs).toBe(ORDER_LEASE_MS);
});

it('takes an order out of the outbox once Temporal has said yes, and puts off what it refuses', async () => {
  const answers = [() => Promise.resolve(), () => Promise.reject(new Error('unreachable'))];
  const { courier, begin, deleted, postponed } = aCourier(() => answers.shift()?.() ?? Promise.resolve());
  begin();
  courier.carry(aWake('1'), courier.leaseMs);
  courier.carry(aWake('2'), courier.leaseMs);
  await courier.stop();
  expect({ deleted, postponed }).toEqual({ deleted: ['1'], postponed: ['2'] });
});

it('has its hands full at two hundred, and leaves the rest to the outbox', async () => {
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const { courier, begin, deleted } = aCourier(() => answered);
  begin();
  for (let id = 0; id < 200; id += 1) courier.carry(aWake(String(id)), courier.leaseMs);
  expect(courier.leaseMs).toBe(0);
  courier.carry(aWake('left'), courier.leaseMs);
  answer();
  await courier.stop();
  expect(deleted).toHaveLength(200);
  expect(deleted).not.toContain('left');
});
