import type { ConnectionFieldsView, JsonSchema } from '@potok/contracts';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useApi } from '../app/use-api.js';
import { useInWorkspace, useWorkspace } from '../app/use-workspace.js';

/** Of which account, and of what: a `deal`. */
export interface OwnFieldsOf {
  readonly connectionId: string;
  readonly thing: string;
}

/** The server keeps an answer for as long. */
const FRESH_MS = 10 * 60_000;

/** An account that is silent, or has no such fields, offers none: they are written by hand then. */
const useFieldsQuery = () => {
  const api = useApi();
  const { id } = useWorkspace();
  const path = useInWorkspace();
  return ({ connectionId, thing }: OwnFieldsOf) => ({
    queryKey: [id, 'fields', connectionId, thing],
    queryFn: async ({ signal }: { readonly signal: AbortSignal }): Promise<JsonSchema> =>
      (await api.get<ConnectionFieldsView>(path(`/connections/${connectionId}/fields/${thing}`), signal)).schema,
    enabled: connectionId !== '',
    retry: false,
    // Each step that is opened asks: an account that has refused is not asked once more for each of them.
    retryOnMount: false,
    staleTime: FRESH_MS,
  });
};

/** The account's own fields of a thing (UF_CRM_* of a deal) as a schema; `undefined` until and unless it answers. */
export const useOwnFields = (of: OwnFieldsOf): JsonSchema | undefined => useQuery(useFieldsQuery()(of)).data;

/** The same for several, as a function that changes when an answer comes. */
export const useAllOwnFields = (all: readonly OwnFieldsOf[]): ((of: OwnFieldsOf) => JsonSchema | undefined) => {
  const queryOf = useFieldsQuery();
  const answers = useQueries({
    queries: all.map(queryOf),
    combine: useCallback(
      (found: readonly { readonly data: JsonSchema | undefined }[]) => found.map(({ data }) => data),
      [],
    ),
  });
  return useCallback(
    ({ connectionId, thing }) =>
      answers[all.findIndex((one) => one.connectionId === connectionId && one.thing === thing)],
    [answers, all],
  );
};
