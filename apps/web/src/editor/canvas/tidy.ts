import type { Graph } from '../../canvas/graph.js';
import type { Point } from '../document/kit.js';
import { onGrid } from '../document/fresh-node.js';

/** Above this dagre would hold the page for seconds: elk works in a worker of its own. */
const FOR_DAGRE = 300;

export type Tidied = Readonly<Record<string, Point>>;

const rounded = (places: Iterable<readonly [string, Point]>): Tidied =>
  Object.fromEntries([...places].map(([id, place]) => [id, onGrid(place)]));

const byElk = async (graph: Graph): Promise<Tidied> => {
  const { elkPlaces } = await import('./elk-places.js');
  return rounded(await elkPlaces(graph));
};

const byDagre = async (graph: Graph): Promise<Tidied> => {
  const { arranged } = await import('../../canvas/arranged.js');
  return rounded(arranged(graph));
};

/** Where the steps stand when the drawing is tidied up: from left to right in the order of a run. */
export const tidied = (graph: Graph): Promise<Tidied> =>
  graph.nodes.length > FOR_DAGRE ? byElk(graph) : byDagre(graph);
