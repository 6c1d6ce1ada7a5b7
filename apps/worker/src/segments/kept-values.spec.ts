import { expect, it } from '@jest/globals';
import { KeptValues } from './kept-values.js';

const KB = 1024;
const places = (kept: KeptValues, runId: string) => [...kept.of(runId).keys()];

it('keeps big values of a run and forgets small ones', () => {
  const kept = new KeptValues();
  kept.keep('a', 'trigger', { value: { lines: [] }, bytes: 100 * KB });
  kept.keep('a', 'n@0', { value: 1, bytes: 10 });
  expect([...kept.of('a')]).toEqual([['trigger', { lines: [] }]]);
  expect(places(kept, 'b')).toEqual([]);
});

it('lets go of the run that was used longest ago when there is too much', () => {
  const kept = new KeptValues(100 * KB);
  kept.keep('a', 'trigger', { value: 1, bytes: 40 * KB });
  kept.keep('b', 'trigger', { value: 2, bytes: 40 * KB });
  expect(places(kept, 'a')).toEqual(['trigger']);
  kept.keep('c', 'trigger', { value: 3, bytes: 40 * KB });
  expect(['a', 'b', 'c'].map((run) => places(kept, run))).toEqual([['trigger'], [], ['trigger']]);
});

it('keeps nothing that is bigger than all its room', () => {
  const kept = new KeptValues(100 * KB);
  kept.keep('a', 'trigger', { value: 1, bytes: 40 * KB });
  kept.keep('b', 'trigger', { value: 2, bytes: 400 * KB });
  expect([places(kept, 'a'), places(kept, 'b')]).toEqual([['trigger'], []]);
});

it('what was handed out stays, whatever is pushed out meanwhile', () => {
  const kept = new KeptValues(100 * KB);
  kept.keep('a', 'trigger', { value: 1, bytes: 60 * KB });
  const held = kept.of('a');
  kept.keep('b', 'trigger', { value: 2, bytes: 60 * KB });
  expect([held.get('trigger'), places(kept, 'a')]).toEqual([1, []]);
});
