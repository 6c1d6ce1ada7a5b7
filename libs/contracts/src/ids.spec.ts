import { expect, it } from '@jest/globals';
import { uuidOf, uuidV7 } from './ids.js';

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-([0-9a-f])[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

it('makes version 7 ids that sort by time', () => {
  const random = new Uint8Array(10).fill(0xff);
  const early = uuidV7(1_700_000_000_000, random);
  const late = uuidV7(1_700_000_000_001, new Uint8Array(10));
  expect(shape.exec(early)?.[1]).toBe('7');
  expect([late, early].sort()).toEqual([early, late]);
});

it('gives one key one GUID, always', () => {
  const key = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
  expect(uuidOf(key)).toBe(uuidOf(key));
  expect(uuidOf(key)).toMatch(shape);
  expect(uuidOf(key)).not.toBe(uuidOf(key.replace('9', '8')));
});
