import type { GapState, ReconciliationDetailView, ReconciliationFindingView } from '@potok/contracts';
import { IconAlertTriangle, IconCheck, IconHandStop } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { SettingsTexts } from '../../app/texts/catalogue.js';
import { useSettingsTexts } from '../../app/texts/use-texts.js';
import { useApi } from '../../app/use-api.js';
import { useInWorkspace, useWorkspace } from '../../app/use-workspace.js';
import { type Column, DataTable } from '../../page/data-table.js';
import { Loaded } from '../../page/loaded.js';
import { StateMark, type Look } from '../../states/state-mark.js';

const LOOK_EVERY_MS = 2000;
const isUnderWay = (report: ReconciliationDetailView | undefined): boolean =>
  report?.status === 'ordered' || report?.status === 'running';

/** Asked again while it is being written; the list above is told when it has ended. */
const useReport = (id: string) => {
  const api = useApi();
  const path = useInWorkspace();
  const { id: ws } = useWorkspace();
  const client = useQueryClient();
  const answer = useQuery({
    queryKey: [ws, 'reconciliation', id],
    queryFn: ({ signal }) => api.get<ReconciliationDetailView>(path(`/reconciliations/${id}?limit=200`), signal),
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? LOOK_EVERY_MS : false),
  });
  const status = answer.data?.status;
  useEffect(() => {
    if (status !== undefined) void client.invalidateQueries({ queryKey: [ws, 'reconciliations'] });
  }, [client, ws, status]);
  return answer;
};

const looks: Readonly<Record<GapState, Look>> = {
  mended: { hue: 'green', icon: IconCheck },
  parked: { hue: 'amber', icon: IconHandStop },
  open: { hue: 'red', icon: IconAlertTriangle },
};

const Place = ({ finding, words }: { finding: ReconciliationFindingView; words: SettingsTexts['reconciliations'] }) => {
  const { id: ws } = useWorkspace();
  const { runId, documentId } = finding;
  return (
    <span className="card-acts">
      {documentId === undefined ? null : (
        <Link to="/w/$ws/documents/$id" params={{ ws, id: documentId }}>
          {words.document}
        </Link>
      )}
      {runId === undefined ? null : (
        <Link to="/w/$ws/runs/$id" params={{ ws, id: runId }}>
          {words.run}
        </Link>
      )}
    </span>
  );
};

const columns = (words: SettingsTexts['reconciliations']): readonly Column<ReconciliationFindingView>[] => [
  {
    key: 'state',
    title: words.outcome,
    width: '160px',
    cell: ({ state }) => <StateMark {...looks[state]}>{words.state[state]}</StateMark>,
  },
  {
    key: 'what',
    title: words.what,
    phone: 'lead',
    cell: ({ detail, code, isNew }) => (
      <span className="two settings-detail" title={code}>
        <span>{detail}</span>
        {isNew ? <small>{words.isNew}</small> : null}
      </span>
    ),
  },
  { key: 'place', title: words.place, width: '170px', cell: (finding) => <Place finding={finding} words={words} /> },
];

const Compared = ({ report }: { readonly report: ReconciliationDetailView }) => (
  <ul className="settings-lines">
    {report.comparisons.map(({ what, connectionId, subject, detail, connectionName, compared, state }) => (
      <li key={[what, connectionId, subject].join(' ')}>
        {detail}
        <span className="dim">{connectionName === undefined ? '' : ` · ${connectionName}`}</span>
        {state === 'done' ? <span className="num dim">{` · ${compared}`}</span> : null}
      </li>
    ))}
  </ul>
);

export const Report = ({ id }: { readonly id: string }) => {
  const { reconciliations: words } = useSettingsTexts();
  return (
    <Loaded answer={useReport(id)} rows={4}>
      {(report) => (
        <>
          <h2 className="section-title">{words.findings}</h2>
          {report.fault === undefined ? null : <p>{report.fault.detail}</p>}
          {report.findings.length === 0 && report.status === 'done' ? <p>{words.nothing}</p> : null}
          {report.findings.length === 0 ? null : (
            <DataTable label={words.findings} columns={columns(words)} rows={report.findings} idOf={(row) => row.id} />
          )}
          {report.next === undefined ? null : <p className="dim">{words.shownFirst}</p>}
          {report.comparisons.length === 0 ? null : <h2 className="section-title">{words.compared}</h2>}
          <Compared report={report} />
        </>
      )}
    </Loaded>
  );
};
