import dagre from '@dagrejs/dagre';
import type { Graph } from './graph.js';
import { isHeap, NODE_HEIGHT, NODE_WIDTH, ownPlaces, type Places } from './layout.js';

const BETWEEN_RANKS = 88;
const BETWEEN_NODES = 40;

/** From left to right in the order of a run. In a file of its own: few pages need it, and it is big. */
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

/** Where the author put the nodes; only a heap is arranged anew. */
export const placesOf = (graph: Graph): Places => (isHeap(graph) ? arranged(graph) : ownPlaces(graph));
