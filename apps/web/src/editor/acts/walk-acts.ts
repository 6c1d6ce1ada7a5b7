import type { ScenarioEdge, ScenarioNode } from '@potok/contracts';
import { graphOf, walkOrder } from '../../canvas/graph.js';
import type { ActContext } from './act-context.js';

export type Direction = 'left' | 'right' | 'up' | 'down';

const isThere = (from: ScenarioNode, to: ScenarioNode, direction: Direction): boolean => {
  const [dx, dy] = [to.position.x - from.position.x, to.position.y - from.position.y];
  if (direction === 'left') return dx < 0 && Math.abs(dy) <= Math.abs(dx);
  if (direction === 'right') return dx > 0 && Math.abs(dy) <= Math.abs(dx);
  return direction === 'up' ? dy < 0 && Math.abs(dx) <= Math.abs(dy) : dy > 0 && Math.abs(dx) <= Math.abs(dy);
};

const distance = (a: ScenarioNode, b: ScenarioNode): number =>
  Math.hypot(a.position.x - b.position.x, a.position.y - b.position.y);

const nearestOf = (from: ScenarioNode, nodes: readonly ScenarioNode[]): ScenarioNode | undefined =>
  [...nodes].sort((a, b) => distance(from, a) - distance(from, b))[0];

/** Along an edge where there is one, else the nearest step on that side. */
export const neighbour = (
  from: ScenarioNode,
  direction: Direction,
  { nodes, edges }: { readonly nodes: readonly ScenarioNode[]; readonly edges: readonly ScenarioEdge[] },
): ScenarioNode | undefined => {
  const others = nodes.filter(({ id }) => id !== from.id);
  const wired = new Set(
    edges.flatMap((edge) => {
      if (direction === 'right' && edge.from.node === from.id) return [edge.to.node];
      return direction === 'left' && edge.to.node === from.id ? [edge.from.node] : [];
    }),
  );
  const along = nearestOf(
    from,
    others.filter(({ id }) => wired.has(id)),
  );
  return (
    along ??
    nearestOf(
      from,
      others.filter((to) => isThere(from, to, direction)),
    )
  );
};

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
  const next = at === undefined ? walkOrder(drawn)[0] : neighbour(at, direction, drawn);
  if (next !== undefined) goTo(context, next.id);
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
