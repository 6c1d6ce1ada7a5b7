import { Button } from '@mantine/core';
import type { ReconciliationView } from '@potok/contracts';
import { IconAlertTriangle, IconCheck, IconClock, IconProgress } from '@tabler/icons-react';
import { useState } from 'react';
import type { SettingsTexts } from '../../app/texts/catalogue.js';
import { useSettingsTexts } from '../../app/texts/use-texts.js';
import { useApi } from '../../app/use-api.js';
import { useInWorkspace } from '../../app/use-workspace.js';
import { formatDay } from '../../format/dates.js';
import { Moment } from '../../format/moment.js';
import type { Column } from '../../page/data-table.js';
import { Empty } from '../../page/empty.js';
import { PagedTable } from '../../page/paged-table.js';
import { usePaged } from '../../page/paged.js';
import { useAct } from '../../page/use-act.js';
import { StateMark, type Look } from '../../states/state-mark.js';
import { TabHead } from '../tab-head.js';
import { Report } from './report.js';

const looks: Readonly<Record<ReconciliationView['status'], Look>> = {
  ordered: { hue: 'slate', icon: IconClock },
  running: { hue: 'blue', icon: IconProgress },
  done: { hue: 'green', icon: IconCheck },
  failed: { hue: 'red', icon: IconAlertTriangle },
};
/** The worker's own name for what nobody has asked for. */
const SCHEDULE = 'reconcile';

const columns = ({ reconciliations: words, runs }: SettingsTexts): readonly Column<ReconciliationView>[] => [
  {
    key: 'ordered',
    title: words.ordered,
    width: '150px',
    phone: 'lead',
    cell: ({ orderedAt }) => <Moment at={orderedAt} />,
  },
  {
    key: 'status',
    title: runs.state,
    width: '140px',
    cell: ({ status }) => <StateMark {...looks[status]}>{words.status[status]}</StateMark>,
  },
  {
    key: 'by',
    title: words.by,
    cell: ({ askedBy }) => (askedBy === SCHEDULE ? <span className="dim">{words.bySchedule}</span> : askedBy),
  },
  {
    key: 'since',
    title: words.since,
    width: '120px',
    phone: 'hide',
    cell: ({ since }) => (since === undefined ? null : <span className="num">{formatDay(since)}</span>),
  },
  ...(['found', 'mended', 'parked'] as const).map((name) => ({
    key: name,
    title: words[name],
    width: '130px',
    align: 'right' as const,
    phone: name === 'parked' ? ('titled' as const) : ('hide' as const),
    cell: ({ counts }: ReconciliationView) => <span className="num">{counts[name]}</span>,
  })),
  {
    key: 'open',
    title: words.left,
    width: '110px',
    align: 'right',
    phone: 'hide',
    cell: ({ counts }) => <span className="num">{counts.open}</span>,
  },
];

/** «Сверка»: reports, the newest first, and the one that is looked at. */
export const Reconciliations = () => {
  const texts = useSettingsTexts();
  const words = texts.reconciliations;
  const api = useApi();
  const path = useInWorkspace();
  const [chosen, setChosen] = useState<string>();
  const answer = usePaged<ReconciliationView>('reconciliations');
  const ordering = useAct({
    act: (_nothing: undefined) => api.send<ReconciliationView>('POST', path('/reconciliations'), {}),
    onDone: ({ id }) => setChosen(id),
  });
  const order = (
    <Button loading={ordering.isPending} onClick={() => ordering.mutate(undefined)}>
      {words.order}
    </Button>
  );
  const shown = chosen ?? answer.data?.items[0]?.id;
  return (
    <>
      <TabHead about={words.about} action={order} />
      {shown === undefined ? null : <Report key={shown} id={shown} />}
      {shown === undefined ? null : <h2 className="section-title">{words.reports}</h2>}
      <PagedTable
        answer={answer}
        label={texts.settings.tabs.reconciliations}
        columns={columns(texts)}
        idOf={({ id }) => id}
        onOpen={({ id }) => setChosen(id)}
        chosen={shown}
        empty={<Empty>{words.empty}</Empty>}
      />
    </>
  );
};
