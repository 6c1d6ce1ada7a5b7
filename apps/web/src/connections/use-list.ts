import type { ConnectionListView } from '@potok/contracts';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../app/use-api.js';
import { useInWorkspace, useWorkspace } from '../app/use-workspace.js';

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** What a form fills in along with the choice. */
  readonly facts: Readonly<Record<string, unknown>>;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const choiceOf = (item: unknown): Choice[] => {
  if (!isRecord(item) || textOf(item.value) === '') return [];
  const value = textOf(item.value);
  return [{ value, label: textOf(item.label) || value, facts: isRecord(item.facts) ? item.facts : {} }];
};

/** A list that the account shows (stages, boxes, warehouses). It may be slow or silent: then the value is written by hand. */
export const useList = (connectionId: string, name: string) => {
  const api = useApi();
  const { id } = useWorkspace();
  const path = useInWorkspace();
  return useQuery({
    queryKey: [id, 'lists', connectionId, name],
    queryFn: async ({ signal }) =>
      (await api.get<ConnectionListView>(path(`/connections/${connectionId}/lists/${name}`), signal)).items.flatMap(
        choiceOf,
      ),
    enabled: connectionId !== '' && name !== '',
    retry: false,
  });
};
