import type { ScenarioDetailView, VersionView } from '@potok/contracts';
import { Link } from '@tanstack/react-router';
import type { EditorTexts } from '../app/texts/catalogue.js';
import type { Language } from '../app/texts/language.js';
import { useEditorSpeech } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { formatCount } from '../format/money.js';
import { Moment } from '../format/moment.js';
import type { Column } from '../page/data-table.js';
import { Empty } from '../page/empty.js';
import { PagedTable } from '../page/paged-table.js';
import { usePaged } from '../page/paged.js';
import { DraftCopies } from './draft-copies.js';
import { VersionPanel } from './version-panel.js';

interface Props {
  readonly scenario: ScenarioDetailView;
  /** The version that is shown beside the list. */
  readonly open: string | undefined;
  readonly onOpen: (id: string | undefined) => void;
}

interface Telling {
  readonly texts: EditorTexts;
  readonly language: Language;
  readonly ws: string;
  readonly scenario: ScenarioDetailView;
}

const RunsCell = ({ version, telling }: { readonly version: VersionView; readonly telling: Telling }) => {
  const { texts, language, ws, scenario } = telling;
  const { versions } = texts.compare;
  const total = formatCount(version.totalRuns, language);
  if (version.totalRuns === 0) return <span className="dim">{total}</span>;
  return (
    <Link to="/w/$ws/runs" params={{ ws }} search={{ scenario: scenario.id, version: version.id }} className="num">
      {[
        version.openRuns === 0 ? undefined : versions.open(version.openRuns),
        versions.total(version.isTotalCapped === true ? versions.more(total) : total),
      ]
        .filter(Boolean)
        .join(', ')}
    </Link>
  );
};

const columns = (telling: Telling): readonly Column<VersionView>[] => {
  const { texts, scenario } = telling;
  const { versions } = texts.compare;
  return [
    {
      key: 'number',
      title: versions.version,
      phone: 'lead',
      cell: ({ id, number, name }) => (
        <span className="two">
          <strong>{texts.compare.version(number, name)}</strong>
          {scenario.published?.versionId === id ? <small>{versions.current}</small> : null}
        </span>
      ),
    },
    {
      key: 'at',
      title: texts.scenarios.published,
      width: '150px',
      cell: ({ publishedAt }) => <Moment at={publishedAt} />,
    },
    { key: 'by', title: texts.scenarios.author, width: '180px', cell: ({ by }) => by },
    {
      key: 'runs',
      title: versions.runs,
      width: '190px',
      phone: 'titled',
      cell: (version) => <RunsCell version={version} telling={telling} />,
    },
  ];
};

/** The history: what was published and what runs on it; one version beside the list, kept drafts below. */
export const Versions = ({ scenario, open, onOpen }: Props) => {
  const { texts, language } = useEditorSpeech();
  const { id: ws } = useWorkspace();
  const answer = usePaged<VersionView>(`scenarios/${scenario.id}/versions`);
  return (
    <div className="with-side">
      <div>
        <PagedTable
          answer={answer}
          label={texts.compare.versions.label}
          columns={columns({ texts, language, ws, scenario })}
          idOf={({ id }) => id}
          onOpen={({ id }) => onOpen(id)}
          chosen={open}
          empty={<Empty>{texts.scenarios.versionsEmpty}</Empty>}
        />
        <DraftCopies scenario={scenario} />
      </div>
      {open === undefined ? null : (
        <VersionPanel key={open} scenario={scenario} versionId={open} onClose={() => onOpen(undefined)} />
      )}
    </div>
  );
};
