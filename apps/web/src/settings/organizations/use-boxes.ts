import type { ConnectionListView } from '@potok/contracts';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/use-api.js';
import { useInWorkspace, useWorkspace } from '../../app/use-workspace.js';

export interface BoxChoice {
  readonly value: string;
  readonly label: string;
  readonly fnsParticipantId: string;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const choiceOf = (item: unknown): BoxChoice[] => {
  if (!isRecord(item) || textOf(item.value) === '') return [];
  const facts = isRecord(item.facts) ? item.facts : {};
  const value = textOf(item.value);
  return [{ value, label: textOf(item.label) || value, fnsParticipantId: textOf(facts.fnsParticipantId) }];
};

/** The boxes that the operator shows to this connection; it may be slow or silent, then they are written by hand. */
export const useBoxes = (connectionId: string) => {
  const api = useApi();
  const { id } = useWorkspace();
  const path = useInWorkspace();
  return useQuery({
    queryKey: [id, 'lists', connectionId, 'boxes'],
    queryFn: async ({ signal }) =>
      (await api.get<ConnectionListView>(path(`/connections/${connectionId}/lists/boxes`), signal)).items.flatMap(
        choiceOf,
      ),
    enabled: connectionId !== '',
    retry: false,
  });
};
