import type { PresenceView } from '@potok/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import { useApi } from '../../app/use-api.js';
import { useInWorkspace, useWorkspace } from '../../app/use-workspace.js';
import { useNarrow } from '../../page/use-narrow.js';
import { type OpenedTab, rememberHolder } from './opened-tab.js';

const BEAT_MS = 10_000;

export interface Presence {
  readonly view: PresenceView | undefined;
  /** Another tab edits; this one may look, and take over. */
  readonly isElsewhere: boolean;
  readonly takeOver: () => void;
  /** Asks now instead of at the next beat. */
  readonly askNow: () => void;
}

/** Who else has the drawing open, and who edits it: a beat every ten seconds, and at once when the draft or its editor changes. */
export const usePresence = (scenarioId: string, { id: tab, dead }: OpenedTab): Presence => {
  const api = useApi();
  const client = useQueryClient();
  const { id: ws } = useWorkspace();
  const address = useInWorkspace()(`/scenarios/${scenarioId}/presence`);
  const wants = useNarrow() ? 'look' : 'edit';
  const key = useMemo(() => [ws, 'presence', scenarioId, tab, wants], [ws, scenarioId, tab, wants]);
  const beat = useCallback(
    (takeOver: boolean) => api.send<PresenceView>('PUT', address, { tab, wants, ...(takeOver ? { takeOver } : {}) }),
    [api, address, tab, wants],
  );
  const { data: view } = useQuery({
    queryKey: key,
    queryFn: async () => {
      const answer = await beat(false);
      // A tab of this browser that was killed does not come back: nobody has to be asked.
      return dead !== undefined && answer.lock?.tab === dead ? beat(true) : answer;
    },
    refetchInterval: BEAT_MS,
    refetchIntervalInBackground: true,
    refetchOnWindowFocus: 'always',
    retry: false,
    staleTime: 0,
    gcTime: 0,
  });
  useEffect(
    () => () => void api.send<undefined>('DELETE', `${address}/${tab}`).catch(() => undefined),
    [api, address, tab],
  );
  const lock = view?.lock;
  const isYours = lock?.isYours === true;
  useEffect(() => {
    if (isYours) rememberHolder(scenarioId, tab);
  }, [isYours, scenarioId, tab]);
  const askNow = useCallback(() => void client.invalidateQueries({ queryKey: key }), [client, key]);
  const takeOver = useCallback(
    () =>
      void beat(true)
        .then((answer) => client.setQueryData(key, answer))
        .catch(() => undefined),
    [beat, client, key],
  );
  return { view, isElsewhere: lock !== undefined && !isYours, takeOver, askNow };
};
