import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { aDocument } from '../testing/an-editor.js';
import { CopyWriter, findLeftCopy, type SavedCopy } from './saved-copy.js';

const copyOf = (name: string, at = '2026-11-29'): SavedCopy => {
  const document = aDocument();
  const changed = { ...document, scenario: { ...document.scenario, name } };
  return { document: changed, base: document, baseRevision: 1, at };
};
const OWN = { scenarioId: 's', tab: 'own' };
const keptName = (isLeft = (tab: string): boolean => tab === 'own'): string | undefined =>
  findLeftCopy('s', isLeft)?.copy.document.scenario.name;

beforeEach(() => {
  localStorage.clear();
  jest.useFakeTimers();
});
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

it('writes the first change at once and those that follow together, the last one', () => {
  const writer = new CopyWriter(OWN);
  writer.keep(copyOf('первое'));
  expect(keptName()).toBe('первое');
  writer.keep(copyOf('второе'));
  writer.keep(copyOf('третье'));
  expect(keptName()).toBe('первое');
  jest.advanceTimersByTime(200);
  expect(keptName()).toBe('третье');
});

it.each([
  ['for a few milliseconds after a small drawing', 0.5, 5],
  ['for ten times as long as a big one took', 8, 80],
  ['for a fifth of a second at most', 90, 200],
])('rests %s', (_how, takes, rests) => {
  jest.spyOn(performance, 'now').mockReturnValueOnce(0).mockReturnValueOnce(takes);
  const writer = new CopyWriter(OWN);
  writer.keep(copyOf('первое'));
  writer.keep(copyOf('второе'));
  jest.advanceTimersByTime(rests - 1);
  expect(keptName()).toBe('первое');
  jest.advanceTimersByTime(1);
  expect(keptName()).toBe('второе');
});

it('writes what waits when the page goes away', () => {
  const writer = new CopyWriter(OWN);
  writer.keep(copyOf('первое'));
  writer.keep(copyOf('второе'));
  writer.flush();
  expect(keptName()).toBe('второе');
});

it('does not bring back what was dropped', () => {
  const writer = new CopyWriter(OWN);
  writer.keep(copyOf('первое'));
  writer.keep(copyOf('второе'));
  writer.drop();
  jest.advanceTimersByTime(1000);
  expect(keptName()).toBeUndefined();
});

it('keeps the copies of two tabs apart, and of those that are left gives the newest', () => {
  new CopyWriter(OWN).keep(copyOf('своё', '2026-11-01'));
  new CopyWriter({ scenarioId: 's', tab: 'killed' }).keep(copyOf('убитой', '2026-11-02'));
  new CopyWriter({ scenarioId: 's', tab: 'living' }).keep(copyOf('живой', '2026-11-03'));
  new CopyWriter({ scenarioId: 'another', tab: 'killed' }).keep(copyOf('другого', '2026-11-04'));
  expect([keptName(), keptName((tab) => tab !== 'living'), keptName(() => false)]).toEqual([
    'своё',
    'убитой',
    undefined,
  ]);
});
