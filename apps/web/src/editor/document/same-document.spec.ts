import { expect, it } from '@jest/globals';
import { aDocument } from '../testing/an-editor.js';
import { isSameDocument } from './same-document.js';

const mixed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(mixed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, one]) => [key, mixed(one)]),
  );
};

it('knows a document again whose keys the database has put into another order', () => {
  const document = aDocument();
  expect(isSameDocument(document, mixed(document) as typeof document)).toBe(true);
});

it('tells documents apart by a value, by a key, and by the order of a list', () => {
  const document = aDocument();
  const { scenario } = document;
  const others = [
    { ...scenario, name: 'другое' },
    { ...scenario, description: 'есть' },
    { ...scenario, nodes: [...scenario.nodes].reverse() },
  ];
  expect(others.map((other) => isSameDocument(document, { ...document, scenario: other }))).toEqual([
    false,
    false,
    false,
  ]);
});
