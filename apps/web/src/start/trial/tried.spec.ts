import { expect, it } from '@jest/globals';
import type { TriedView } from '@potok/contracts';
import { aScenario } from '../../testing/fixtures/scenario.js';
import { overlayUpTo, startsOf } from './tried.js';

const given = { visit: '0', input: {}, durationMs: 1 };

const tried: TriedView = {
  ended: 'failed',
  steps: [
    { ...given, node: 'upd', status: 'done', answeredBy: 'work', output: {}, port: 'done' },
    { ...given, node: 'upd', status: 'done', answeredBy: 'work', output: {}, port: 'done' },
    {
      ...given,
      node: 'send',
      status: 'failed',
      answeredBy: 'example',
      output: undefined,
      fault: { code: 'X', detail: 'Нет.', facts: {} },
    },
  ],
};

it('lays over the drawing what is walked so far, the next step under way', () => {
  const { nodes, taken } = overlayUpTo(tried, 2, startsOf(aScenario()));
  expect([...nodes].map(([id, { status, visits }]) => [id, status, visits])).toEqual([
    ['won', 'done', 1],
    ['upd', 'done', 2],
    ['send', 'started', 1],
  ]);
  expect([...taken]).toEqual([
    ['won/done', 1],
    ['upd/done', 2],
  ]);
});

it('shows at the end what stopped it', () =>
  expect(overlayUpTo(tried, 3, []).nodes.get('send')?.status).toBe('faulted'));
