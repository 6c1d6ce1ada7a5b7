import type { Scenario, ScenarioEdge, ScenarioNode, TriedStepView, TryOrder } from '@potok/contracts';
import { canonicalJson } from '@potok/scenario';

/** Why the result of a node no longer speaks for the drawing. */
export type StaleWhy =
  /** `data`: other data or another way were chosen since, for the node or for what is before it. */
  | { readonly kind: 'changed' | 'linked' | 'gone' | 'data' }
  /** The nearest node before it that was changed. */
  | { readonly kind: 'before'; readonly node: string };

interface Graphs {
  readonly nodes: ReadonlyMap<string, ScenarioNode>;
  readonly edges: readonly ScenarioEdge[];
}

/** What a try goes by. */
export type Tryable = Pick<TryOrder, 'draft' | 'data' | 'ports' | 'pinned'>;
type Result = Pick<TriedStepView, 'node' | 'answeredBy' | 'output'>;

/**
 * Which results of a try are stale, because their node or something before it was changed since: in the drawing, in the
 * data that it was tried over, or by another way that was chosen. Names, notes and positions change nothing.
 */
export const staleNodes = (
  tried: Tryable,
  current: Tryable,
  results: readonly Result[],
): ReadonlyMap<string, StaleWhy> => {
  const [before, now] = [graphsOf(tried.draft), graphsOf(current.draft)];
  const found = tried.draft === current.draft ? new Map<string, StaleWhy>() : changedNodes(before, now);
  for (const node of retoldNodes(tried, current, results)) if (!found.has(node)) found.set(node, { kind: 'data' });
  spread(found, [...before.edges, ...now.edges]);
  const asked = new Set(results.map(({ node }) => node));
  return new Map([...found].filter(([node]) => asked.has(node)));
};

const isSame = (a: unknown, b: unknown): boolean => a === b || canonicalJson(a ?? null) === canonicalJson(b ?? null);

/** Nodes that would be answered otherwise now, though the drawing is the same. What really ran does not ask the saved data. */
const retoldNodes = (tried: Tryable, current: Tryable, results: readonly Result[]): readonly string[] => {
  if (!isSame(tried.data.trigger, current.data.trigger)) return results.map(({ node }) => node);
  const answers = new Map(results.map((result) => [result.node, result]));
  const isRetold = (node: string): boolean => {
    const [before, now] = [tried.data.steps[node], current.data.steps[node]];
    const answer = answers.get(node);
    if (before === now || answer?.answeredBy === 'work') return false;
    return !isSame(before, now) && !isSame(answer?.output, now);
  };
  const isLedElsewhere = (node: string): boolean =>
    tried.ports?.[node] !== current.ports?.[node] || isPinned(tried, node) !== isPinned(current, node);
  const told = [tried, current].flatMap(({ data, ports = {}, pinned = [] }) => ({
    steps: Object.keys(data.steps),
    ways: [...Object.keys(ports), ...pinned],
  }));
  return [
    ...told.flatMap(({ steps }) => steps).filter(isRetold),
    ...told.flatMap(({ ways }) => ways).filter(isLedElsewhere),
  ];
};

const isPinned = ({ pinned = [] }: Tryable, node: string): boolean => pinned.includes(node);

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
      found.set(next, found.get(origin)?.kind === 'data' ? { kind: 'data' } : { kind: 'before', node: origin });
      queue.push({ id: next, origin });
    }
  }
};
