import { Button } from '@mantine/core';
import type { CounterpartyView } from '@potok/contracts';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { Texts } from '../app/texts/catalogue.js';
import type { Language } from '../app/texts/language.js';
import { useSpeech } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { formatCount } from '../format/money.js';
import { Moment } from '../format/moment.js';
import type { Column } from '../page/data-table.js';
import { Empty } from '../page/empty.js';
import { PageFrame } from '../page/page.js';
import { PagedTable } from '../page/paged-table.js';
import { usePaged } from '../page/paged.js';
import { SearchInput } from '../page/search-input.js';

const columns = ({ counterparties }: Texts, language: Language): readonly Column<CounterpartyView>[] => [
  { key: 'name', title: counterparties.name, phone: 'lead', cell: ({ name }) => <strong>{name}</strong> },
  { key: 'inn', title: counterparties.inn, width: '150px', cell: ({ inn }) => inn },
  { key: 'kpp', title: counterparties.kpp, width: '130px', cell: ({ kpp }) => kpp },
  {
    key: 'documents',
    title: counterparties.documents,
    width: '130px',
    align: 'right',
    cell: ({ documents }) => formatCount(documents, language),
  },
  {
    key: 'last',
    title: counterparties.last,
    width: '170px',
    align: 'right',
    phone: 'hide',
    cell: ({ lastDocumentAt }) => (lastDocumentAt === undefined ? null : <Moment at={lastDocumentAt} />),
  },
];

/** A row leads to the documents with that counterparty. */
export const CounterpartiesPage = () => {
  const { texts, language } = useSpeech();
  const { id: ws } = useWorkspace();
  const { q } = getRouteApi('/w/$ws/counterparties').useSearch();
  const navigate = useNavigate();
  const answer = usePaged<CounterpartyView>('counterparties', { search: q });
  const change = (next: string | undefined) =>
    void navigate({
      to: '/w/$ws/counterparties',
      params: { ws },
      search: next === undefined ? {} : { q: next },
      replace: true,
    });
  const toDocuments = (
    <Button component={Link} to={`/w/${ws}/documents`} variant="default">
      {texts.counterparties.toDocuments}
    </Button>
  );
  return (
    <PageFrame title={texts.counterparties.title} about={texts.counterparties.about}>
      <div className="filters" role="search">
        <SearchInput value={q ?? ''} label={texts.counterparties.search} onChange={change} />
      </div>
      <PagedTable
        answer={answer}
        label={texts.counterparties.title}
        columns={columns(texts, language)}
        idOf={({ id }) => id}
        onOpen={({ inn }) => void navigate({ to: '/w/$ws/documents', params: { ws }, search: { q: inn } })}
        hrefOf={({ inn }) => `/w/${ws}/documents?q=${inn}`}
        empty={<Empty action={toDocuments}>{texts.counterparties.empty}</Empty>}
        onClear={q === undefined ? undefined : () => change(undefined)}
      />
    </PageFrame>
  );
};
