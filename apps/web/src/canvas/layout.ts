import dagre from '@dagrejs/dagre';
import type { Graph } from './graph.js';

export const NODE_WIDTH = 220;
export const NODE_HEIGHT = 64;
const BETWEEN_RANKS = 88;
const BETWEEN_NODES = 40;

export type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

const isOver = (a: { x: number; y: number }, b: { x: number; y: number }): boolean =>
  Math.abs(a.x - b.x) < NODE_WIDTH && Math.abs(a.y - b.y) < NODE_HEIGHT;

/** Drawn by a program without places: nodes lie upon one another. */
export const isHeap = ({ nodes }: Graph): boolean =>
  nodes.some((node, index) => nodes.slice(index + 1).some((other) => isOver(node.position, other.position)));

export const arranged = ({ nodes, edges }: Graph): Places => {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', ranksep: BETWEEN_RANKS, nodesep: BETWEEN_NODES });
  graph.setDefaultEdgeLabel(() => ({}));
  nodes.forEach(({ id }) => graph.setNode(id, { width: NODE_WIDTH, height: NODE_HEIGHT }));
  edges.forEach(({ from, to }) => graph.setEdge(from.node, to.node));
  dagre.layout(graph);
  return new Map(
    nodes.map(({ id }) => {
      const { x, y } = graph.node(id) as { readonly x: number; readonly y: number };
      return [id, { x: x - NODE_WIDTH / 2, y: y - NODE_HEIGHT / 2 }];
    }),
  );
};

/** Where the author put the nodes. */
export const ownPlaces = ({ nodes }: Graph): Places => new Map(nodes.map(({ id, position }) => [id, position]));

/** The same; only a heap is arranged anew. */
export const placesOf = (graph: Graph): Places => (isHeap(graph) ? arranged(graph) : ownPlaces(graph));
