import { type Icon } from '@tabler/icons-react';
import { create } from 'zustand';

/** Something that the page in sight can do, offered by Ctrl+K. */
export interface PageAct {
  readonly key: string;
  readonly icon: Icon;
  readonly title: string;
  readonly about: string;
  readonly run: () => void;
}

interface PageActs {
  readonly list: () => readonly PageAct[];
  readonly offer: (list: () => readonly PageAct[]) => void;
  readonly withdraw: () => void;
}

const none = (): readonly PageAct[] => [];

/** Of one page at a time: it is asked when the palette opens, so that it may tell what can be done just then. */
export const usePageActsOnOffer = create<PageActs>()((set) => ({
  list: none,
  offer: (list) => set({ list }),
  withdraw: () => set({ list: none }),
}));
