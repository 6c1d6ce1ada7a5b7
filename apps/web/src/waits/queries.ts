import type { Page, WaitCountsView, WaitView } from '@potok/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { withQuery } from '../app/api-client.js';
import type { WaitsSearch } from '../app/searches.js';
import { useApi } from '../app/use-api.js';
import { useInWorkspace, useWorkspace } from '../app/use-workspace.js';
import type { ListQuery } from '../page/paged.js';

/** What a calendar can show at most; how many there are beyond it the counts say. */
const MOST = 200;

/** The conditions that a person has set, without a time. */
export const conditionsOf = ({ q, kind, scenario }: WaitsSearch): ListQuery => ({ search: q, kind, scenario });

export const useWaitCounts = (query: ListQuery) => {
  const api = useApi();
  const { id } = useWorkspace();
  const path = useInWorkspace();
  return useQuery({
    queryKey: [id, 'waits', 'counts', query],
    queryFn: ({ signal }) => api.get<WaitCountsView>(withQuery(path('/waits/counts'), query), signal),
    placeholderData: keepPreviousData,
  });
};

/** What lies within the shown days. */
export const useShownWaits = (query: ListQuery) => {
  const api = useApi();
  const { id } = useWorkspace();
  const path = useInWorkspace();
  return useQuery({
    queryKey: [id, 'waits', 'shown', query],
    queryFn: ({ signal }) => api.get<Page<WaitView>>(withQuery(path('/waits'), { ...query, limit: MOST }), signal),
    placeholderData: keepPreviousData,
  });
};
