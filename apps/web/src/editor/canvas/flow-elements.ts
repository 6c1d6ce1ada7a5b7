import type { Group } from '@potok/contracts';
import type { Edge, Node } from '@xyflow/react';
import {
  type Drawing,
  drawnOf,
  type NoteNode,
  type PathData,
  type PathEdge,
  type StepNode,
} from '../../canvas/drawn.js';
import { MAIN } from '../../canvas/graph.js';
import { NODE_HEIGHT, NODE_WIDTH, ownPlaces } from '../../canvas/layout.js';

export interface GroupData extends Record<string, unknown> {
  readonly title: string;
  readonly count: number;
  readonly isFolded: boolean;
}
export type GroupNode = Node<GroupData, 'group-frame'>;
export type FlowNode = StepNode | NoteNode | GroupNode;
export type FlowEdge = PathEdge;

export interface FlowElements {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
}

const MARGIN = 20;
const HEAD = 34;

const frameOf = (group: Group, steps: ReadonlyMap<string, StepNode>): GroupNode | undefined => {
  const members = group.nodes.map((id) => steps.get(id)).filter((one) => one !== undefined);
  if (members.length === 0) return undefined;
  const isFolded = group.isFolded === true;
  const left = Math.min(...members.map(({ position }) => position.x)) - (isFolded ? 0 : MARGIN);
  const top = Math.min(...members.map(({ position }) => position.y)) - (isFolded ? 0 : HEAD);
  const right = Math.max(...members.map(({ position }) => position.x)) + NODE_WIDTH + MARGIN;
  const bottom = Math.max(...members.map(({ position }) => position.y)) + NODE_HEIGHT + MARGIN;
  return {
    id: group.id,
    type: 'group-frame',
    position: { x: left, y: top },
    width: isFolded ? NODE_WIDTH : right - left,
    height: isFolded ? NODE_HEIGHT : bottom - top,
    zIndex: isFolded ? 0 : -1,
    draggable: false,
    selectable: false,
    focusable: false,
    ...(isFolded ? {} : { style: { pointerEvents: 'none' } }),
    data: { title: group.title, count: members.length, isFolded },
  };
};

/** Edges of what is folded away end at its box; those inside are not drawn. */
const redirected = (edge: PathEdge, boxes: ReadonlyMap<string, string>): PathEdge | undefined => {
  const [source, target] = [boxes.get(edge.source), boxes.get(edge.target)];
  if (source === undefined && target === undefined) return edge;
  if (source === target) return undefined;
  return {
    ...edge,
    source: source ?? edge.source,
    target: target ?? edge.target,
    ...(source === undefined ? {} : { sourceHandle: null }),
    reconnectable: false,
  };
};

/** Told, so that what is out of sight counts when the whole is shown. */
const sizeOf = ({ width = 0, height = 0 }: FlowNode) => ({ width, height });

const chosenEdge = (edge: PathEdge): PathEdge => ({ ...edge, selectable: true, focusable: true });

/** What React Flow shows of a drawing that is edited: where the author put it, with groups and what is folded. */
export const flowElements = (drawing: Drawing): FlowElements => {
  const drawn = drawnOf(drawing, ownPlaces);
  const steps = new Map(drawn.nodes.flatMap((node) => (node.type === 'step' ? [[node.id, node] as const] : [])));
  const groups = drawing.graph === MAIN ? (drawing.scenario.groups ?? []) : [];
  const frames = groups.map((group) => frameOf(group, steps)).filter((frame) => frame !== undefined);
  const boxes = new Map(
    groups.flatMap(({ id, nodes, isFolded }) => (isFolded === true ? nodes.map((node) => [node, id] as const) : [])),
  );
  const nodes = drawn.nodes
    .filter(({ id }) => !boxes.has(id))
    .map((node) => (node.type === 'note' ? { ...node, selectable: true, focusable: true } : node));
  const sized = [...frames, ...nodes].map((node) => ({ ...node, measured: sizeOf(node) }));
  const edges = drawn.edges.map((edge) => redirected(chosenEdge(edge), boxes)).filter((edge) => edge !== undefined);
  return { nodes: sized, edges };
};

const isSameValue = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return (
    left.length === right.length &&
    left.every(([key, value]) => isSameValue(value, (b as Record<string, unknown>)[key]))
  );
};

const isSameNode = (a: FlowNode, b: FlowNode): boolean =>
  a.position.x === b.position.x &&
  a.position.y === b.position.y &&
  a.width === b.width &&
  a.height === b.height &&
  isSameValue(a.data, b.data) &&
  isSameValue(a.handles, b.handles);

const isSameEdge = (a: Edge<PathData>, b: Edge<PathData>): boolean =>
  a.source === b.source && a.target === b.target && a.sourceHandle === b.sourceHandle && isSameValue(a.data, b.data);

/** Keeps the very objects of what has not changed, with what React Flow knows of them: only the rest is drawn anew. */
export const keptNodes = (before: readonly FlowNode[], after: readonly FlowNode[]): FlowNode[] => {
  const known = new Map(before.map((node) => [node.id, node]));
  return after.map((node) => {
    const old = known.get(node.id);
    if (old === undefined || old.type !== node.type) return node;
    return isSameNode(old, node) ? old : { ...old, ...node };
  });
};

export const keptEdges = (before: readonly FlowEdge[], after: readonly FlowEdge[]): FlowEdge[] => {
  const known = new Map(before.map((edge) => [edge.id, edge]));
  return after.map((edge) => {
    const old = known.get(edge.id);
    if (old === undefined) return edge;
    return isSameEdge(old, edge) ? old : { ...old, ...edge };
  });
};
