import type { Scenario, ScenarioNode } from '@potok/contracts';

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
};

const withoutPlace = ({ position: _position, ...node }: ScenarioNode) => ({ ...node, params: sorted(node.params) });
const withPlace = (node: ScenarioNode) => ({ ...node, params: sorted(node.params) });

/** A drawing as text for reading: the order in which keys of params came does not count, and layout only when asked for. */
export const textOf = (scenario: Scenario, isLayoutHidden: boolean): string => {
  const node = isLayoutHidden ? withoutPlace : withPlace;
  const { notes, groups, paths, ...rest } = scenario;
  const layout = isLayoutHidden ? {} : { notes, groups };
  const text = {
    ...rest,
    nodes: scenario.nodes.map(node),
    paths: paths?.map((path) => ({ ...path, nodes: path.nodes.map(node) })),
    ...layout,
  };
  return JSON.stringify(text, null, 2);
};
