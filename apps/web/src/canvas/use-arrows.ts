import { useReactFlow } from '@xyflow/react';
import { type KeyboardEvent, useCallback } from 'react';
import type { Drawn } from './drawn.js';
import { type Direction, laidOf, neighbourOf } from './neighbours.js';

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const DURATION_MS = 140;

const nodeElement = (id: string, within: Element): HTMLElement | null =>
  within.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`);

const nodeAt = ({ target }: KeyboardEvent): string | undefined =>
  target instanceof HTMLElement && target.classList.contains('react-flow__node') ? target.dataset.id : undefined;

interface Keys {
  readonly drawn: Drawn;
  readonly onOpen?: ((node: string) => void) | undefined;
}

/** Arrows go from node to node, Enter opens the step. What lies out of view is brought in first: only what is seen is drawn. */
export const useArrows = ({ drawn, onOpen }: Keys) => {
  const { setCenter, getZoom, getNode } = useReactFlow();
  const goTo = useCallback(
    (id: string, canvas: Element) => {
      const there = nodeElement(id, canvas);
      const { x, y } = getNode(id)?.position ?? { x: 0, y: 0 };
      if (there !== null) there.focus();
      else
        void setCenter(x, y, { zoom: getZoom(), duration: DURATION_MS }).then(() => nodeElement(id, canvas)?.focus());
    },
    [setCenter, getZoom, getNode],
  );
  return useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const node = nodeAt(event);
      if (node === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Enter') onOpen?.(node);
      const direction = directions[event.key];
      const next = direction === undefined ? undefined : neighbourOf(laidOf(drawn), node, direction);
      if (direction !== undefined) event.preventDefault();
      if (next !== undefined) goTo(next, event.currentTarget);
    },
    [drawn, goTo, onOpen],
  );
};
