import type { AuditView } from '@potok/contracts';
import { Link } from '@tanstack/react-router';
import type { Texts } from '../app/texts/catalogue.js';
import { useSpeech } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { formatLogTime } from '../format/dates.js';
import type { Column } from '../page/data-table.js';
import { Empty } from '../page/empty.js';
import { PagedTable } from '../page/paged-table.js';
import { usePaged } from '../page/paged.js';

const SHORT_ID = 8;

const factsText = (facts: AuditView['facts']): string =>
  Object.entries(facts)
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' ');

const Who = ({ row: { who, actor, run }, settings }: { readonly row: AuditView } & Pick<Texts, 'settings'>) => {
  const { id: ws } = useWorkspace();
  const about = run?.askedBy === undefined ? settings.actors[actor] : settings.askedBy(run.askedBy);
  return (
    <span className="two">
      {run === undefined ? (
        <strong>{who}</strong>
      ) : (
        <Link to="/w/$ws/runs/$id" params={{ ws, id: run.id }}>
          {who}
        </Link>
      )}
      {about === '' ? null : <small>{about}</small>}
    </span>
  );
};

const columns = ({ settings }: Texts, time: (at: string) => string): readonly Column<AuditView>[] => [
  { key: 'at', title: settings.when, width: '140px', cell: ({ at }) => time(at) },
  {
    key: 'who',
    title: settings.who,
    width: '240px',
    phone: 'lead',
    cell: (row) => <Who row={row} settings={settings} />,
  },
  { key: 'act', title: settings.act, width: '220px', cell: ({ act }) => <code className="mono">{act}</code> },
  {
    key: 'object',
    title: settings.object,
    cell: ({ object, facts }) => (
      <span className="mono dim" title={`${object.kind} ${object.id} ${factsText(facts)}`}>
        {`${object.kind} ${object.id.slice(-SHORT_ID)} ${factsText(facts)}`}
      </span>
    ),
  },
];

export const Audit = () => {
  const { texts, language } = useSpeech();
  const { timeZone } = useWorkspace();
  return (
    <PagedTable
      answer={usePaged<AuditView>('audit')}
      label={texts.settings.tabs.audit}
      columns={columns(texts, (at) => formatLogTime(at, { language, timeZone }))}
      idOf={({ id }) => id}
      empty={<Empty>{texts.settings.auditEmpty}</Empty>}
    />
  );
};
