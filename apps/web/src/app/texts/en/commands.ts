import type { commands as Source } from '../ru/commands.js';

export const commands: typeof Source = {
  pause: 'Pause',
  resume: 'Go on',
  cancel: 'Cancel…',
  'retry-step': 'Try the step again',
  'mend-and-go-on': 'Mend the data…',
  'skip-step': 'Skip the step…',
  undo: 'Undo…',
  close: 'Close by hand…',
  more: 'More actions',
  done: 'The command is taken',
  reason: 'Reason',
  reasonHint: 'It stays in the run’s log',
  reasonMissing: 'Write the reason: it is shown in the log',
  port: 'Which branch to go on by',
  input: 'Input of the step',
  inputHint: 'JSON; the step runs with this data',
  notJson: (where) => `This is not JSON: ${where}`,
  notObject: 'The input of a step must be an object in braces',
  dialogs: {
    cancel: {
      title: (what) => `Cancel the run “${what}”?`,
      consequence:
        'The steps that were done are undone, last first, in called runs too. Documents that were sent stay in force: only both sides together can annul them.',
      button: 'Cancel the run',
    },
    'mend-and-go-on': {
      title: (step) => `Mend the data of “${step}”`,
      consequence: 'The step runs again with the mended data and the run goes on. The change stays in the log.',
      button: 'Mend and go on',
    },
    'skip-step': {
      title: (step) => `Skip the step “${step}”?`,
      consequence: 'The step does not run and its result is empty. The run goes on by the chosen branch.',
      button: 'Skip the step',
    },
    undo: {
      title: (what) => `Undo the run “${what}”?`,
      consequence:
        'The steps that were done are undone, last first, in called runs too, and the run ends. It cannot be brought back.',
      button: 'Undo the run',
    },
    close: {
      title: (what) => `Close the run “${what}” by hand?`,
      consequence:
        'The run ends as it is: nothing is undone and nothing goes on. Runs that it has called and that still go on are closed too. They cannot be brought back.',
      button: 'Close the run',
    },
  },
};
