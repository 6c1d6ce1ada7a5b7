import {
  applyNodeChanges,
  type EdgeChange,
  type NodeChange,
  type NodePositionChange,
  useReactFlow,
} from '@xyflow/react';
import { type Dispatch, type RefObject, type SetStateAction, useCallback } from 'react';
import { useEditorApi } from '../state/use-editor.js';
import { alignedTo, type Box, boxAround } from './alignment.js';
import { useCanvas } from './canvas-store.js';
import type { FlowEdge, FlowNode } from './flow-elements.js';

const SNAP_PX = 8;

export const boxOf = ({ position, width = 0, height = 0 }: FlowNode): Box => ({ ...position, width, height });

type Moved = NodePositionChange & { readonly position: { x: number; y: number } };
const isDragged = (change: NodeChange<FlowNode>): change is Moved =>
  change.type === 'position' && change.dragging === true && change.position !== undefined;

/** Dragged steps stop where they stand in line with others. */
const aligned = (
  changes: NodeChange<FlowNode>[],
  nodes: readonly FlowNode[],
  within: number,
): NodeChange<FlowNode>[] => {
  const dragged = changes.filter(isDragged);
  if (dragged.length === 0) return changes;
  const ids = new Set(dragged.map(({ id }) => id));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const boxes = dragged.map(({ id, position }) => ({
    ...boxOf(byId.get(id) ?? ({ position } as FlowNode)),
    ...position,
  }));
  const others = nodes.filter(({ id, type }) => !ids.has(id) && type !== 'group-frame').map(boxOf);
  const { dx, dy, guides } = within === 0 ? { dx: 0, dy: 0, guides: [] } : alignedTo(boxAround(boxes), others, within);
  useCanvas.getState().set({ guides });
  if (dx === 0 && dy === 0) return changes;
  return changes.map((change) =>
    isDragged(change) ? { ...change, position: { x: change.position.x + dx, y: change.position.y + dy } } : change,
  );
};

const after = (
  chosen: ReadonlySet<string>,
  changes: readonly { readonly id: string; readonly selected: boolean }[],
) => {
  const ids = new Set(chosen);
  for (const { id, selected } of changes)
    if (selected) ids.add(id);
    else ids.delete(id);
  return ids;
};

interface Given {
  readonly nodesRef: RefObject<readonly FlowNode[]>;
  readonly setNodes: Dispatch<SetStateAction<FlowNode[]>>;
  readonly isFree: RefObject<boolean>;
}

/** What React Flow says has happened to its nodes and edges. */
export const useNodeChanges = ({ nodesRef, setNodes, isFree }: Given) => {
  const store = useEditorApi();
  const { getZoom } = useReactFlow();
  const onNodesChange = useCallback(
    (changes: NodeChange<FlowNode>[]) => {
      const selects = changes.filter((change) => change.type === 'select');
      if (selects.length > 0) {
        const { chosen, choose } = store.getState();
        const noteIds = new Set(nodesRef.current.filter(({ type }) => type === 'note').map(({ id }) => id));
        choose({
          nodes: after(
            chosen.nodes,
            selects.filter(({ id }) => !noteIds.has(id)),
          ),
          notes: after(
            chosen.notes,
            selects.filter(({ id }) => noteIds.has(id)),
          ),
          edges: chosen.edges,
        });
      }
      const rest = changes.filter(({ type }) => type === 'position' || type === 'dimensions');
      if (rest.length === 0) return;
      const within = isFree.current ? 0 : SNAP_PX / getZoom();
      const moved = aligned(rest, nodesRef.current, within);
      setNodes((before) => applyNodeChanges(moved, before));
    },
    [store, nodesRef, setNodes, isFree, getZoom],
  );
  const onEdgesChange = useCallback(
    (changes: EdgeChange<FlowEdge>[]) => {
      const selects = changes.filter((change) => change.type === 'select');
      if (selects.length === 0) return;
      const { chosen, choose } = store.getState();
      choose({ ...chosen, edges: after(chosen.edges, selects) });
    },
    [store],
  );
  return { onNodesChange, onEdgesChange };
};
