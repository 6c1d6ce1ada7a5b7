import type { Binding, Scenario, ScenarioNode, ScenarioPath } from '@potok/contracts';

export const MAIN = 'main';

export interface Graph {
  readonly nodes: readonly ScenarioNode[];
  readonly edges: Scenario['edges'];
  readonly path?: ScenarioPath;
}

/** The main graph, or that of the compensation path with this id. */
export const graphOf = (scenario: Scenario, id: string): Graph => {
  const path = scenario.paths?.find((one) => one.id === id);
  return path === undefined ? scenario : { nodes: path.nodes, edges: path.edges, path };
};

/** The node of a run's step; a path's nodes are not those of the main graph. */
export const nodeOf = (
  { scenario, graph }: { readonly scenario: Scenario; readonly graph: string },
  { node }: { readonly node: string },
): ScenarioNode | undefined => graphOf(scenario, graph).nodes.find(({ id }) => id === node);

/** What a drawing is read with: values of its parameters and titles of its slots. */
export interface Reading {
  readonly scenario: Scenario;
  readonly binding?: Binding;
}

export const parameterValue = ({ scenario, binding }: Reading, id: string): unknown =>
  binding?.parameters[id] ?? scenario.parameters.find((one) => one.id === id)?.default;

/** Nodes in the order in which a run may come to them; what no edge reaches stands last. */
export const walkOrder = ({ nodes, edges }: Graph): readonly ScenarioNode[] => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const targets = new Set(edges.map(({ to }) => to.node));
  const queue = nodes.filter(({ id }) => !targets.has(id)).map(({ id }) => id);
  const seen = new Set<string>(queue);
  for (const id of queue)
    for (const edge of edges)
      if (edge.from.node === id && !seen.has(edge.to.node)) {
        seen.add(edge.to.node);
        queue.push(edge.to.node);
      }
  const reached = queue.map((id) => byId.get(id)).filter((node) => node !== undefined);
  return [...reached, ...nodes.filter(({ id }) => !seen.has(id))];
};
