import { type RefObject, useCallback, useRef } from 'react';
import { NODE_HEIGHT, NODE_WIDTH } from '../../canvas/layout.js';
import { fragmentOf, renewed } from '../document/fragment.js';
import type { EditorStoreApi } from '../state/editor-store.js';
import { useEditorApi } from '../state/use-editor.js';
import { useCanvas } from './canvas-store.js';
import { edgeUnder, type Run } from './edge-hit.js';
import type { FlowEdge, FlowNode } from './flow-elements.js';
import { boxOf } from './use-node-changes.js';

const isStep = (node: FlowNode): boolean => node.type === 'step';

/** Edges as they run now, for what is dragged upon them. */
export const runsOf = (nodes: readonly FlowNode[], edges: readonly FlowEdge[]): readonly Run[] => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return edges.flatMap(({ id, source, sourceHandle, target }) => {
    const [from, to] = [byId.get(source), byId.get(target)];
    if (from === undefined || to === undefined) return [];
    const port = from.handles?.find((handle) => handle.id === sourceHandle && handle.type === 'source');
    return [
      {
        id,
        from: { x: from.position.x + NODE_WIDTH, y: from.position.y + (port?.y ?? NODE_HEIGHT / 2) },
        to: { x: to.position.x, y: to.position.y + NODE_HEIGHT / 2 },
      },
    ];
  });
};

/** A lone step that nothing leads to may be put into an edge. */
const spliceable = (dragged: readonly FlowNode[], edges: readonly FlowEdge[]): FlowNode | undefined => {
  const [only, ...others] = dragged;
  if (only?.type !== 'step' || others.length > 0 || only.data.kind === 'trigger') return undefined;
  return edges.some(({ target }) => target === only.id) ? undefined : only;
};

/** Copies come to where the originals were dragged; the originals go back. */
const dropCopies = (store: EditorStoreApi, dragged: readonly FlowNode[]): void => {
  const { history, graph, kit, act, choose } = store.getState();
  const { scenario } = history.document;
  const ids = (list: readonly FlowNode[]) => new Set(list.map(({ id }) => id));
  const chosen = { graph, nodes: ids(dragged.filter(isStep)), notes: ids(dragged.filter((one) => !isStep(one))) };
  const at = {
    x: Math.min(...dragged.map(({ position }) => position.x)),
    y: Math.min(...dragged.map(({ position }) => position.y)),
  };
  const slots = new Map(scenario.slots.map(({ id }) => [id, id]));
  const fragment = renewed(fragmentOf(scenario, chosen), { at, slots }, kit);
  act({ kind: 'paste', graph, fragment });
  choose({ nodes: new Set(fragment.nodes.map(({ id }) => id)), notes: new Set(fragment.notes.map(({ id }) => id)) });
};

interface Given {
  readonly nodesRef: RefObject<readonly FlowNode[]>;
  readonly edgesRef: RefObject<readonly FlowEdge[]>;
  readonly isFree: RefObject<boolean>;
  readonly reset: () => void;
}

/** Dragging steps: one act of undo at its end; upon an edge it puts the step in, with Alt it makes copies. */
export const useDragging = ({ nodesRef, edgesRef, isFree, reset }: Given) => {
  const store = useEditorApi();
  const isCopying = useRef(false);
  const onNodeDragStart = useCallback((event: { readonly altKey: boolean }) => {
    isCopying.current = event.altKey;
  }, []);
  const onNodeDrag = useCallback(
    (event: { readonly altKey: boolean }, _node: FlowNode, dragged: FlowNode[]) => {
      isFree.current = event.altKey;
      const lone = spliceable(dragged, edgesRef.current);
      const at = nodesRef.current.find(({ id }) => id === lone?.id);
      const own = edgesRef.current.filter(({ source }) => source !== lone?.id);
      const hotEdge = at === undefined ? undefined : edgeUnder(boxOf(at), runsOf(nodesRef.current, own));
      if (useCanvas.getState().hotEdge !== hotEdge) useCanvas.getState().set({ hotEdge });
    },
    [nodesRef, edgesRef, isFree],
  );
  const onNodeDragStop = useCallback(
    (_event: unknown, _node: FlowNode, dragged: FlowNode[]) => {
      const { hotEdge, set } = useCanvas.getState();
      set({ hotEdge: undefined, guides: [] });
      isFree.current = false;
      const ids = new Set(dragged.map(({ id }) => id));
      const moved = nodesRef.current.filter(({ id, type }) => ids.has(id) && type !== 'group-frame');
      if (isCopying.current) dropCopies(store, moved);
      else {
        const { graph, act } = store.getState();
        const mergeKey = `drag/${String(performance.now())}`;
        act(
          { kind: 'move', graph, places: Object.fromEntries(moved.map(({ id, position }) => [id, position])) },
          mergeKey,
        );
        const lone = moved[0];
        if (hotEdge !== undefined && lone !== undefined)
          act({ kind: 'splice', graph, node: lone.id, edge: hotEdge }, mergeKey);
      }
      reset();
    },
    [store, nodesRef, isFree, reset],
  );
  return { onNodeDragStart, onNodeDrag, onNodeDragStop };
};
