import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { RunDetailView } from '@potok/contracts';
import { startSecondWorker } from '../support/second-worker.js';
import { diadocState } from '../support/sandbox.js';
import { potok, readStack, until } from '../support/stack.js';
import { openSendOrders, type SendOrders } from './send-orders.js';

let orders: SendOrders;
beforeAll(async () => {
  orders = await openSendOrders(10);
}, 120_000);
afterAll(() => orders.close());

const signal = (name: 'SIGSTOP' | 'SIGCONT') => process.kill(readStack().pids['Исполнитель']?.pid ?? 0, name);
const isReady = async () => (await fetch(`http://127.0.0.1:${readStack().ports['worker'] ?? 0}/`)).ok;
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Everything that is known of the runs, so that a write of any kind is seen; their documents live on by the operator's events. */
const everythingOfRuns = async () =>
  Promise.all(
    (await orders.runs()).map(async ({ id }) => {
      const { documents: _documents, ...run } = await potok<RunDetailView>('GET', `runs/${id}`);
      return run;
    }),
  );
const numbersOf = async () => new Set((await orders.runs()).map((run) => run.subject.documentNumber));
const callsOfSends = async () => {
  const numbers = await numbersOf();
  const sent = (await diadocState()).documents.filter((one) => numbers.has(one.number));
  return sent.flatMap(({ sends }) => sends.map(({ calls }) => calls));
};

it('lets another worker take over from one that hangs, and the one that comes back change nothing', async () => {
  await orders.give();
  signal('SIGSTOP');
  const second = await startSecondWorker();
  try {
    await orders.expectDoneOnce();
    // What was in flight was sent again by the second one, with the same key: the operator knew it.
    expect(Math.max(...(await callsOfSends()))).toBeGreaterThan(1);
    const [before, callsBefore] = [await everythingOfRuns(), await callsOfSends()];
    signal('SIGCONT');
    await until('the worker that hung is back', isReady, { isEnough: (value) => value });
    await pause(5000);
    expect(await everythingOfRuns()).toEqual(before);
    expect(await callsOfSends()).toEqual(callsBefore);
    await orders.expectDoneOnce();
  } finally {
    signal('SIGCONT');
    await second.stop();
  }
}, 240_000);
