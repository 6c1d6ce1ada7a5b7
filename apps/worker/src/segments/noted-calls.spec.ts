import { expect, it } from '@jest/globals';
import type { OutsideCall } from '@potok/contracts';
import { CALLS_KEPT } from '@potok/persistence/engine';
import { NotedCalls } from './noted-calls.js';

const aCall = (over: Partial<OutsideCall> = {}): OutsideCall => ({
  at: '2026-11-24T09:00:00Z',
  method: 'GET',
  url: 'https://crm.example/deal',
  request: { headers: {}, sizeBytes: 0 },
  ...over,
});

it('gives the calls of each step once, with the try in which they were made', () => {
  const noted = new NotedCalls();
  noted.note({ node: 'a', visit: '0', attempt: 2 }, aCall());
  noted.note({ node: 'b', visit: '0/1', isUndo: true }, aCall({ method: 'POST' }));
  expect(noted.take()).toEqual([
    { node_id: 'a', visit: '0', calls: [{ ...aCall(), attempt: 2 }] },
    { node_id: 'b', visit: '0/1', calls: [{ ...aCall({ method: 'POST' }), isUndo: true }] },
  ]);
  expect(noted.take()).toEqual([]);
});

it('keeps no more of one step than is shown: the last', () => {
  const noted = new NotedCalls();
  for (let at = 0; at < CALLS_KEPT + 5; at += 1) noted.note({ node: 'a', visit: '0' }, aCall({ ms: at }));
  const calls = noted.take()[0]?.calls ?? [];
  expect([calls.length, calls[0]?.ms, calls.at(-1)?.ms]).toEqual([CALLS_KEPT, 5, CALLS_KEPT + 4]);
});
