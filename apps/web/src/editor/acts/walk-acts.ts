import type { ScenarioEdge } from '@potok/contracts';
import { type Graph, graphOf, walkOrder } from '../../canvas/graph.js';
import { type Direction, type Laid, neighbourOf } from '../../canvas/neighbours.js';
import { firstFieldIn } from '../../page/use-focus-fresh.js';
import { useCanvas } from '../canvas/canvas-store.js';
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

/** Opens a step and puts the keyboard into its fields. */
const enterStep = ({ store }: ActContext, node: string): void => {
  store.getState().openNode(node);
  requestAnimationFrame(() => firstFieldIn(document.querySelector('.node-panel .panel-form'))?.focus());
};

/** A note is written in place; on one step's box a person goes into its fields. */
export const openChosen = (context: ActContext): void => {
  const { chosen, isReadOnly } = context.store.getState();
  const [[node], [note]] = [chosen.nodes, chosen.notes];
  if (node !== undefined) enterStep(context, node);
  else if (note !== undefined && !isReadOnly) useCanvas.getState().set({ writing: note });
};

/** What is open beside the canvas, in the order of the page. */
const panesNow = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.editor-body > aside')];

/** From the canvas to what is open beside it, and on; from the last back to the chosen step. */
export const goPane = ({ store, view }: ActContext): void => {
  const panes = panesNow();
  const next = panes[panes.findIndex((pane) => pane.contains(document.activeElement)) + 1];
  const [node] = store.getState().chosen.nodes;
  if (next !== undefined) next.focus({ preventScroll: true });
  else if (node !== undefined) view.focus(node);
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
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
