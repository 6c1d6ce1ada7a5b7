import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { aDocument } from '../testing/an-editor.js';
import { CopyWriter, findLeftCopy, type SavedCopy } from './saved-copy.js';

const copyOf = (name: string): SavedCopy => {
  const base = aDocument();
  return { document: { ...base, scenario: { ...base.scenario, name } }, base, baseRevision: 1, at: '2026-11-29' };
};
const owner = { scenarioId: 's', tab: 't' };
const keptName = (): string | undefined => findLeftCopy('s', () => true)?.copy.document.scenario.name;

beforeEach(() => {
  localStorage.clear();
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

it('writes the first change at once and those that follow together, the last one', () => {
  const writer = new CopyWriter(owner);
  writer.keep(copyOf('первое'));
  expect(keptName()).toBe('первое');
  writer.keep(copyOf('второе'));
  writer.keep(copyOf('третье'));
  expect(keptName()).toBe('первое');
  jest.advanceTimersByTime(200);
  expect(keptName()).toBe('третье');
});

it('writes what waits when the page goes away', () => {
  const writer = new CopyWriter(owner);
  writer.keep(copyOf('первое'));
  writer.keep(copyOf('второе'));
  writer.flush();
  expect(keptName()).toBe('второе');
});

it('does not bring back what was dropped', () => {
  const writer = new CopyWriter(owner);
  writer.keep(copyOf('первое'));
  writer.keep(copyOf('второе'));
  writer.drop();
  jest.advanceTimersByTime(1000);
  expect(keptName()).toBeUndefined();
});
