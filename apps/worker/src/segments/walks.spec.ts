import { expect, it } from '@jest/globals';
import { Walks } from './walks.js';

const never = new AbortController().signal;
/** A walk that ends when told, and says when it is aborted. */
const aWalk = () => {
  let end = (_value: string): void => undefined;
  let begun = 0;
  const begin = (signal: AbortSignal) =>
    new Promise<string>((resolve, reject) => {
      begun += 1;
      end = resolve;
      signal.addEventListener('abort', () => {
        reject(signal.reason as Error);
      });
    });
  return { begin, end: (value: string) => end(value), begun: () => begun };
};

it('joins a walk that is under way, and begins anew when it is over', async () => {
  const walks = new Walks<string>();
  const walk = aWalk();
  const both = [walks.walk('r/1', walk.begin, never), walks.walk('r/1', walk.begin, never)];
  walk.end('left');
  await expect(Promise.all(both)).resolves.toEqual(['left', 'left']);
  expect(walk.begun()).toBe(1);
  const again = walks.walk('r/1', walk.begin, never);
  walk.end('again');
  await expect(again).resolves.toBe('again');
});

it('ends the walk of the one who is told to stop', async () => {
  const walks = new Walks<string>();
  const told = new AbortController();
  const waiting = walks.walk('r/1', aWalk().begin, told.signal);
  told.abort(new Error('the worker leaves'));
  await expect(waiting).rejects.toThrow('the worker leaves');
});

it('ends what nobody came back for when it stops', async () => {
  const walks = new Walks<string>();
  const walk = aWalk();
  const forgotten = walks.walk('r/1', walk.begin, never);
  const ended = expect(forgotten).rejects.toThrow('WORKER_STOPS');
  await walks.stop();
  await ended;
});
