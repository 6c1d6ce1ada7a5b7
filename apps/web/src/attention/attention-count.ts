import type { Page, RunView } from '@potok/contracts';
import { useQuery } from '@tanstack/react-query';
import { withQuery } from '../app/api-client.js';
import { useSpeech } from '../app/texts/use-texts.js';
import { useApi } from '../app/use-api.js';
import { useInWorkspace, useWorkspace } from '../app/use-workspace.js';
import { formatTotal } from '../format/money.js';

/** How many runs need a person. */
export const useAttentionCount = (): string | undefined => {
  const api = useApi();
  const { id } = useWorkspace();
  const path = useInWorkspace();
  const { language } = useSpeech();
  const { data } = useQuery({
    queryKey: [id, 'runs', 'attention-count'],
    queryFn: ({ signal }) =>
      api.get<Page<RunView>>(withQuery(path('/runs'), { status: 'needs-a-person', limit: 1, count: 'true' }), signal),
  });
  return data?.total === undefined ? undefined : formatTotal({ ...data, total: data.total }, language);
};
