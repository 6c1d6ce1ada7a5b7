import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { RUN_STATUSES } from '@potok/contracts/names';
import type { RunsSearch } from '../app/searches.js';
import { useTexts } from '../app/texts/use-texts.js';
import { PeriodSelect } from '../page/period-select.js';
import { SearchInput } from '../page/search-input.js';
import { VersionSelect } from '../compare/version-select.js';
import { useScenarios } from '../scenarios/queries.js';

interface Props {
  readonly search: RunsSearch;
  readonly onChange: (change: Partial<Record<keyof RunsSearch, string | undefined>>) => void;
  readonly children: ReactNode;
}

export const RunsFilters = ({ search, onChange, children }: Props) => {
  const { reruns, runs, states } = useTexts();
  const scenarios = useScenarios().data?.items ?? [];
  return (
    <div className="filters" role="search">
      <SearchInput value={search.q ?? ''} label={runs.search} onChange={(q) => onChange({ q })} />
      <Select
        aria-label={runs.status}
        placeholder={runs.anyStatus}
        clearable
        w={190}
        data={RUN_STATUSES.map((value) => ({ value, label: states.run[value] }))}
        value={search.status ?? null}
        onChange={(status) => onChange({ status: status ?? undefined })}
      />
      <Select
        aria-label={runs.scenario}
        placeholder={runs.anyScenario}
        clearable
        searchable
        w={240}
        data={scenarios.map(({ id, name }) => ({ value: id, label: name }))}
        value={search.scenario ?? null}
        onChange={(scenario) => onChange({ scenario: scenario ?? undefined, version: undefined })}
      />
      {search.scenario === undefined ? null : (
        <VersionSelect
          scenario={search.scenario}
          value={search.version}
          onChange={(version) => onChange({ version })}
        />
      )}
      <Select
        aria-label={reruns.mode}
        placeholder={reruns.anyMode}
        clearable
        w={150}
        data={(['live', 'trial'] as const).map((value) => ({ value, label: reruns.modes[value] }))}
        value={search.mode ?? null}
        onChange={(mode) => onChange({ mode: mode ?? undefined })}
      />
      <PeriodSelect value={search.period} onChange={(period) => onChange({ period })} />
      {children}
    </div>
  );
};
