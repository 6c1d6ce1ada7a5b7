import { expect, it } from '@jest/globals';
import type { DueQueue } from '@potok/persistence/engine';
import { watchDuty } from './watch-duty.js';

const AT = new Date('2026-11-28T12:00:00Z');

/** Lets it look as often as there are answers, and tells whom it nudged. */
const watched = async (answers: readonly (readonly DueQueue[] | Error)[]) => {
  const nudged: DueQueue[] = [];
  const logged: string[] = [];
  const asked: Date[] = [];
  const left = [...answers];
  const duty = watchDuty({
    relay: {
      listDue: async (now) => {
        asked.push(now);
        const answer = left.shift() ?? [];
        if (answer instanceof Error) throw answer;
        return [...answer];
      },
    },
    everyMs: 60_000,
    nudge: (queue) => nudged.push(queue),
    now: () => AT,
    log: (event) => logged.push(event),
  });
  duty.start();
  for (const _ of answers) {
    await new Promise((done) => setImmediate(done));
    duty.nudge();
  }
  await duty.stop();
  return { nudged, logged, asked };
};

it('nudges who works on a queue in which something is due, and nobody else', async () => {
  expect(await watched([['starts', 'expired-waits'], [], ['outbox']])).toMatchObject({
    nudged: ['starts', 'expired-waits', 'outbox'],
    logged: [],
  });
});

it('asks by the clock of the engine', async () => {
  const { asked } = await watched([[]]);
  expect(asked[0]).toEqual(AT);
});

it('says that it could not look, and goes on', async () => {
  expect(await watched([new Error('away'), ['news']])).toMatchObject({ nudged: ['news'], logged: ['watch.stalled'] });
});
