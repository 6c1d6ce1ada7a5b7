import type { ScenarioDetailView, VersionView } from '@potok/contracts';
import type { Texts } from '../app/texts/catalogue.js';
import { useTexts } from '../app/texts/use-texts.js';
import { Moment } from '../format/moment.js';
import { CopyButton } from '../page/copy-button.js';
import { type Column, DataTable } from '../page/data-table.js';
import { Empty } from '../page/empty.js';
import { Loaded } from '../page/loaded.js';
import { useVersions } from './queries.js';

const SHORT_HASH = 12;

const columns = ({ scenarios }: Texts): readonly Column<VersionView>[] => [
  {
    key: 'number',
    title: scenarios.version,
    phone: 'lead',
    cell: ({ number }) => <strong>{scenarios.number(number)}</strong>,
  },
  { key: 'at', title: scenarios.published, cell: ({ publishedAt }) => <Moment at={publishedAt} /> },
  { key: 'by', title: scenarios.author, cell: ({ by }) => by },
  {
    key: 'plan',
    title: scenarios.plan,
    phone: 'hide',
    cell: ({ planHash }) => (
      <span className="webhook">
        <code className="mono">{planHash.slice(0, SHORT_HASH)}</code>
        <CopyButton value={planHash} />
      </span>
    ),
  },
];

export const Versions = ({
  scenario,
  onOpen,
}: {
  readonly scenario: ScenarioDetailView;
  readonly onOpen: (id: string) => void;
}) => {
  const texts = useTexts();
  return (
    <Loaded answer={useVersions(scenario.id)}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty>{texts.scenarios.versionsEmpty}</Empty>
        ) : (
          <DataTable
            label={texts.scenarios.tabs.versions}
            columns={columns(texts)}
            rows={items}
            idOf={({ id }) => id}
            onOpen={({ id }) => onOpen(id)}
          />
        )
      }
    </Loaded>
  );
};
