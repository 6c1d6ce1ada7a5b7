import type { ReconciliationView } from '@potok/contracts';
import { runTexts } from './runs/texts.en.js';
import { scenarioTexts } from './scenarios/texts.en.js';
import type { Texts } from './texts.ru.js';

const STATUS: Readonly<Record<ReconciliationView['status'], string>> = {
  ordered: 'ordered, not begun yet',
  running: 'under way',
  done: 'done',
  failed: 'broken off',
};

export const texts: Texts = {
  ...scenarioTexts,
  ...runTexts,
  usage: 'potok COMMAND [flags]',
  commands: 'Commands:',
  settings:
    'Settings: --url, --token, --workspace or POTOK_URL, POTOK_TOKEN, POTOK_WORKSPACE; --lang ru|en; --json.\n' +
    'Exit code: 0 all is well, 1 a person has something to decide (errors, gaps, a stop), 2 the command could not run.',
  reconcileHelp:
    '  reconcile [--since DATE] [--wait] [--minutes N]   compare runs, documents, operator and accounting\n' +
    '  reconcile show ID                                 show the report of a reconciliation',
  unknownCommand: (name, known) =>
    name === ''
      ? `Name a command: ${known}. More: potok --help.`
      : `There is no command "${name}". There are: ${known}. More: potok --help.`,
  unknownFlag: (flag) => `This command has no flag ${flag}. More: potok --help.`,
  flagNeedsValue: (flag) => `The flag ${flag} is to have a value, or must have none. More: potok --help.`,
  languageWrong: (language) => `There is no language "${language}". Give --lang ru or --lang en.`,
  addressSilent: (url) => `${url} does not answer. Check the address (--url or POTOK_URL) and that Potok runs.`,
  notThere: (url) => `What answers at ${url} is not the API of Potok. Check --url or POTOK_URL.`,
  wordsWrong: (words) => `Too much in the command: "${words}". More: potok --help.`,
  idMissing: 'Say which report to show: potok reconcile show ID.',
  minutesWrong: (text) => `--minutes: a whole number from 1 to 1440 is needed, not "${text}".`,
  ordered: (id) => `Reconciliation ${id} is ordered. Report: potok reconcile show ${id}`,
  patienceOver: (id, minutes) =>
    `Reconciliation ${id} has not ended in ${minutes} min. Check that a worker runs; report: potok reconcile show ${id}`,
  title: ({ id, status, since }) =>
    `Reconciliation ${id}: ${STATUS[status]}${since === undefined ? '' : `, since ${since.slice(0, 10)}`}`,
  compared: (detail, count) => `  ${detail}: ${count}`,
  noFindings: 'No gaps.',
  counts: ({ found, new: fresh, mended, parked, open }) =>
    `Gaps: ${found} (new ${fresh}). Mended ${mended}, for a person ${parked}, left ${open}.`,
  state: { mended: 'mended', parked: 'for a person', open: 'left' },
  isNew: 'new',
  run: 'run',
  document: 'document',
};
