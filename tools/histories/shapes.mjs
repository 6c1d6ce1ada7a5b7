// Skeletons, answers and signals of which the recorded stories are made.
export const graph = (nodes, edges) => ({
  main: { entry: nodes[0].id, nodes, edges: edges.map(([from, port, to]) => ({ from, port, to })) },
  paths: [],
  calls: {},
});
export const step = (id) => ({ id, kind: 'step' });
export const wait = (id) => ({ id, kind: 'wait' });
export const line = graph(
  [step('a'), wait('w'), step('b')],
  [
    ['a', 'done', 'w'],
    ['w', 'received', 'b'],
  ],
);
export const calling = graph(
  [step('a'), { id: 'c', kind: 'call' }, step('b')],
  [
    ['a', 'done', 'c'],
    ['c', 'done', 'b'],
  ],
);
export const ended = (at) => ({ kind: 'ended', at, hasSettledRun: true });
export const event = (id, node, visit = '0') => ({ id, kind: 'event', node, visit });
export const command = (id, name, node) => ({ id, kind: 'command', command: name, ...(node ? { node } : {}) });
export const onceCalled = (order) =>
  order.entry.kind === 'enter' ? { kind: 'waiting', at: 'c', visit: '0' } : ended('b');
export const atCall = { kind: 'failed', at: 'c', visit: '0' };
export const onceWaiting = (order) =>
  order.entry.kind === 'enter' ? { kind: 'waiting', at: 'w', visit: '0' } : ended('b');

export const onceParked = (order) =>
  order.entry.kind === 'enter' ? { kind: 'parked', at: 'a', visit: '0' } : ended('b');
export const HOUR_MS = 3_600_000;

/** Two branches, each with a wait, and a join that lets all or the first go on. */
export const forked = (mode) =>
  graph(
    [
      step('a'),
      { id: 'f', kind: 'fork', branches: ['x', 'y'] },
      wait('p'),
      wait('q'),
      { id: 'j', kind: 'join', mode, need: mode === 'all' ? 2 : 1, arms: 2 },
      step('b'),
    ],
    [
      ['a', 'done', 'f'],
      ['f', 'x', 'p'],
      ['f', 'y', 'q'],
      ['p', 'received', 'j'],
      ['q', 'received', 'j'],
      ['j', 'done', 'b'],
    ],
  );
export const inBranches = (order) => {
  if (order.from === 'a') return { kind: 'boundary', at: 'f' };
  if (order.from === 'b') return { ...ended('b'), hasSettledRun: order.isAlone };
  return order.entry.kind === 'enter'
    ? { kind: 'waiting', at: order.from, visit: order.visit }
    : { kind: 'boundary', at: 'j' };
};
export const eachOf = (item) =>
  graph(
    [step('a'), { id: 'e', kind: 'each', window: 2 }, item, step('b')],
    [
      ['a', 'done', 'e'],
      ['e', 'item', 'i'],
      ['i', 'done', 'e'],
      ['i', 'received', 'e'],
      ['e', 'done', 'b'],
    ],
  );
export const loopOfWaits = graph(
  [step('a'), wait('w')],
  [
    ['a', 'done', 'w'],
    ['w', 'again', 'a'],
  ],
);

export const around = (type) =>
  graph(
    [step('a'), wait(type), step('b')],
    [
      ['a', 'done', type],
      [type, 'done', 'b'],
    ],
  );
