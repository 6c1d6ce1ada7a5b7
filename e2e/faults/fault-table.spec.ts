import { expect, it } from '@jest/globals';
import { renderTable } from './fault-table.js';

const clean = {
  runs: 20,
  lost: [],
  sentTwice: [],
  postedTwice: [],
  needsAPerson: [],
  falseStates: [],
  orphanWaits: [],
  undrained: [],
};

it('gives each case a line whose columns stand under their heads', () => {
  const [head = '', first = '', second = ''] = renderTable([
    { name: 'kill', victim: 'API', moment: 'in flight', seconds: 1.26, reckoning: clean },
    {
      name: 'kill',
      victim: 'Исполнитель',
      moment: 'x',
      seconds: 12,
      reckoning: { ...clean, lost: ['run 1', 'run 2'] },
    },
  ]).split('\n');
  const under = (line: string, name: string) =>
    line
      .slice(0, head.indexOf(name) + name.length)
      .trimEnd()
      .at(-1);
  expect([under(first, 'runs'), under(first, 'lost'), under(second, 'lost')]).toEqual(['0', '0', '2']);
  expect(first.endsWith('1.3')).toBe(true);
});
