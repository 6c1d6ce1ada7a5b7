import { expect, it } from '@jest/globals';
import { Gathered } from './gathered.js';

/** Doubles numbers, one question at a time, and remembers who was asked together. */
const aDoubler = (fails: (items: readonly number[]) => boolean = () => false) => {
  const asked: (readonly number[])[] = [];
  const doubler = new Gathered<number, number>(async (_group, items) => {
    asked.push(items);
    await new Promise((resolve) => setImmediate(resolve));
    if (fails(items)) throw new Error(`cannot double ${items.join()}`);
    return items.map((item) => item * 2);
  });
  return { asked, doubler };
};

it('asks as one what came together, and what came while it was asking', async () => {
  const { asked, doubler } = aDoubler();
  const first = Promise.all([doubler.one('a', 1), doubler.one('a', 2)]);
  await new Promise((resolve) => setImmediate(resolve));
  const second = Promise.all([doubler.one('a', 3), doubler.one('a', 4)]);
  await expect(first).resolves.toEqual([2, 4]);
  await expect(second).resolves.toEqual([6, 8]);
  expect(asked).toEqual([
    [1, 2],
    [3, 4],
  ]);
});

it('keeps groups apart', async () => {
  const { asked, doubler } = aDoubler();
  await Promise.all([doubler.one('a', 1), doubler.one('b', 2)]);
  expect(asked).toEqual([[1], [2]]);
});

it('asks each alone when the question about all fails', async () => {
  const { doubler } = aDoubler((items) => items.includes(2));
  const answers = await Promise.allSettled([1, 2, 3].map((item) => doubler.one('a', item)));
  expect(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : 'failed'))).toEqual([2, 'failed', 6]);
});

it('asks no more than fifty at once, and forgets a group that is done', async () => {
  const { asked, doubler } = aDoubler();
  await Promise.all(Array.from({ length: 120 }, (_, item) => doubler.one('a', item)));
  expect(asked.map((items) => items.length)).toEqual([50, 50, 20]);
  await expect(doubler.one('a', 7)).resolves.toBe(14);
});
