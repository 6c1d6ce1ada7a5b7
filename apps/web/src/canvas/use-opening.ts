import { type ReactFlowInstance, useStoreApi } from '@xyflow/react';
import { useCallback } from 'react';
import { useNarrow } from '../page/use-narrow.js';
import { useNewest } from '../page/use-newest.js';
import { type Graph, openingOf } from './opening.js';

/** How a canvas shows its drawing first: whole, and on a phone from the asked step on, so that it can be read. */
export const useOpening = (graph: Graph, asked?: string) => {
  const isNarrow = useNarrow();
  const store = useStoreApi();
  const drawn = useNewest(graph);
  const onInit = useCallback(
    ({ setViewport }: Pick<ReactFlowInstance, 'setViewport'>) => {
      const { width, height } = store.getState();
      const view = isNarrow ? openingOf(drawn.current, asked, { width, height }) : undefined;
      if (view !== undefined) void setViewport(view);
    },
    [store, isNarrow, drawn, asked],
  );
  return { fitView: !isNarrow, onInit };
};
