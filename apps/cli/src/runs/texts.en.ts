import type { RunTexts } from './texts.ru.js';

export const runTexts: RunTexts = {
  runHelp:
    '  run ID|NAME --data FILE|- [--key KEY] [--wait] [--minutes N]   start a scenario\n' +
    '  runs [--scenario ID|NAME] [--status STATUSES] [--since DATE] [--limit N]   show runs',
  dataMissing: 'Give the data of the run: --data FILE, or --data - and the data on the input.',
  dataUnreadable: (path, { line, column }) => `${path}: this is no JSON, line ${line}, column ${column}.`,
  dataWrong: 'The data of a run are a JSON object in braces.',
  asked: (id) => `The run is ordered, delivery ${id}`,
  noRun: (reason) => `The run has not begun. ${reason}`,
  ended: ({ id, status }) => `Run ${id}: ${status}`,
  fault: ({ nodeName, detail }) => `  "${nodeName}": ${detail}`,
  notEnded: ({ id, status, minutes }) => `Run ${id} has not ended in ${minutes} min: ${status}.`,
  notAdmitted: (id, minutes) => `Nobody has taken delivery ${id} in ${minutes} min. Check that a worker runs.`,
  runLine: ({ id, startedAt, status, scenario, about }) =>
    `${startedAt.slice(0, 16).replace('T', ' ')} UTC  ${id}  ${status}  "${scenario}"${about === '' ? '' : `  ${about}`}`,
  noRuns: 'No runs.',
  moreRuns: (limit) => `These are the first ${limit}. The others: --limit.`,
};
