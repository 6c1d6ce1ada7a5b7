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

/** What a person looks for first stands first, whatever order the drawing was stored in. */
const headFirst = ({ id, type, typeVersion, name, params, ...rest }: Omit<ScenarioNode, 'position'>) => ({
  id,
  type,
  typeVersion,
  name,
  params: sorted(params),
  ...rest,
});
const withoutPlace = ({ position: _position, ...node }: ScenarioNode) => headFirst(node);
const withPlace = ({ position, ...node }: ScenarioNode) => ({ ...headFirst(node), position });

/** A drawing as text for reading: the order in which keys of params came does not count, and layout only when asked for. */
export const textOf = (scenario: Scenario, isLayoutHidden: boolean): string => {
  const node = isLayoutHidden ? withoutPlace : withPlace;
  const { name, description, slots, parameters, edges, paths, notes, groups } = scenario;
  const layout = isLayoutHidden ? {} : { notes, groups };
  const text = {
    name,
    description,
    slots,
    parameters: parameters.map(sorted),
    nodes: scenario.nodes.map(node),
    edges,
    paths: paths?.map((path) => ({ ...path, nodes: path.nodes.map(node) })),
    ...layout,
  };
  return JSON.stringify(text, null, 2);
};
