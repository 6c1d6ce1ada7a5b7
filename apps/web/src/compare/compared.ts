import type { Scenario, ScenarioEdge, ScenarioNode } from '@potok/contracts';
import type { GraphDiff, ScenarioDiff } from '@potok/scenario';
import { NODE_HEIGHT, NODE_WIDTH } from '../canvas/layout.js';
import { linkKey, type Mark, type Marks } from '../canvas/marks.js';

export interface Compared {
  /** Both drawings in one: that of after, with what was removed put back. */
  readonly scenario: Scenario;
  readonly marks: Marks;
}

const STEP_ASIDE = NODE_HEIGHT + 40;
const TRIES = 40;

const isOver = (a: ScenarioNode['position'], b: ScenarioNode['position']): boolean =>
  Math.abs(a.x - b.x) < NODE_WIDTH && Math.abs(a.y - b.y) < NODE_HEIGHT;

/** Where it stood, or below what stands there now. */
const freePlace = (node: ScenarioNode, taken: readonly ScenarioNode[]): ScenarioNode => {
  let position = node.position;
  for (let turn = 0; turn < TRIES && taken.some((other) => isOver(other.position, position)); turn += 1)
    position = { x: position.x, y: position.y + STEP_ASIDE };
  return { ...node, position };
};

interface Graph {
  readonly nodes: ScenarioNode[];
  readonly edges: ScenarioEdge[];
}

const merged = (after: Graph, diff: GraphDiff | undefined): Graph => {
  if (diff === undefined) return after;
  const nodes = diff.nodes.removed.reduce<ScenarioNode[]>((all, node) => [...all, freePlace(node, all)], after.nodes);
  const gone = diff.edges.removed.map((edge, index) => ({ ...edge, id: `gone${index}` }));
  return { nodes, edges: [...after.edges, ...gone] };
};

const nodeMarks = ({ nodes }: GraphDiff, isLayoutHidden: boolean): readonly (readonly [string, Mark])[] => {
  const changed = nodes.changed.filter(
    ({ fields }) => !isLayoutHidden || fields.some(({ kind }) => kind !== 'note' && kind !== 'legalReason'),
  );
  return [
    ...(isLayoutHidden ? [] : nodes.moved.map(({ id }) => [id, 'moved'] as const)),
    ...changed.map(({ id }) => [id, 'changed'] as const),
    ...nodes.added.map(({ id }) => [id, 'added'] as const),
    ...nodes.removed.map(({ id }) => [id, 'removed'] as const),
  ];
};

const keyOf = ({ from, to }: ScenarioEdge): string => linkKey(from.node, from.port, to.node);

const linkMarks = ({ edges }: GraphDiff): readonly (readonly [string, Mark])[] => [
  ...edges.removed.map((edge) => [keyOf(edge), 'removed'] as const),
  ...edges.added.map((edge) => [keyOf(edge), 'added'] as const),
];

const mergedPaths = ({ before, after, paths, graphs }: ScenarioDiff): NonNullable<Scenario['paths']> => {
  const gone = new Set(paths.removed.map(({ id }) => id));
  const old = (before.paths ?? []).filter(({ id }) => gone.has(id)).map((path) => ({ ...path, nodes: [], edges: [] }));
  return [...(after.paths ?? []), ...old].map((path) => ({
    ...path,
    ...merged(
      path,
      graphs.find(({ graph }) => graph === path.id),
    ),
  }));
};

/** Two drawings laid over one another, with what to mark. */
export const comparedOf = (diff: ScenarioDiff, isLayoutHidden = false): Compared => ({
  scenario: {
    ...diff.after,
    ...merged(
      diff.after,
      diff.graphs.find(({ graph }) => graph === 'main'),
    ),
    paths: mergedPaths(diff),
  },
  marks: {
    nodes: new Map(diff.graphs.flatMap((graph) => nodeMarks(graph, isLayoutHidden))),
    links: new Map(diff.graphs.flatMap(linkMarks)),
  },
});
