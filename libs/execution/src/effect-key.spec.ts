import { expect, it } from '@jest/globals';
import type { RunId, WorkspaceId } from '@potok/contracts';
import { effectKey } from './effect-key.js';

const plain = (text: string) => text;
const run = { workspaceId: 'w' as WorkspaceId, originRunId: 'first' as RunId, again: 0, mode: 'live' } as const;
const send = { node: 'send', visit: '0', type: 'edo.send' };
const keyOf = (over: object = {}, sameAs = 'visit') => effectKey(plain, { ...run, ...over }, { ...send, sameAs });

it('is the same in every run of a chain, by visit and by value', () => {
  expect(keyOf()).toBe('["w","first","send","0"]');
  expect(keyOf({}, 'd1')).toBe('["w","edo.send","d1"]');
});

it('is another when the chain is sent again', () => {
  expect(new Set([keyOf(), keyOf({ again: 1 }), keyOf({ again: 2 })]).size).toBe(3);
  expect(keyOf({ again: 1 }, 'd1')).not.toBe(keyOf({}, 'd1'));
});

it('lets a trial find nothing that a live run has done with the same value', () => {
  expect(keyOf({ mode: 'trial' }, 'd1')).not.toBe(keyOf({}, 'd1'));
});
