import {
  Background,
  BackgroundVariant,
  MiniMap,
  type NodeChange,
  ReactFlow,
  ReactFlowProvider,
  useStore,
} from '@xyflow/react';
import { memo, useCallback, useMemo } from 'react';
import { useTexts } from '../app/texts/use-texts.js';
import type { Drawn, NoteNode, PathEdge, StepNode } from './drawn.js';
import { NoteCard } from './note-node.js';
import { PathLine } from './path-edge.js';
import { StepNodeCard } from './step-node.js';
import { useArrows } from './use-arrows.js';
import { useFar } from './use-far.js';
import { useOpening } from './use-opening.js';
import { ZoomButtons } from './zoom-buttons.js';

const nodeTypes = { step: StepNodeCard, note: NoteCard };
const edgeTypes = { path: PathLine };
const fit = { padding: 0.08, maxZoom: 1, minZoom: 0.2 };
const proOptions = { hideAttribution: true };
const DOTS_PX = 16;
const DOTS_FADE_BELOW = 0.5;
const MAP_FROM = 40;

const Dots = () => {
  const isFaded = useStore(({ transform }) => transform[2] < DOTS_FADE_BELOW);
  return isFaded ? null : <Background variant={BackgroundVariant.Dots} gap={DOTS_PX} size={1} />;
};

interface Props {
  readonly drawn: Drawn;
  /** The step that a phone shows first; absent: the one that a run begins with. */
  readonly start?: string | undefined;
  readonly onChoose?: ((node: string) => void) | undefined;
  /** Enter on a node. */
  readonly onOpen?: ((node: string) => void) | undefined;
}

/** The canvas itself, read only; the editor will grow here. */
const Inside = ({ drawn, start, onChoose, onOpen }: Props) => {
  const { canvas } = useTexts();
  const onKeyDown = useArrows({ drawn, onOpen });
  const far = useFar();
  const opening = useOpening(drawn, start);
  const nodes = useMemo(() => [...drawn.nodes], [drawn]);
  const edges = useMemo(() => [...drawn.edges], [drawn]);
  const ariaLabels = useMemo(
    () => ({ 'minimap.ariaLabel': canvas.map, 'node.a11yDescription.keyboardDisabled': canvas.keys }),
    [canvas],
  );
  const onChange = useCallback(
    (changes: NodeChange<StepNode | NoteNode>[]) => {
      const chosen = changes.find((change) => change.type === 'select' && change.selected);
      if (chosen !== undefined && 'id' in chosen) onChoose?.(chosen.id);
    },
    [onChoose],
  );
  return (
    <ReactFlow<StepNode | NoteNode, PathEdge>
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      onNodesChange={onChange}
      onKeyDown={onKeyDown}
      className={far}
      {...opening}
      fitViewOptions={fit}
      minZoom={0.1}
      maxZoom={1.6}
      nodesDraggable={false}
      nodesConnectable={false}
      elementsSelectable={onChoose !== undefined}
      onlyRenderVisibleElements={nodes.length > MAP_FROM}
      preventScrolling={false}
      proOptions={proOptions}
      ariaLabelConfig={ariaLabels}
      aria-label={canvas.drawing}
    >
      <Dots />
      <ZoomButtons />
      {nodes.length > MAP_FROM ? <MiniMap pannable zoomable /> : null}
    </ReactFlow>
  );
};

/** Drawn anew only for another drawing: what a run brings goes through the overlay's store. */
export const Flow = memo((props: Props) => (
  <ReactFlowProvider>
    <Inside {...props} />
  </ReactFlowProvider>
));
Flow.displayName = 'Flow';
