import { useReactFlow } from '@xyflow/react';
import { type RefObject, useCallback, useMemo } from 'react';
import { NODE_HEIGHT, NODE_WIDTH } from '../../canvas/layout.js';
import type { View } from '../acts/act-context.js';
import type { FlowNode } from '../canvas/flow-elements.js';

const DURATION_MS = 140;

/** What is outside of the window is not drawn: it comes into sight first, and then gets the keyboard. */
const focusSoon = (root: HTMLElement | null, node: string): void => {
  const look = (left: number): void => {
    const element = root?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(node)}"]`);
    if (element !== null && element !== undefined) element.focus({ preventScroll: true });
    else if (left > 0) requestAnimationFrame(() => look(left - 1));
  };
  look(30);
};

const useReveal = (root: RefObject<HTMLElement | null>): View['reveal'] => {
  const { getZoom, screenToFlowPosition, setCenter, getNode } = useReactFlow<FlowNode>();
  return useCallback(
    (id) => {
      const node = getNode(id);
      const box = root.current?.getBoundingClientRect();
      if (node === undefined || box === undefined) return;
      const corner = screenToFlowPosition({ x: box.left, y: box.top });
      const end = screenToFlowPosition({ x: box.right, y: box.bottom });
      const { x, y } = node.position;
      const isSeen = x >= corner.x && y >= corner.y && x + NODE_WIDTH <= end.x && y + NODE_HEIGHT <= end.y;
      if (isSeen) return;
      void setCenter(x + NODE_WIDTH / 2, y + NODE_HEIGHT / 2, { zoom: getZoom(), duration: DURATION_MS });
    },
    [root, getZoom, screenToFlowPosition, setCenter, getNode],
  );
};

export const useView = (root: RefObject<HTMLElement | null>): View => {
  const { fitView, zoomTo, getZoom, screenToFlowPosition } = useReactFlow<FlowNode>();
  const reveal = useReveal(root);
  return useMemo(
    () => ({
      fit: () => void fitView({ duration: DURATION_MS, padding: 0.12, maxZoom: 1 }),
      zoomTo: (zoom) => void zoomTo(zoom, { duration: DURATION_MS }),
      zoomBy: (factor) => void zoomTo(getZoom() * factor, { duration: DURATION_MS }),
      middle: () => {
        const box = root.current?.getBoundingClientRect();
        const at = screenToFlowPosition({
          x: (box?.left ?? 0) + (box?.width ?? 0) / 2,
          y: (box?.top ?? 0) + (box?.height ?? 0) / 2,
        });
        return { x: at.x - NODE_WIDTH / 2, y: at.y - NODE_HEIGHT / 2 };
      },
      reveal,
      focus: (id) => {
        reveal(id);
        focusSoon(root.current, id);
      },
    }),
    [fitView, zoomTo, getZoom, screenToFlowPosition, reveal, root],
  );
};
