import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { WaitsSearch } from '../app/searches.js';
import { useTexts } from '../app/texts/use-texts.js';
import { PageFrame } from '../page/page.js';
import { RunsTabs } from '../runs/runs-tabs.js';
import { CalendarView } from './calendar-view.js';
import { ListView } from './list-view.js';
import { WaitsFilters } from './waits-filters.js';
import { useNarrow } from '../page/use-narrow.js';

const route = getRouteApi('/w/$ws/waits');

/** What all runs wait for: by days, or as a list; on a phone a list. */
export const WaitsPage = () => {
  const { waits, runs } = useTexts();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/w/$ws/waits' });
  const isPhone = useNarrow();
  const change = useCallback(
    (next: Partial<Record<keyof WaitsSearch, string | undefined>>) =>
      void navigate({ search: (now) => ({ ...now, ...next }) as WaitsSearch, replace: true, resetScroll: false }),
    [navigate],
  );
  return (
    <PageFrame title={waits.title} heading={runs.title} about={waits.about}>
      <RunsTabs />
      <WaitsFilters search={search} hasViews={!isPhone} onChange={change} />
      {isPhone || search.view === 'list' ? (
        <ListView search={search} />
      ) : (
        <CalendarView search={search} onChange={change} />
      )}
    </PageFrame>
  );
};
