import type { RunView } from '@potok/contracts';
import type { Texts } from '../app/texts/catalogue.js';
import { Moment } from '../format/moment.js';
import type { Column } from '../page/data-table.js';
import { RunState } from '../states/states.js';
import { TrialMark } from '../states/trial-mark.js';
import { Standing } from './standing.js';
import { subjectOf } from './subject.js';

const repeatOf = ({ repeats }: RunView, { reruns }: Texts): readonly string[] => {
  if (repeats === undefined) return [];
  return [(repeats.isSentAgain ? reruns.sentAgain : reruns.repeats)(repeats.nodeName)];
};

const Subject = ({ run, texts }: { readonly run: RunView; readonly texts: Texts }) => {
  const [first, ...rest] = subjectOf(run, texts);
  return (
    <span className="two">
      <strong>
        {run.mode === 'trial' ? <TrialMark /> : null}
        {[first, ...rest.slice(0, 1)].join(' · ')}
      </strong>
      <small>{[...repeatOf(run, texts), run.scenarioName, ...rest.slice(1)].join(' · ')}</small>
    </span>
  );
};

export const runColumns = (texts: Texts): readonly Column<RunView>[] => [
  { key: 'subject', title: texts.runs.subject, phone: 'lead', cell: (run) => <Subject run={run} texts={texts} /> },
  { key: 'state', title: texts.runs.state, width: '150px', cell: (run) => <RunState status={run.status} /> },
  { key: 'waits', title: texts.runs.waits, phone: 'hide', cell: (run) => <Standing run={run} /> },
  {
    key: 'by',
    title: texts.runs.startedBy,
    width: '120px',
    phone: 'hide',
    cell: (run) => texts.states.startedBy[run.startedBy],
  },
  {
    key: 'started',
    title: texts.runs.started,
    width: '130px',
    align: 'right',
    cell: (run) => <Moment at={run.startedAt} />,
  },
];
