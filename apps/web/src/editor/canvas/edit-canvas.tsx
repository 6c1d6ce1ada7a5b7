import {
  Background,
  BackgroundVariant,
  ConnectionLineType,
  MiniMap,
  ReactFlow,
  SelectionMode,
  useReactFlow,
  useStore,
} from '@xyflow/react';
import { memo, type MouseEvent as ReactMouseEvent, useCallback, useMemo, useRef } from 'react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { useFar } from '../../canvas/use-far.js';
import { useOpening } from '../../canvas/use-opening.js';
import { ZoomButtons } from '../../canvas/zoom-buttons.js';
import { useNewest } from '../../page/use-newest.js';
import { useEditor, useEditorApi } from '../state/use-editor.js';
import { useNarrow } from '../../page/use-narrow.js';
import { useCanvas } from './canvas-store.js';
import { EditEdge } from './edit-edge.js';
import { EditNode } from './edit-node.js';
import { EditNote } from './edit-note.js';
import type { FlowEdge, FlowNode } from './flow-elements.js';
import { GroupFrame } from './group-frame.js';
import { Guides } from './guides.js';
import { useConnecting } from './use-connecting.js';
import { useDragging } from './use-dragging.js';
import { useFlowElements } from './use-flow-elements.js';
import { useGraphInSight } from './use-graph-in-sight.js';
import { useLit } from './use-lit.js';
import { useNodeChanges } from './use-node-changes.js';

const nodeTypes = { step: EditNode, note: EditNote, 'group-frame': GroupFrame };
const edgeTypes = { path: EditEdge };
const fit = { padding: 0.12, maxZoom: 1, minZoom: 0.2 };
const proOptions = { hideAttribution: true };
const ADD_KEYS = ['Shift', 'Control', 'Meta'];
const MIDDLE_AND_RIGHT = [1, 2];
const REACH_PX = 36;
const DOTS_PX = 16;
const DOTS_FADE_BELOW = 0.5;
/** Above this the map costs more than it shows: it is drawn when asked for. */
const MAP_UP_TO = 300;
const MAP_FROM = 25;
const HOVER_MS = 250;

const Dots = () => {
  const isFaded = useStore(({ transform }) => transform[2] < DOTS_FADE_BELOW);
  return isFaded ? null : <Background variant={BackgroundVariant.Dots} gap={DOTS_PX} size={1} />;
};

/** «+» and the bin stay while the pointer goes from the edge to them. */
const useEdgeHover = () => {
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  const onEdgeMouseEnter = useCallback((_event: unknown, { id }: FlowEdge) => {
    clearTimeout(leaving.current);
    useCanvas.getState().set({ hoveredEdge: id });
  }, []);
  const onEdgeMouseLeave = useCallback((_event: unknown, { id }: FlowEdge) => {
    leaving.current = setTimeout(() => {
      const { hoveredEdge, set } = useCanvas.getState();
      if (hoveredEdge === id && document.querySelector('.edge-tools:hover') === null) set({ hoveredEdge: undefined });
    }, HOVER_MS);
  }, []);
  return { onEdgeMouseEnter, onEdgeMouseLeave };
};

const useClicks = () => {
  const store = useEditorApi();
  const { screenToFlowPosition } = useReactFlow();
  const addAt = useCallback(
    ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }) => {
      const near = { x: clientX, y: clientY };
      const at = screenToFlowPosition(near);
      useCanvas.getState().set({ picker: { near, at: { x: at.x - 110, y: at.y - 32 } } });
    },
    [screenToFlowPosition],
  );
  const onPaneClick = useCallback(
    (event: ReactMouseEvent) => {
      if ((event.ctrlKey || event.metaKey) && !store.getState().isReadOnly) addAt(event);
      else store.getState().openNode(undefined);
    },
    [store, addAt],
  );
  const onDoubleClick = useCallback(
    (event: ReactMouseEvent) => {
      const isPane = event.target instanceof Element && event.target.classList.contains('react-flow__pane');
      if (isPane && !store.getState().isReadOnly) addAt(event);
    },
    [store, addAt],
  );
  const onNodeDoubleClick = useCallback(
    (_event: unknown, { id, type }: FlowNode) => {
      if (type === 'step') store.getState().openNode(id);
    },
    [store],
  );
  const onNodeContextMenu = useCallback(
    (event: ReactMouseEvent, { id, type }: FlowNode) => {
      event.preventDefault();
      if (type !== 'step') return;
      const { chosen, choose } = store.getState();
      if (!chosen.nodes.has(id)) choose({ nodes: new Set([id]) });
      useCanvas.getState().set({ menu: { node: id, near: { x: event.clientX, y: event.clientY } } });
    },
    [store],
  );
  const onPaneContextMenu = useCallback((event: ReactMouseEvent | MouseEvent) => {
    event.preventDefault();
    useCanvas.getState().set({ menu: { near: { x: event.clientX, y: event.clientY } } });
  }, []);
  return { onPaneClick, onDoubleClick, onNodeDoubleClick, onNodeContextMenu, onPaneContextMenu };
};

/** The canvas on which a scenario is drawn. */
export const EditCanvas = memo(() => {
  const { canvas, editor } = useEditorTexts();
  const { nodes, edges, setNodes, reset } = useFlowElements();
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const isNarrow = useNarrow();
  const isHand = useCanvas((state) => state.isHand) || isNarrow;
  const nodesRef = useNewest(nodes);
  const edgesRef = useNewest(edges);
  const isFree = useRef(false);
  const changes = useNodeChanges({ nodesRef, setNodes, isFree });
  const dragging = useDragging({ nodesRef, edgesRef, isFree, reset });
  const connecting = useConnecting();
  const hover = useEdgeHover();
  const clicks = useClicks();
  const lit = useLit();
  const far = useFar();
  const opening = useOpening({ nodes, edges });
  useGraphInSight({ nodes, edges }, fit);
  const ariaLabels = useMemo(() => editor.aria(canvas.map), [canvas, editor]);
  return (
    <ReactFlow<FlowNode, FlowEdge>
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      {...changes}
      {...dragging}
      {...connecting}
      {...hover}
      {...clicks}
      {...lit}
      nodesDraggable={!isReadOnly}
      nodesConnectable={!isReadOnly}
      edgesReconnectable={!isReadOnly}
      connectionRadius={REACH_PX}
      connectionLineType={ConnectionLineType.SmoothStep}
      selectionOnDrag={!isHand}
      selectionMode={SelectionMode.Partial}
      panOnDrag={isHand ? true : MIDDLE_AND_RIGHT}
      panOnScroll
      zoomOnDoubleClick={false}
      multiSelectionKeyCode={ADD_KEYS}
      deleteKeyCode={null}
      selectNodesOnDrag={false}
      onlyRenderVisibleElements
      elevateNodesOnSelect={false}
      className={far}
      {...opening}
      fitViewOptions={fit}
      minZoom={0.1}
      maxZoom={2}
      proOptions={proOptions}
      ariaLabelConfig={ariaLabels}
      aria-label={canvas.drawing}
    >
      <Dots />
      <Guides />
      <ZoomButtons />
      {nodes.length >= MAP_FROM && nodes.length <= MAP_UP_TO ? <MiniMap pannable zoomable /> : null}
    </ReactFlow>
  );
});
EditCanvas.displayName = 'EditCanvas';
