import type { PresenceView } from '@potok/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '../../app/use-api.js';
import { useInWorkspace } from '../../app/use-workspace.js';

const BEAT_MS = 10_000;

/** One browser tab, as long as it lives: a reload is the same tab still. */
const tabId = (): string => {
  const KEY = 'potok.tab';
  try {
    const known = sessionStorage.getItem(KEY);
    if (known !== null) return known;
    const fresh = crypto.randomUUID();
    sessionStorage.setItem(KEY, fresh);
    return fresh;
  } catch {
    return crypto.randomUUID();
  }
};

export const useTab = (): string => useState(tabId)[0];

export interface Presence {
  readonly view: PresenceView | undefined;
  /** Another tab edits; this one may look, and take over. */
  readonly isElsewhere: boolean;
  readonly takeOver: () => void;
}

/** Who else has the drawing open, and who edits it: a beat every ten seconds, as long as the page is seen. */
export const usePresence = (scenarioId: string, tab: string): Presence => {
  const api = useApi();
  const path = useInWorkspace();
  const [view, setView] = useState<PresenceView>();
  const address = path(`/scenarios/${scenarioId}/presence`);
  const isGone = useRef(false);
  const beat = useCallback(
    async (takeOver?: boolean) => {
      try {
        const order = { tab, wants: 'edit', ...(takeOver === undefined ? {} : { takeOver }) };
        const answer = await api.send<PresenceView>('PUT', address, order);
        if (!isGone.current) setView(answer);
      } catch {
        // Without a line nobody is told of; the autosave says that there is none.
      }
    },
    [api, address, tab],
  );
  useEffect(() => {
    isGone.current = false;
    void beat();
    const timer = setInterval(() => void beat(), BEAT_MS);
    return () => {
      isGone.current = true;
      clearInterval(timer);
      void api.send<undefined>('DELETE', `${address}/${tab}`).catch(() => undefined);
    };
  }, [beat, api, address, tab]);
  const lock = view?.lock;
  return { view, isElsewhere: lock !== undefined && !lock.isYours, takeOver: () => void beat(true) };
};
