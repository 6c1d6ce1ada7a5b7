import { SegmentedControl, Select } from '@mantine/core';
import { WAIT_KINDS, type WaitsSearch, WAITS_VIEWS } from '../app/searches.js';
import { useTexts } from '../app/texts/use-texts.js';
import { SearchInput } from '../page/search-input.js';
import { useScenarios } from '../scenarios/queries.js';
import { waitWords } from '../states/looks.js';

interface Props {
  readonly search: WaitsSearch;
  /** A phone has a list only. */
  readonly hasViews: boolean;
  readonly onChange: (change: Partial<Record<keyof WaitsSearch, string | undefined>>) => void;
}

export const WaitsFilters = ({ search, hasViews, onChange }: Props) => {
  const texts = useTexts();
  const { waits } = texts;
  const scenarios = useScenarios().data?.items ?? [];
  return (
    <div className="filters" role="search">
      <SearchInput value={search.q ?? ''} label={waits.search} onChange={(q) => onChange({ q })} />
      <Select
        aria-label={waits.kind}
        placeholder={waits.anyKind}
        clearable
        w={230}
        data={WAIT_KINDS.map((value) => ({ value, label: waits.ofKind(waitWords(value, texts)) }))}
        value={search.kind ?? null}
        onChange={(kind) => onChange({ kind: kind ?? undefined })}
      />
      <Select
        aria-label={texts.runs.scenario}
        placeholder={texts.runs.anyScenario}
        clearable
        searchable
        w={240}
        data={scenarios.map(({ id, name }) => ({ value: id, label: name }))}
        value={search.scenario ?? null}
        onChange={(scenario) => onChange({ scenario: scenario ?? undefined })}
      />
      {hasViews ? (
        <SegmentedControl
          className="filters-note"
          aria-label={waits.view}
          value={search.view ?? 'calendar'}
          onChange={(view) => onChange({ view })}
          data={WAITS_VIEWS.map((value) => ({ value, label: waits.views[value] }))}
        />
      ) : null}
    </div>
  );
};
