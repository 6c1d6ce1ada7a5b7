// What the recorded runs look like: skeleton, answers of the segments and of the undo, what is signalled after how much of it.
// A node of a wait bears the wait's type for its id, so that a history says of which kind of wait it is.
import { ApplicationFailure } from '@temporalio/common';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  graph,
  step,
  wait,
  line,
  calling,
  ended,
  event,
  command,
  onceCalled,
  onceWaiting,
  onceParked,
  HOUR_MS,
  forked,
  inBranches,
  eachOf,
  loopOfWaits,
  around,
} from './shapes.mjs';
import { undoStories } from './undo-stories.mjs';

/** How the waits of the registry behave: which have a deadline, which are woken in vain, which end by time alone. */
const waits = () => {
  const open = (at, deadlineAt) => ({ kind: 'waiting', at, visit: '0', ...(deadlineAt ? { deadlineAt } : {}) });
  return {
    'edo.sign': {
      answer: (order) => (order.entry.kind === 'enter' ? open('edo.sign', Date.now() + HOUR_MS) : ended('b')),
      wakes: [[1, event('decision', 'edo.sign')]],
    },
    // The operator's own events come first; only the last one answers.
    'edo.await-answer': {
      answer: (order) => (order.launch < 4 ? open('edo.await-answer', Date.now() + HOUR_MS) : ended('b')),
      wakes: [
        [1, event('delivered', 'edo.await-answer')],
        [2, event('received', 'edo.await-answer')],
        [3, event('accepted', 'edo.await-answer')],
      ],
    },
    'flow.await-callback': {
      answer: async (order) => {
        if (order.entry.kind !== 'enter') return ended('b');
        await sleep(700);
        return open('flow.await-callback');
      },
      wakes: [
        [0, event('called', 'flow.await-callback')],
        [0, event('called', 'flow.await-callback')],
      ],
    },
    'flow.wait': {
      answer: (order) => (order.entry.kind === 'enter' ? open('flow.wait', Date.now() + 300) : ended('b')),
      wakes: [],
    },
  };
};

