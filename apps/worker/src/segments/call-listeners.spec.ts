import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { CallListeners } from './call-listeners.js';

it('tells two steps that work at once apart, and hears nothing beside them', async () => {
  const listeners = new CallListeners();
  const of = { first: () => undefined, second: () => undefined };
  const found = await Promise.all(
    [of.first, of.second].map((listener) =>
      listeners.during(listener, async () => {
        await sleep(1);
        return listeners.current();
      }),
    ),
  );
  expect(found).toEqual([of.first, of.second]);
  expect(listeners.current()).toBeUndefined();
});
