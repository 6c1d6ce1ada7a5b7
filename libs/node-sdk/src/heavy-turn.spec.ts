import { expect, it } from '@jest/globals';
import { heavyTurn } from './heavy-turn.js';

const MB = 1024 * 1024;
const story = () => {
  const told: string[] = [];
  const work = async (name: string, sizeBytes: number) => {
    await heavyTurn(sizeBytes);
    told.push(name);
  };
  const beat = new Promise<void>((done) => {
    let left = 4;
    const tick = () => {
      told.push('beat');
      left -= 1;
      if (left === 0) done();
      else setTimeout(tick, 0);
    };
    setTimeout(tick, 0);
  });
  return { told, work, beat };
};

it('lets the loop turn between the heavy pieces of many runs', async () => {
  const { told, work, beat } = story();
  await Promise.all([beat, work('a', MB), work('b', MB), work('c', MB)]);
  const works = told.filter((one) => one !== 'beat');
  expect(works).toEqual(['a', 'b', 'c']);
  expect(told.join(' ')).not.toMatch(/\ba b\b|\bb c\b/);
});

it('holds nothing up that is small', async () => {
  const { told, work, beat } = story();
  await Promise.all([work('big', MB), work('small', 10), beat]);
  expect(told[0]).toBe('small');
});