/** name → story. `wakes`: [after so many segments, or 'undo N' passes; signal]. `rollAt`: the history length at which it rolls over. */
export const stories = {
  ...undoStories,
  'wait-answered': { skeleton: line, answer: onceWaiting, wakes: [[1, event('e1', 'w')]] },
  'begun-in-the-middle': {
    skeleton: line,
    begin: { node: 'w', visit: '2' },
    answer: (order) =>
      order.entry.kind === 'enter' ? { kind: 'waiting', at: 'w', visit: '2' } : { ...ended('b'), visit: '2' },
    wakes: [[1, event('e1', 'w', '2')]],
  },
  'wait-expired': {
    skeleton: line,
    answer: (order) =>
      order.entry.kind === 'enter'
        ? { kind: 'waiting', at: 'w', visit: '0', deadlineAt: Date.now() + 300 }
        : ended('b'),
    wakes: [],
  },
  'parked-and-retried': {
    skeleton: line,
    answer: onceParked,
    wakes: [[1, command('c1', 'retry-step', 'a')]],
  },
  'paused-and-resumed': {
    skeleton: line,
    answer: onceWaiting,
    wakes: [
      [1, command('c1', 'pause')],
      [1, event('e1', 'w')],
      [1, command('c2', 'resume')],
    ],
  },
  'call-answered': { skeleton: calling, answer: onceCalled, wakes: [[1, event('ended/1', 'c')]] },
  'closed-by-a-person': { skeleton: line, answer: onceWaiting, wakes: [[1, command('c1', 'close')]] },
  'fork-and-join': {
    skeleton: forked('all'),
    answer: inBranches,
    wakes: [
      [3, event('e1', 'q', '0/~1/0')],
      [4, event('e2', 'p', '0/~0/0')],
    ],
  },
  'for-each': {
    skeleton: eachOf(step('i')),
    answer: (order) => {
      if (order.from === 'a') return { kind: 'boundary', at: 'e', count: 5 };
      return order.from === 'i' ? { kind: 'left', at: 'i', port: 'done' } : ended('b');
    },
    wakes: [],
  },
  loop: {
    skeleton: loopOfWaits,
    answer: (order) => {
      if (order.entry.kind === 'enter') return { kind: 'waiting', at: 'w', visit: order.visit };
      return order.visit === '0' ? { kind: 'left', at: 'w', port: 'again' } : ended('w');
    },
    wakes: [
      [1, event('e1', 'w', '0')],
      [3, event('e2', 'w', '1')],
    ],
  },
  ...Object.fromEntries(
    Object.entries(waits()).map(([type, story]) => [`wait-${type}`, { skeleton: around(type), ...story }]),
  ),
  'wait-answered-early': {
    skeleton: line,
    answer: async (order) => {
      if (order.entry.kind === 'enter') await sleep(700);
      return onceWaiting(order);
    },
    wakes: [[0, event('e1', 'w')]],
  },
  'wait-woken-in-vain': {
    skeleton: line,
    answer: (order) => (order.launch < 3 ? { kind: 'waiting', at: 'w', visit: '0' } : ended('b')),
    wakes: [
      [1, event('e1', 'w')],
      [2, event('e2', 'w')],
    ],
  },
  'wait-skipped': { skeleton: line, answer: onceWaiting, wakes: [[1, command('c1', 'skip-step', 'w')]] },
  'parked-and-skipped': {
    skeleton: line,
    answer: onceParked,
    wakes: [[1, { ...command('c1', 'skip-step', 'a'), visit: '0', port: 'done' }]],
  },
  'parked-and-mended': { skeleton: line, answer: onceParked, wakes: [[1, command('c1', 'mend-and-go-on', 'a')]] },
  'parked-at-a-wait': {
    skeleton: line,
    answer: (order) => (order.launch === 2 ? { kind: 'parked', at: 'w', visit: '0' } : onceWaiting(order)),
    wakes: [
      [1, event('e1', 'w')],
      [2, command('c1', 'retry-step', 'w')],
    ],
  },
  'parked-by-what-no-retry-mends': {
    skeleton: line,
    answer: (order) => {
      if (order.entry.kind === 'enter') throw ApplicationFailure.nonRetryable('broken', 'BROKEN');
      return ended('b');
    },
    wakes: [['try 2', command('c1', 'retry-step', 'a')]],
  },
  'segment-tried-again': {
    skeleton: line,
    answer: (order, tries) => {
      if (tries === 1) throw ApplicationFailure.create({ message: 'later', nextRetryDelay: 50 });
      return onceWaiting(order);
    },
    wakes: [[1, event('e1', 'w')]],
  },
  'paused-in-flight': {
    skeleton: line,
    answer: async (order) => {
      if (order.entry.kind === 'enter') await sleep(700);
      return onceWaiting(order);
    },
    wakes: [
      [0, command('c1', 'pause')],
      [1, event('e1', 'w')],
      [1, command('c2', 'resume')],
    ],
  },
  stopped: {
    skeleton: graph([step('a'), { id: 's', kind: 'stop' }], [['a', 'done', 's']]),
    answer: () => ({ kind: 'stopped', at: 's', hasSettledRun: true }),
    wakes: [],
  },
  'stopped-in-a-branch': {
    skeleton: forked('all'),
    answer: (order) => (order.from === 'q' ? { kind: 'stopped', at: 'q', hasSettledRun: false } : inBranches(order)),
    wakes: [],
  },
  'join-of-any': {
    skeleton: forked('any'),
    answer: inBranches,
    wakes: [
      [3, event('e1', 'q', '0/~1/0')],
      [5, event('e2', 'p', '0/~0/0')],
    ],
  },
  'for-each-of-nothing': {
    skeleton: eachOf(step('i')),
    answer: (order) => (order.from === 'a' ? { kind: 'boundary', at: 'e', count: 0 } : ended('b')),
    wakes: [],
  },
  'for-each-of-waits': {
    skeleton: eachOf(wait('i')),
    answer: (order) => {
      if (order.from === 'a') return { kind: 'boundary', at: 'e', count: 3 };
      if (order.from === 'b') return ended('b');
      return order.entry.kind === 'enter'
        ? { kind: 'waiting', at: 'i', visit: order.visit, deadlineAt: Date.now() + HOUR_MS }
        : { kind: 'left', at: 'i', port: 'received' };
    },
    wakes: [
      [3, event('e1', 'i', '0/1/0')],
      [5, event('e2', 'i', '0/0/0')],
      [6, event('e3', 'i', '0/2/0')],
    ],
  },
  'path-annul': {
    skeleton: { ...line, paths: [{ id: 'annul', kind: 'annul', ofNode: 'a', graph: line.main }] },
    graph: 'annul',
    answer: onceWaiting,
    wakes: [[1, event('e1', 'w')]],
  },
  'rolled-while-waiting': {
    skeleton: loopOfWaits,
    rollAt: 12,
    answer: (order) => {
      if (order.entry.kind === 'enter')
        return { kind: 'waiting', at: 'w', visit: order.visit, deadlineAt: Date.now() + HOUR_MS };
      return order.visit === '1' ? ended('w') : { kind: 'left', at: 'w', port: 'again' };
    },
    wakes: [
      [1, event('e0', 'w', '7')],
      [1, event('e1', 'w', '0')],
      [3, event('e1', 'w', '0')],
      [3, event('e2', 'w', '1')],
    ],
  },
  // What it rolled over with counts then, not where it began.
  'begun-and-rolled': {
    skeleton: loopOfWaits,
    begin: { node: 'w', visit: '0' },
    rollAt: 10,
    answer: (order) => {
      if (order.entry.kind === 'enter') return { kind: 'waiting', at: 'w', visit: order.visit };
      return order.visit === '1' ? ended('w') : { kind: 'left', at: 'w', port: 'again' };
    },
    wakes: [
      [1, event('e1', 'w', '0')],
      [3, event('e2', 'w', '1')],
    ],
  },
  'rolled-while-paused': {
    skeleton: line,
    rollAt: 11,
    answer: onceWaiting,
    wakes: [
      [1, command('c1', 'pause')],
      [1, event('e1', 'w')],
      [1, command('c2', 'resume')],
    ],
  },
  'rolled-in-branches': {
    skeleton: forked('all'),
    rollAt: 10,
    answer: inBranches,
    wakes: [
      [3, event('e1', 'q', '0/~1/0')],
      [4, event('e2', 'p', '0/~0/0')],
    ],
  },
};
