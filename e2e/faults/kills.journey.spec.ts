import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { readStack } from '../support/stack.js';
import { openSendOrders, type SendOrders } from './send-orders.js';

let orders: SendOrders;
beforeAll(async () => {
  orders = await openSendOrders(20);
}, 120_000);
afterAll(() => orders.close());

describe('kill -9 while twenty sends are in flight', () => {
  it.each(['Исполнитель', 'API', 'Temporal', 'PostgreSQL'])(
    '%s: nothing is lost, nothing is sent or posted twice',
    async (victim) => {
      await orders.give();
      process.kill(readStack().pids[victim]?.pid ?? 0, 'SIGKILL');
      await orders.expectDoneOnce();
    },
    240_000,
  );
});
