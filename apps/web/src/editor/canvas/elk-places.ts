import ELK, { type ElkNode } from 'elkjs/lib/elk-api.js';
import type { Graph } from '../../canvas/graph.js';
import { NODE_HEIGHT, NODE_WIDTH } from '../../canvas/layout.js';
import type { Point } from '../document/kit.js';

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.layered.spacing.nodeNodeBetweenLayers': '88',
  'elk.spacing.nodeNode': '40',
};

const asElk = ({ nodes, edges }: Graph): ElkNode => ({
  id: 'root',
  layoutOptions: OPTIONS,
  children: nodes.map(({ id }) => ({ id, width: NODE_WIDTH, height: NODE_HEIGHT })),
  edges: edges.map(({ id, from, to }) => ({ id, sources: [from.node], targets: [to.node] })),
});

/** Places of a big drawing, worked out beside the page. */
export const elkPlaces = async (graph: Graph): Promise<readonly (readonly [string, Point])[]> => {
  const worker = new Worker(new URL('elkjs/lib/elk-worker.min.js', import.meta.url));
  try {
    const elk = new ELK({ workerFactory: () => worker });
    const { children = [] } = await elk.layout(asElk(graph));
    return children.map(({ id, x = 0, y = 0 }) => [id, { x, y }] as const);
  } finally {
    worker.terminate();
  }
};
