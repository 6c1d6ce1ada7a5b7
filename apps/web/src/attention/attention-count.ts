import type { Page, RunView } from '@potok/contracts';
import { useQuery } from '@tanstack/react-query';
import { withQuery } from '../app/api-client.js';
import { useApi } from '../app/use-api.js';
import { useInWorkspace, useWorkspace } from '../app/use-workspace.js';

const LOOK_AT = 50;

/** How many runs need a person: `3`, or `50+` when the API does not say the total. */
export const useAttentionCount = (): string | undefined => {
  const api = useApi();
  const { id } = useWorkspace();
  const path = useInWorkspace();
  const { data } = useQuery({
    queryKey: [id, 'runs', 'attention-count'],
    queryFn: ({ signal }) =>
      api.get<Page<RunView>>(withQuery(path('/runs'), { status: 'needs-a-person', limit: LOOK_AT }), signal),
  });
  if (data === undefined) return undefined;
  const more = data.next === undefined ? '' : '+';
  return data.total === undefined ? `${data.items.length}${more}` : String(data.total);
};
