import { expect, it } from '@jest/globals';
import { aScenario } from '../../testing/fixtures/scenario.js';
import { overlayUpTo, startsOf, type TriedView } from './tried.js';

const tried: TriedView = {
  ended: 'failed',
  steps: [
    { node: 'upd', status: 'done', answeredBy: 'work', output: {}, port: 'done' },
    { node: 'upd', status: 'done', answeredBy: 'work', output: {}, port: 'done' },
    { node: 'send', status: 'failed', answeredBy: 'example', output: undefined, fault: { code: 'X', detail: 'Нет.' } },
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
