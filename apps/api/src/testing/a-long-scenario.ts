import type { Scenario } from '@potok/contracts';
import { aScenario, byHand } from './a-scenario.js';

const node = (id: string, type: string, params: object = {}): Scenario['nodes'][number] => ({
  id,
  type,
  typeVersion: 1,
  name: `Шаг ${id}`,
  params: params as Record<string, unknown>,
  position: { x: 0, y: 0 },
});
const post = (id: string, json: unknown = {}) =>
  node(id, 'http.request', { method: 'POST', url: 'https://firma.ru/hook', json });

/** start → ask (hands out the address of cb) → cb → each (item) → fork (left | right) → join → send → end */
export const aLongScenario = (): Scenario =>
  aScenario(byHand, {
    nodes: [
      node('start', 'trigger.manual'),
      post('ask', { url: { $cel: 'waits.cb.url' } }),
      node('cb', 'flow.await-callback', { deadlineSec: 3600 }),
      node('each', 'flow.for-each', { items: [1, 2], window: 1 }),
      post('item'),
      node('fork', 'flow.parallel', { branches: ['x', 'y'] }),
      post('left'),
      post('right'),
      node('join', 'flow.join', { mode: 'all' }),
      post('send'),
      node('end', 'flow.stop'),
    ],
    edges: (
      [
        ['start', 'done', 'ask'],
        ['ask', 'done', 'cb'],
        ['cb', 'received', 'each'],
        ['each', 'item', 'item'],
        ['each', 'done', 'fork'],
        ['fork', 'x', 'left'],
        ['fork', 'y', 'right'],
        ['left', 'done', 'join'],
        ['right', 'done', 'join'],
        ['join', 'done', 'send'],
        ['send', 'done', 'end'],
      ] as const
    ).map(([from, port, to]) => ({ id: `${from}_${port}`, from: { node: from, port }, to: { node: to } })),
  });
