import { Button } from '@mantine/core';
import type { RunView } from '@potok/contracts';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { RunsSearch } from '../app/searches.js';
import { useTexts } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { periodFrom } from '../format/period.js';
import { Empty } from '../page/empty.js';
import { ExportMenu } from '../page/export-menu.js';
import { PageFrame } from '../page/page.js';
import { PagedTable } from '../page/paged-table.js';
import { usePaged, type ListQuery } from '../page/paged.js';
import { runColumns } from './run-columns.js';
import { RunPanel } from './run-panel.js';
import { RunsTabs } from './runs-tabs.js';
import { RunsFilters } from './runs-filters.js';

const idOf = ({ id }: RunView): string => id;

const queryOf = ({ q, status, scenario, version, mode, period }: RunsSearch): ListQuery => ({
  search: q,
  status,
  scenarioId: scenario,
  versionId: version,
  mode,
  from: periodFrom(period),
});

const NoRuns = () => {
  const { runs } = useTexts();
  const { id } = useWorkspace();
  const toScenarios = (
    <Button component={Link} to={`/w/${id}/scenarios`} variant="default">
      {runs.toScenarios}
    </Button>
  );
  return <Empty action={toScenarios}>{runs.empty}</Empty>;
};

export const RunsPage = () => {
  const texts = useTexts();
  const { id: ws } = useWorkspace();
  const search = getRouteApi('/w/$ws/runs').useSearch();
  const navigate = useNavigate({ from: '/w/$ws/runs' });
  const change = useCallback(
    (next: Partial<Record<keyof RunsSearch, string | undefined>>) =>
      void navigate({ search: (now) => ({ ...now, ...next }) as RunsSearch, replace: true, resetScroll: false }),
    [navigate],
  );
  const close = useCallback(() => change({ open: undefined }), [change]);
  const { open, ...filters } = search;
  const query = queryOf(filters);
  const answer = usePaged<RunView>('runs', query);
  return (
    <PageFrame title={texts.runs.title} about={texts.runs.about}>
      <RunsTabs />
      <RunsFilters search={search} onChange={change}>
        <ExportMenu kind="runs" query={query} />
      </RunsFilters>
      <div className="with-side">
        <div>
          <PagedTable
            answer={answer}
            label={texts.runs.title}
            columns={runColumns(texts)}
            idOf={idOf}
            onOpen={({ id }) => change({ open: id })}
            hrefOf={({ id }) => `/w/${ws}/runs/${id}`}
            chosen={open}
            empty={<NoRuns />}
            onClear={Object.keys(filters).length === 0 ? undefined : () => void navigate({ search: {} })}
          />
        </div>
        {open === undefined ? null : <RunPanel key={open} runId={open} onClose={close} />}
      </div>
    </PageFrame>
  );
};
