import { createContext, type ReactNode, type RefCallback, use, useCallback, useState } from 'react';
import { useHere } from '../app/use-workspace.js';
import { CoachBubble } from './coach-bubble.js';
import { browserMemory, CoachStore } from './coach-store.js';
import type { CoachMarkId } from './marks.js';

const silent = new CoachStore({ read: () => [], write: () => undefined });
const CoachContext = createContext<CoachStore>(silent);

/** Hints for whoever works below it. */
export const CoachProvider = ({ children }: { readonly children: ReactNode }) => {
  const { user } = useHere().session;
  const [store] = useState(() => new CoachStore(browserMemory(user.id)));
  return (
    <CoachContext value={store}>
      {children}
      <CoachBubble store={store} />
    </CoachContext>
  );
};

/** `coach.did('connected')` tells what was done; `coach.may('connect', element)` gives a hint its place. */
export const useCoach = (): Pick<CoachStore, 'did' | 'may'> => use(CoachContext);

/** A ref for the element beside which a hint may stand while it is on the page. */
export const useCoachAnchor = (mark: CoachMarkId): RefCallback<Element> => {
  const { may } = useCoach();
  return useCallback((element) => may(mark, element), [may, mark]);
};
