import { wordsEn as words } from '@potok/contracts/words';
import type { states as Source } from '../ru/states.js';

export const states: typeof Source = {
  run: words.run,
  step: {
    started: 'Running',
    waiting: 'Waiting',
    retrying: 'Will retry',
    done: 'Done',
    faulted: 'Failed',
    skipped: 'Skipped',
    undone: 'Undone',
    'undo-failed': 'Undo failed',
  },
  document: words.document,
  delivery: {
    accepted: 'Accepted, to be read',
    admitted: 'Run started',
    repeat: 'Repeat',
    ignored: 'Did not fit',
    failed: 'Failed',
  },
  taken: 'Taken up',
  connection: { unchecked: 'Not checked', works: 'Works', fails: 'Does not work' },
  waitFor: {
    signature: 'a signature',
    answer: 'the buyer’s answer',
    callback: 'a callback',
    time: 'the set time',
    person: 'a person’s decision',
    run: 'the called run',
    retry: 'the next try',
    other: 'an event',
  },
  mode: { live: 'Live', trial: 'Trial', dry: 'Dry' },
  startedBy: words.startedBy,
};
