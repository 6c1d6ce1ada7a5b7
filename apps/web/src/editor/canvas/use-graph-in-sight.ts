import { type FitViewOptions, useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { NODE_HEIGHT, NODE_WIDTH } from '../../canvas/layout.js';
import type { Graph } from '../../canvas/opening.js';
import { useOpenFrom } from '../../canvas/use-opening.js';
import { useNarrow } from '../../page/use-narrow.js';
import { useNewest } from '../../page/use-newest.js';
import { useEditor, useEditorApi } from '../state/use-editor.js';

interface Seen {
  readonly transform: readonly [number, number, number];
  readonly width: number;
  readonly height: number;
}

const isSeen = ({ nodes }: Graph, { transform: [left, top, zoom], width, height }: Seen): boolean =>
  nodes.some(({ position }) => {
    const [x, y] = [position.x * zoom + left, position.y * zoom + top];
    return x + NODE_WIDTH * zoom > 0 && x < width && y + NODE_HEIGHT * zoom > 0 && y < height;
  });

/** The author may have drawn another path elsewhere: it is brought into sight when one goes to it. */
export const useGraphInSight = (drawn: Graph, fit: FitViewOptions): void => {
  const graph = useEditor((state) => state.graph);
  const editor = useEditorApi();
  const shown = useRef(graph);
  const flow = useStoreApi();
  const { fitView } = useReactFlow();
  const openFrom = useOpenFrom(drawn);
  const isNarrow = useNarrow();
  const newest = useNewest({ drawn, isNarrow, fit });
  useEffect(() => {
    if (shown.current === graph) return undefined;
    shown.current = graph;
    const frame = requestAnimationFrame(() => {
      const [chosen] = editor.getState().chosen.nodes;
      if (newest.current.isNarrow) openFrom(chosen);
      else if (!isSeen(newest.current.drawn, flow.getState())) void fitView(newest.current.fit);
    });
    return () => cancelAnimationFrame(frame);
  }, [graph, editor, flow, fitView, openFrom, newest]);
};
