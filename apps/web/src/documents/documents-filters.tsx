import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { DOCUMENT_KINDS, type DocumentsSearch } from '../app/searches.js';
import { useTexts } from '../app/texts/use-texts.js';
import { PeriodSelect } from '../page/period-select.js';
import { SearchInput } from '../page/search-input.js';
import { headlines } from '../states/looks.js';
import { kindName } from './named.js';

export type DocumentsChange = Partial<Record<keyof DocumentsSearch, string | undefined>>;

interface Props {
  readonly search: DocumentsSearch;
  readonly onChange: (change: DocumentsChange) => void;
  readonly children: ReactNode;
}

export const DocumentsFilters = ({ search, onChange, children }: Props) => {
  const texts = useTexts();
  const { documents, states } = texts;
  return (
    <div className="filters" role="search">
      <SearchInput value={search.q ?? ''} label={documents.search} onChange={(q) => onChange({ q })} />
      <PeriodSelect value={search.period} onChange={(period) => onChange({ period })} />
      <Select
        aria-label={documents.kind}
        placeholder={documents.anyKind}
        clearable
        w={140}
        data={DOCUMENT_KINDS.map((value) => ({ value, label: kindName(value, texts) }))}
        value={search.kind ?? null}
        onChange={(kind) => onChange({ kind: kind ?? undefined })}
      />
      <Select
        aria-label={documents.state}
        placeholder={documents.anyState}
        clearable
        w={250}
        data={headlines.map((value) => ({ value, label: states.document[value] }))}
        value={search.state ?? null}
        onChange={(state) => onChange({ state: state ?? undefined, queue: undefined })}
      />
      {children}
    </div>
  );
};
