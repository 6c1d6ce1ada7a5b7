import { useEffect, useState } from 'react';
import { holdMark, readLiving } from './living-tabs.js';
import { findLeftCopy, type LeftCopy } from './saved-copy.js';

export interface OpenedTab {
  /** One browser tab, as long as it lives: a reload is the same tab still. */
  readonly id: string;
  /** What this tab, or one of this browser that is no more, has not saved. */
  readonly left: LeftCopy | undefined;
  /** A tab of this browser that held the draft and is no more: its lock may be taken without asking. */
  readonly dead: string | undefined;
}

const TAB_KEY = 'potok.tab';
const holderKey = (scenarioId: string): string => `potok.holder.${scenarioId}`;

/** A duplicated tab brings the number of the first with it: a number that lives is not taken again. */
const tabId = (isLiving: (tab: string) => boolean): string => {
  try {
    const known = sessionStorage.getItem(TAB_KEY);
    if (known !== null && !isLiving(known)) return known;
    const fresh = crypto.randomUUID();
    sessionStorage.setItem(TAB_KEY, fresh);
    return fresh;
  } catch {
    return crypto.randomUUID();
  }
};

const readHolder = (scenarioId: string): string | undefined => {
  try {
    return localStorage.getItem(holderKey(scenarioId)) ?? undefined;
  } catch {
    return undefined;
  }
};

/** Remembers which tab of this browser edits: should it be killed, the next one goes on at once. */
export const rememberHolder = (scenarioId: string, tab: string): void => {
  try {
    localStorage.setItem(holderKey(scenarioId), tab);
  } catch {
    // The next tab has to wait for half a minute, or to take over.
  }
};

const openTab = async (scenarioId: string): Promise<OpenedTab> => {
  const isLiving = await readLiving();
  const id = tabId(isLiving);
  const holder = readHolder(scenarioId);
  return {
    id,
    left: findLeftCopy(scenarioId, (tab) => tab === id || !isLiving(tab)),
    dead: holder === undefined || holder === id || isLiving(holder) ? undefined : holder,
  };
};

/** This tab, and what was left in the browser; `undefined` for the moment that it takes to find out. */
export const useOpenedTab = (scenarioId: string): OpenedTab | undefined => {
  const [opened, setOpened] = useState<OpenedTab>();
  useEffect(() => {
    let isGone = false;
    let letGo = (): void => undefined;
    void openTab(scenarioId).then((tab) => {
      if (isGone) return;
      letGo = holdMark(tab.id);
      setOpened(tab);
    });
    return () => {
      isGone = true;
      letGo();
    };
  }, [scenarioId]);
  return opened;
};
