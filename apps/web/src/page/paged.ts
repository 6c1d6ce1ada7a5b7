import type { CountView, Page } from '@potok/contracts';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { withQuery } from '../app/api-client.js';
import { useApi } from '../app/use-api.js';
import { useInWorkspace, useWorkspace } from '../app/use-workspace.js';

const PAGE_SIZE = 50;

export type ListQuery = Readonly<Record<string, string | undefined>>;

export interface Listed<T> {
  readonly items: readonly T[];
  readonly total: CountView | undefined;
}

/** A list by pages of the workspace: `kind` is both the path and the first word of the cache's key. */
export const usePaged = <T>(kind: string, query: ListQuery = {}) => {
  const api = useApi();
  const { id } = useWorkspace();
  const path = useInWorkspace();
  return useInfiniteQuery({
    queryKey: [id, kind, query],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<T>>(withQuery(path(`/${kind}`), { ...query, limit: PAGE_SIZE, ...placeOf(pageParam) }), signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    select: ({ pages }): Listed<T> => ({ items: pages.flatMap((page) => page.items), total: totalOf(pages[0]) }),
  });
};

/** Counted once, with the first page. */
const placeOf = (cursor: string): ListQuery => (cursor === '' ? { count: 'true' } : { cursor });

const totalOf = <T>(first: Page<T> | undefined): CountView | undefined =>
  first?.total === undefined ? undefined : { ...first, total: first.total };
