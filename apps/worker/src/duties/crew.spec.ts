import { afterEach, expect, it } from '@jest/globals';
import { crew, type CrewOptions } from './crew.js';

interface Row {
  readonly id: string;
}

const stopping: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stopping.splice(0)) await stop();
});

/** A crew over a list of rows; `held` rows are not done before they are let go. */
const aCrew = (ids: readonly string[], over: Partial<CrewOptions<Row>> = {}) => {
  const waiting = [...ids];
  const held = new Map<string, () => void>();
  const begun: string[] = [];
  const done: string[] = [];
  const errors: unknown[] = [];
  const duty = crew<Row>({
    name: 'trial',
    idleMs: 60_000,
    most: 2,
    take: async (limit) => waiting.splice(0, limit).map((id) => ({ id })),
    each: async ({ id }) => {
      begun.push(id);
      if (id.startsWith('slow')) await new Promise<void>((resolve) => held.set(id, resolve));
      if (id.startsWith('bad')) throw new Error(id);
      done.push(id);
    },
    onError: (error) => errors.push(error),
    ...over,
  });
  duty.start();
  stopping.push(() => {
    for (const release of held.values()) release();
    return duty.stop();
  });
  return { begun, done, errors, release: (id: string) => held.get(id)?.(), nudge: () => duty.nudge() };
};
const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
};

it('goes on with the others while one row takes long', async () => {
  const { done } = aCrew(['slow', 'a', 'b', 'c']);
  await until(() => done.length === 3);
  expect(done).toEqual(['a', 'b', 'c']);
});

it('has no more in hand than it may', async () => {
  const { begun, release } = aCrew(['slow-1', 'slow-2', 'a']);
  await until(() => begun.length === 2);
  await new Promise((resolve) => setImmediate(resolve));
  expect(begun).toEqual(['slow-1', 'slow-2']);
  release('slow-1');
  await until(() => begun.includes('a'));
});

it('tells of a row that failed and takes the next', async () => {
  const { done, errors } = aCrew(['bad', 'a', 'b']);
  await until(() => done.length === 2);
  expect(errors).toEqual([new Error('bad')]);
});

it('names what it has in hand, so that it is not taken twice', async () => {
  const seen: string[][] = [];
  const rows: Row[] = [{ id: 'slow-1' }, { id: 'slow-2' }];
  const { nudge } = aCrew([], {
    most: 3,
    take: async (_limit, inHand) => {
      seen.push([...inHand]);
      return seen.length === 1 ? rows : [];
    },
  });
  await until(() => seen.length >= 1);
  nudge();
  await until(() => seen.length >= 2);
  expect(seen.slice(0, 2)).toEqual([[], ['slow-1', 'slow-2']]);
});
