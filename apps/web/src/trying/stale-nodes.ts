import type { Scenario, ScenarioEdge, ScenarioNode, TriedStepView } from '@potok/contracts';
import { canonicalJson } from '@potok/scenario';

/** Why the result of a node no longer speaks for the drawing. */
export type StaleWhy =
  | { readonly kind: 'changed' | 'linked' | 'gone' }
  /** The nearest node before it that was changed. */
  | { readonly kind: 'before'; readonly node: string };

interface Graphs {
  readonly nodes: ReadonlyMap<string, ScenarioNode>;
  readonly edges: readonly ScenarioEdge[];
}

/**
 * Which results of a try are stale, because their node or something before it was changed in the drawing since. Names,
 * notes and positions change nothing.
 */
export const staleNodes = (
  tried: Scenario,
  current: Scenario,
  results: readonly Pick<TriedStepView, 'node'>[],
): ReadonlyMap<string, StaleWhy> => {
  if (tried === current) return new Map();
  const [before, now] = [graphsOf(tried), graphsOf(current)];
  const found = changedNodes(before, now);
  spread(found, [...before.edges, ...now.edges]);
  const asked = new Set(results.map(({ node }) => node));
  return new Map([...found].filter(([node]) => asked.has(node)));
};

const graphsOf = ({ nodes, edges, paths = [] }: Scenario): Graphs => ({
  nodes: new Map([...nodes, ...paths.flatMap((path) => path.nodes)].map((node) => [node.id, node])),
  edges: [...edges, ...paths.flatMap((path) => path.edges)],
});

const changedNodes = (before: Graphs, now: Graphs): Map<string, StaleWhy> => {
  const found = new Map<string, StaleWhy>();
  const [linksBefore, linksNow] = [linksInto(before), linksInto(now)];
  for (const [id, node] of before.nodes) {
    const here = now.nodes.get(id);
    if (here === undefined) found.set(id, { kind: 'gone' });
    else if (meaningOf(here) !== meaningOf(node)) found.set(id, { kind: 'changed' });
    else if (linksBefore.get(id) !== linksNow.get(id)) found.set(id, { kind: 'linked' });
  }
  return found;
};

/** All of a node that a run depends on. */
const meaningOf = ({ type, typeVersion, params, slot, isSkipped, onFault, timeoutSec }: ScenarioNode): string =>
  canonicalJson({ type, typeVersion, params, slot, isSkipped: isSkipped === true, onFault, timeoutSec });

const linksInto = ({ edges }: Graphs): ReadonlyMap<string, string> => {
  const into = new Map<string, string[]>();
  for (const { from, to } of edges) into.set(to.node, [...(into.get(to.node) ?? []), `${from.node}:${from.port}`]);
  return new Map([...into].map(([node, links]) => [node, links.sort().join('\n')]));
};

/** A step sees what was done before it: along the edges, as they were and as they are. */
const spread = (found: Map<string, StaleWhy>, edges: readonly ScenarioEdge[]): void => {
  const out = new Map<string, string[]>();
  for (const { from, to } of edges) out.set(from.node, [...(out.get(from.node) ?? []), to.node]);
  const queue = [...found.keys()].map((id) => ({ id, origin: id }));
  for (const { id, origin } of queue) {
    for (const next of out.get(id) ?? []) {
      if (found.has(next)) continue;
      found.set(next, { kind: 'before', node: origin });
      queue.push({ id: next, origin });
    }
  }
};
