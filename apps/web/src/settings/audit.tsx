import type { AuditView } from '@potok/contracts';
import { Link } from '@tanstack/react-router';
import type { SettingsTexts } from '../app/texts/catalogue.js';
import { useSettingsSpeech } from '../app/texts/use-texts.js';
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

const Who = ({ row: { who, actor, run }, settings }: { readonly row: AuditView } & Pick<SettingsTexts, 'settings'>) => {
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

const DOCUMENT_ACT = /^document\.(.+)$/;

/** What has no words yet is shown by its code. */
const actText = (act: string, { audit, documents }: SettingsTexts): string => {
  const event = documents.events[DOCUMENT_ACT.exec(act)?.[1] ?? ''];
  return audit.acts[act] ?? (event === undefined ? act : audit.ofDocument(event));
};

const PAGES: Readonly<Record<string, '/w/$ws/documents/$id' | '/w/$ws/runs/$id' | '/w/$ws/scenarios/$id'>> = {
  document: '/w/$ws/documents/$id',
  run: '/w/$ws/runs/$id',
  scenario: '/w/$ws/scenarios/$id',
};

const What = ({ row: { object, facts }, texts }: { readonly row: AuditView; readonly texts: SettingsTexts }) => {
  const { id: ws } = useWorkspace();
  const name = texts.audit.objects[object.kind] ?? object.kind;
  const page = PAGES[object.kind];
  return (
    <span title={`${object.kind} ${object.id} ${factsText(facts)}`}>
      {page === undefined ? (
        name
      ) : (
        <Link to={page} params={{ ws, id: object.id }}>
          {name}
        </Link>
      )}
      <span className="mono dim">{` ${object.id.slice(-SHORT_ID)} ${factsText(facts)}`}</span>
    </span>
  );
};

const columns = (texts: SettingsTexts, time: (at: string) => string): readonly Column<AuditView>[] => [
  { key: 'at', title: texts.settings.when, width: '140px', cell: ({ at }) => time(at) },
  {
    key: 'who',
    title: texts.settings.who,
    width: '240px',
    cell: (row) => <Who row={row} settings={texts.settings} />,
  },
  {
    key: 'act',
    title: texts.settings.act,
    width: '300px',
    phone: 'lead',
    cell: ({ act }) => <strong title={act}>{actText(act, texts)}</strong>,
  },
  { key: 'object', title: texts.settings.object, cell: (row) => <What row={row} texts={texts} /> },
];

export const Audit = () => {
  const { texts, language } = useSettingsSpeech();
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
