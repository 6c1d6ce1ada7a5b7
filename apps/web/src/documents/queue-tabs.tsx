import type { DocumentQueuesView } from '@potok/contracts';
import type { DocumentQueue } from '@potok/contracts/names';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { withQuery } from '../app/api-client.js';
import { QUEUES } from '../app/searches.js';
import { useSpeech } from '../app/texts/use-texts.js';
import { useApi } from '../app/use-api.js';
import { useInWorkspace, useWorkspace } from '../app/use-workspace.js';
import { formatTotal } from '../format/money.js';
import type { ListQuery } from '../page/paged.js';

/** Counts under the conditions of the list; news of documents renews them with it. */
const useQueues = (query: ListQuery) => {
  const api = useApi();
  const { id } = useWorkspace();
  const path = useInWorkspace();
  return useQuery({
    queryKey: [id, 'documents', 'queues', query],
    queryFn: ({ signal }) => api.get<DocumentQueuesView>(withQuery(path('/documents/queues'), query), signal),
    placeholderData: keepPreviousData,
  });
};

interface Props {
  /** The conditions of the list but its state and queue. */
  readonly query: ListQuery;
  readonly chosen: DocumentQueue | undefined;
  readonly onChoose: (queue: DocumentQueue | undefined) => void;
}

/** «Все · Ждут нас · Ждут покупателя · Отказ», with how many of each. */
export const QueueTabs = ({ query, chosen, onChoose }: Props) => {
  const { texts, language } = useSpeech();
  const { queuesLabel, queues: names } = texts.documents;
  const counts = useQueues(query).data;
  return (
    <div className="queues" role="group" aria-label={queuesLabel}>
      {(['all', ...QUEUES] as const).map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={name === (chosen ?? 'all')}
          onClick={() => onChoose(name === 'all' ? undefined : name)}
        >
          {names[name]}
          {counts === undefined ? null : <span className="num dim"> {formatTotal(counts[name], language)}</span>}
        </button>
      ))}
    </div>
  );
};
