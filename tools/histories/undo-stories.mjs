import { setTimeout as sleep } from 'node:timers/promises';
import {
  step,
  wait,
  line,
  calling,
  ended,
  event,
  command,
  onceCalled,
  atCall,
  onceWaiting,
  forked,
  inBranches,
} from './shapes.mjs';

/** Every way in which a run comes to be undone, and what may come of it. */
export const undoStories = {
  'cancelled-and-undone': { skeleton: line, answer: onceWaiting, wakes: [[1, command('c1', 'cancel')]] },
  'undo-failed-then-done': {
    skeleton: line,
    answer: onceWaiting,
    undo: [{ kind: 'failed', at: 'a', visit: '0' }],
    wakes: [
      [1, command('c1', 'undo')],
      ['undo 1', command('c2', 'retry-step', 'a')],
    ],
  },
  'cancel-waits-for-called': {
    skeleton: calling,
    answer: onceCalled,
    undo: [{ kind: 'waiting' }],
    wakes: [
      [1, command('c1', 'cancel')],
      ['undo 1', event('ended/1', 'c')],
    ],
  },
  'undo-failed-in-called': {
    skeleton: calling,
    answer: onceCalled,
    undo: [{ kind: 'waiting' }, atCall, { kind: 'waiting' }, atCall],
    wakes: [
      [1, command('c1', 'undo')],
      ['undo 1', event('undo-failed/2/1', 'c')],
      ['undo 2', command('c2', 'retry-step', 'c')],
      ['undo 3', event('undo-failed/4/1', 'c')],
      ['undo 4', event('ended/1', 'c')],
    ],
  },
  'undone-by-the-node': { skeleton: line, answer: () => ({ kind: 'undo', at: 'a' }), wakes: [] },
  'undone-by-a-wait': {
    skeleton: line,
    answer: (order) =>
      order.entry.kind === 'enter' ? { kind: 'waiting', at: 'w', visit: '0' } : { kind: 'undo', at: 'w' },
    wakes: [[1, event('e1', 'w')]],
  },
  'cancelled-in-flight': {
    skeleton: line,
    answer: async (order) => {
      await sleep(700);
      return onceWaiting(order);
    },
    wakes: [[0, command('c1', 'cancel')]],
  },
  'undone-by-a-person': { skeleton: line, answer: onceWaiting, wakes: [[1, command('c1', 'undo')]] },
  'undo-passed-over': {
    skeleton: line,
    answer: onceWaiting,
    undo: [{ kind: 'failed', at: 'a', visit: '0' }],
    wakes: [
      [1, command('c1', 'undo')],
      ['undo 1', command('c2', 'skip-step', 'a')],
    ],
  },
  'undo-failed-and-closed': {
    skeleton: line,
    answer: onceWaiting,
    undo: [{ kind: 'failed', at: 'a', visit: '0' }],
    wakes: [
      [1, command('c1', 'cancel')],
      ['undo 1', command('c2', 'close')],
    ],
  },
  'undone-in-a-branch': {
    skeleton: forked('all'),
    answer: (order) => (order.from === 'q' ? { kind: 'undo', at: 'q' } : inBranches(order)),
    wakes: [],
  },
  'rolled-while-undoing': {
    skeleton: calling,
    rollAt: 12,
    answer: onceCalled,
    undo: [{ kind: 'waiting' }, atCall],
    wakes: [
      [1, command('c1', 'undo')],
      ['undo 1', event('undo-failed/2/1', 'c')],
      ['undo 2', command('c2', 'retry-step', 'c')],
    ],
  },
};
