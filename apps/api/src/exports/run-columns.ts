import type { RunSummary } from '@potok/persistence';
import type { RunWords } from '../runs/run-view.js';
import type { Speech } from './speech.js';
import { moment, type Column } from './table.js';

/** `views` tells which step a run stands at and why. */
export const runColumns = ({ texts, words, timeZone }: Speech, views: RunWords): readonly Column<RunSummary>[] => [
  { title: texts.started, width: 17, cell: ({ startedAt }) => moment(startedAt, timeZone) },
  { title: texts.ended, width: 17, cell: ({ endedAt }) => moment(endedAt, timeZone) },
  { title: texts.scenario, width: 30, cell: ({ scenarioName }) => scenarioName },
  {
    title: texts.version,
    width: 9,
    cell: ({ versionNumber }) => (versionNumber === 0 ? undefined : String(versionNumber)),
  },
  { title: texts.state, width: 20, cell: ({ status }) => words.run[status] },
  { title: texts.document, width: 14, cell: ({ documentNumber }) => documentNumber ?? undefined },
  { title: texts.counterparty, width: 36, cell: ({ counterpartyName }) => counterpartyName ?? undefined },
  { title: texts.inn, width: 14, cell: ({ counterpartyInn }) => counterpartyInn ?? undefined },
  { title: texts.deal, width: 12, cell: ({ dealId }) => dealId ?? undefined },
  { title: texts.startedBy, width: 18, cell: ({ startedBy }) => words.startedBy[startedBy] },
  { title: texts.step, width: 28, cell: (row) => stoodAt(row, views)?.nodeName },
  { title: texts.reason, width: 50, cell: (row) => views.run(row).fault?.detail },
  { title: texts.mode, width: 12, cell: ({ mode }) => (mode === 'trial' ? texts.trialRun : undefined) },
];

const stoodAt = (row: RunSummary, views: RunWords) => {
  const { fault, waitingFor } = views.run(row);
  return fault ?? waitingFor;
};
