import type { Scenario, ScenarioEdge, ScenarioNode } from '@potok/contracts';
import { branchTitle } from '../flow/branch-title.js';
import { describeLists } from './describe-lists.js';
import type { DiffGroup, DiffLine, DiffTelling, GraphDiff, Language, NodeKinds, ScenarioDiff } from './diff-types.js';
import { fieldLine } from './field-line.js';
import { diffTexts } from './value-words.js';

const nodesOf = (scenario: Scenario, graph: string): readonly ScenarioNode[] =>
  graph === 'main' ? scenario.nodes : (scenario.paths?.find(({ id }) => id === graph)?.nodes ?? []);

const nameIn = ({ diff }: DiffTelling, graph: string, id: string): string =>
  [...nodesOf(diff.after, graph), ...nodesOf(diff.before, graph)].find((node) => node.id === id)?.name ?? id;

const linkLine = (edge: ScenarioEdge, isAdded: boolean, of: { telling: DiffTelling; graph: string }): DiffLine => {
  const { diff, language } = of.telling;
  const said = diffTexts[language];
  const from = nodesOf(isAdded ? diff.after : diff.before, of.graph).find(({ id }) => id === edge.from.node);
  const port = branchTitle(from, edge.from.port) ?? said.ports[edge.from.port] ?? edge.from.port;
  const ends = { port, to: nameIn(of.telling, of.graph, edge.to.node) };
  return { text: isAdded ? said.linkAdded(ends) : said.linkRemoved(ends) };
};

const linksOf = (node: string, { edges, graph }: GraphDiff, telling: DiffTelling): readonly DiffLine[] => [
  ...edges.removed.filter(({ from }) => from.node === node).map((edge) => linkLine(edge, false, { telling, graph })),
  ...edges.added.filter(({ from }) => from.node === node).map((edge) => linkLine(edge, true, { telling, graph })),
];

type Spoken = Pick<DiffGroup, 'kind' | 'title' | 'lines'> & { readonly isLayoutOnly?: boolean };

/** Every node that has something to be said of, once. */
const spokenNodes = (graph: GraphDiff, telling: DiffTelling): ReadonlyMap<string, Spoken> => {
  const said = diffTexts[telling.language];
  const links = (id: string) => linksOf(id, graph, telling);
  const named = (id: string) => nameIn(telling, graph.graph, id);
  const { added, removed, changed } = graph.nodes;
  const sources = [...graph.edges.removed, ...graph.edges.added].map(({ from }) => from.node);
  return new Map<string, Spoken>([
    ...sources.map((id) => [id, { kind: 'changed', title: said.stepLinked(named(id)), lines: links(id) }] as const),
    ...added.map(({ id, name }) => [id, { kind: 'added', title: said.stepAdded(name), lines: links(id) }] as const),
    ...removed.map(({ id, name }) => [id, { kind: 'removed', title: said.stepRemoved(name), lines: [] }] as const),
    ...changed.map(
      ({ id, fields, after }) =>
        [
          id,
          {
            kind: 'changed',
            title: said.stepChanged(after.name),
            lines: [...fields.map((field) => fieldLine(field, telling)), ...links(id)],
            isLayoutOnly:
              links(id).length === 0 && fields.every(({ kind }) => kind === 'note' || kind === 'legalReason'),
          },
        ] as const,
    ),
  ]);
};

const movedGroup = ({ graph, nodes }: GraphDiff, { language }: DiffTelling): readonly DiffGroup[] => {
  const said = diffTexts[language];
  if (nodes.moved.length === 0) return [];
  const lines = nodes.moved.map(({ after }) => ({ text: said.stepMoved(after.name) }));
  const title = said.stepsMoved(nodes.moved.length);
  return [{ id: `${graph}/*moved`, kind: 'moved', graph, title, lines, isLayoutOnly: true }];
};

const titleIn = (graph: string, title: string, { diff, language }: DiffTelling): string => {
  const paths = [...(diff.after.paths ?? []), ...(diff.before.paths ?? [])];
  const path = paths.find(({ id }) => id === graph);
  return path === undefined ? title : diffTexts[language].inPath({ path: path.title, title });
};

/** As the author wrote the nodes down; what is gone comes last. */
const inOrder = (graph: string, { before, after }: ScenarioDiff): ReadonlyMap<string, number> =>
  new Map([
    ...nodesOf(before, graph).map(({ id }, at) => [id, at + 1e6] as const),
    ...nodesOf(after, graph).map(({ id }, at) => [id, at] as const),
  ]);

const describeGraph = (graph: GraphDiff, telling: DiffTelling): readonly DiffGroup[] => {
  const order = inOrder(graph.graph, telling.diff);
  const spoken = [...spokenNodes(graph, telling)].sort(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  const steps = spoken.map(([node, { isLayoutOnly = false, ...rest }]): DiffGroup => ({
    id: `${graph.graph}/${node}`,
    graph: graph.graph,
    node,
    ...rest,
    isLayoutOnly,
  }));
  return [...steps, ...movedGroup(graph, telling)].map((group) => ({
    ...group,
    title: titleIn(graph.graph, group.title, telling),
  }));
};

/** A difference in words, a group for each thing: what a run would notice first, then layout, notes and groups. */
export const describeDiff = (diff: ScenarioDiff, language: Language, kinds?: NodeKinds): readonly DiffGroup[] => {
  const telling: DiffTelling = { diff, language, kinds };
  const all = [...diff.graphs.flatMap((graph) => describeGraph(graph, telling)), ...describeLists(telling)];
  return [...all.filter((group) => !group.isLayoutOnly), ...all.filter((group) => group.isLayoutOnly)];
};
