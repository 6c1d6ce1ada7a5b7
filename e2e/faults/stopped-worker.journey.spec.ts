import { afterAll, expect, it } from '@jest/globals';
import type { RunDetailView } from '@potok/contracts';
import { startSecondWorker } from '../support/second-worker.js';
import { diadocState } from '../support/sandbox.js';
import { potok, readStack, until } from '../support/stack.js';
import { FaultCases } from './fault-cases.js';
import type { Fleet } from './fleet.js';

const cases = new FaultCases('A worker that hangs');
afterAll(() => cases.end());

const signal = (name: 'SIGSTOP' | 'SIGCONT') => process.kill(readStack().pids['Исполнитель']?.pid ?? 0, name);
const isReady = async () => (await fetch(`http://127.0.0.1:${readStack().ports['worker'] ?? 0}/`)).ok;
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Everything that is known of the runs, so that a write of any kind is seen; their documents live on by the operator's events. */
const everythingOfRuns = async (fleet: Fleet) =>
  Promise.all(
    (await fleet.listSends()).map(async ({ id }) => {
      const { documents: _documents, ...run } = await potok<RunDetailView>('GET', `runs/${id}`);
      return run;
    }),
  );
const callsOfSends = async (fleet: Fleet) => {
  const numbers = new Set((await fleet.listSends()).map((run) => run.subject.documentNumber));
  const sent = (await diadocState()).documents.filter((one) => numbers.has(one.number));
  return sent.flatMap(({ sends }) => sends.map(({ calls }) => calls));
};
const untilDone = (fleet: Fleet) =>
  until('all runs are done', () => fleet.listSends(), {
    isEnough: (runs) => runs.every((run) => run.status === 'done'),
    timeoutMs: 150_000,
  });

it('lets another worker take over from one that hangs, and the one that comes back change nothing', async () => {
  const at = { name: 'SIGSTOP, another takes over', victim: 'Исполнитель', moment: '10 sends' };
  await cases.go(at, async (fleet) => {
    await fleet.giveSlowly(10);
    signal('SIGSTOP');
    const second = await startSecondWorker();
    try {
      await untilDone(fleet);
      // What was in flight was sent again by the second one, with the same key: the operator knew it.
      expect(Math.max(...(await callsOfSends(fleet)))).toBeGreaterThan(1);
      const [before, callsBefore] = [await everythingOfRuns(fleet), await callsOfSends(fleet)];
      signal('SIGCONT');
      await until('the worker that hung is back', isReady, { isEnough: (value) => value });
      await pause(5000);
      expect(await everythingOfRuns(fleet)).toEqual(before);
      // A call that it had in hand goes out with the key of the first: the operator knows it, and nothing is sent twice.
      expect(await callsOfSends(fleet)).toHaveLength(callsBefore.length);
    } finally {
      signal('SIGCONT');
      await second.stop();
    }
  });
}, 300_000);
