import { expect, it } from '@jest/globals';
import { fillSentence } from './sentence.js';

it('puts facts into the places of a sentence', () => {
  expect(fillSentence('Сделки {dealId} нет: {codes}.', { dealId: '7', codes: ['A', 'B'] })).toBe('Сделки 7 нет: A, B.');
});

it('says nothing false where a fact is absent, and cuts a long one', () => {
  expect(fillSentence('{a} и {b}', { b: 'x'.repeat(1000) })).toBe(`… и ${'x'.repeat(300)}`);
});
