import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useCallback } from 'react';
import { useNarrow } from '../page/use-narrow.js';
import { useNewest } from '../page/use-newest.js';
import { type Graph, openingOf } from './opening.js';

/** Shows what is drawn from this step on, or from its first one, so that it can be read where there is little room. */
export const useOpenFrom = (graph: Graph): ((asked?: string) => void) => {
  const store = useStoreApi();
  const { setViewport } = useReactFlow();
  const drawn = useNewest(graph);
  return useCallback(
    (asked) => {
      const { width, height } = store.getState();
      const view = openingOf(drawn.current, asked, { width, height });
      if (view !== undefined) void setViewport(view);
    },
    [store, setViewport, drawn],
  );
};

/** How a canvas shows its drawing first: whole, and on a phone from the asked step on. */
export const useOpening = (graph: Graph, asked?: string) => {
  const isNarrow = useNarrow();
  const openFrom = useOpenFrom(graph);
  const onInit = useCallback(() => {
    if (isNarrow) openFrom(asked);
  }, [isNarrow, openFrom, asked]);
  return { fitView: !isNarrow, onInit };
};
