import type { ScenarioEdge } from '@potok/contracts';
import { type Graph, graphOf, walkOrder } from '../../canvas/graph.js';
import { type Direction, type Laid, neighbourOf } from '../../canvas/neighbours.js';
import type { ActContext } from './act-context.js';

/** The drawing as its author laid it. */
const laidNow = ({ nodes, edges }: Graph): Laid => ({
  steps: nodes.map(({ id, position }) => ({ id, ...position })),
  links: edges.map(({ from, to }) => ({ from: from.node, to: to.node })),
});

export const goTo = ({ store, view }: ActContext, node: string): void => {
  store.getState().choose({ nodes: new Set([node]) });
  view.focus(node);
};

const FIRST_FIELD = ['input', 'textarea', 'button', '.cm-content']
  .map((one) => `.node-panel .panel-form ${one}`)
  .join();

/** Opens a step and puts the keyboard into its fields. */
export const enterStep = ({ store }: ActContext, node: string): void => {
  store.getState().openNode(node);
  requestAnimationFrame(() => document.querySelector<HTMLElement>(FIRST_FIELD)?.focus());
};

export const goNeighbour = (context: ActContext, direction: Direction): void => {
  const { history, graph, chosen } = context.store.getState();
  const drawn = graphOf(history.document.scenario, graph);
  const at = drawn.nodes.find(({ id }) => chosen.nodes.has(id));
  const next = at === undefined ? walkOrder(drawn)[0]?.id : neighbourOf(laidNow(drawn), at.id, direction);
  if (next !== undefined) goTo(context, next);
};

/** Everything before or after the chosen steps. */
export const reach = (
  ids: ReadonlySet<string>,
  edges: readonly ScenarioEdge[],
  side: 'before' | 'after',
): ReadonlySet<string> => {
  const seen = new Set(ids);
  for (const id of seen)
    for (const { from, to } of edges) {
      if (side === 'after' && from.node === id) seen.add(to.node);
      if (side === 'before' && to.node === id) seen.add(from.node);
    }
  return seen;
};

export const chooseReach = ({ store }: ActContext, side: 'before' | 'after'): void => {
  const { history, graph, chosen, choose } = store.getState();
  choose({ nodes: reach(chosen.nodes, graphOf(history.document.scenario, graph).edges, side) });
};
