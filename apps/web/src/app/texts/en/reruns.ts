import type { reruns as Source } from '../ru/reruns.js';

export const reruns: typeof Source = {
  rerun: 'Repeat from a step…',
  rerunHere: 'Repeat from this step…',
  again: 'Send again…',
  openInEditor: 'Open in the editor',
  from: 'From which step',
  plan: 'What will happen',
  takenOver: 'Taken over as done',
  nothingTaken: 'nothing: the run goes from the beginning',
  repeated: 'Walked again',
  notTwice: 'Done already, not sent a second time',
  onceMore: 'Goes out once more, as new',
  published: 'On the version that is published now',
  publishedHint: 'Otherwise on the one that the run went on',
  reason: 'Reason',
  reasonHint: 'Stays in the journal with your name',
  reasonMissing: 'Write a reason: it is shown in the journal',
  dialogs: {
    rerun: {
      title: (what: string) => `Repeat the run: ${what}`,
      consequence:
        'A new run begins at the chosen step with the same data. What was sent, posted or written it finds again and does no second time.',
      button: 'Repeat the run',
    },
    again: {
      title: (what: string) => `Send again: ${what}?`,
      consequence:
        'The document goes to the buyer once more, as new. Everything that the run did from the chosen step on is done again for real: sending, posting, notes in the CRM.',
      button: 'Send again',
    },
  },
  started: 'A new run has begun',
  chain: 'Repeats',
  first: 'the first run',
  repeats: (step: string) => `repeated from step “${step}”`,
  sentAgain: (step: string) => `sent again from step “${step}”`,
  takenOverStep: 'taken over from the former run',
  trial: 'trial',
  trialRun: 'A trial run of the draft: it acts on a test contour and counts in no queue and no total',
  draft: 'draft',
  anyMode: 'All modes',
  mode: 'Mode',
  modes: { live: 'Real', trial: 'Trial', dry: 'Without acts' },
};
