import { PLAN_FORMAT, type Plan, type Scenario, type SkeletonGraph } from '@potok/contracts';
import { byText } from './canonical.js';
import { skeletonOf } from './skeleton.js';
import { parametersOf, slotsOf, stepOf, triggerOf } from './steps.js';
import type { UnderstoodGraph } from './understood-graph.js';

interface Parts {
  readonly scenario: Scenario;
  readonly graphs: readonly UnderstoodGraph[];
  readonly calls: Plan['skeleton']['calls'];
  readonly opensBefore: ReadonlyMap<string, readonly string[]>;
}

const skeletonsOf = (graphs: readonly UnderstoodGraph[]): ReadonlyMap<string, SkeletonGraph> =>
  new Map(
    graphs.flatMap(({ live, scopes, model }) =>
      live === undefined || scopes === undefined ? [] : [[model.id, skeletonOf(live, scopes)] as const],
    ),
  );

const pathsOf = (
  scenario: Scenario,
  skeletons: ReadonlyMap<string, SkeletonGraph>,
): readonly Plan['skeleton']['paths'][number][] =>
  (scenario.paths ?? [])
    .flatMap(({ id, kind, ofNode }) => {
      const graph = skeletons.get(id);
      return graph === undefined ? [] : [{ id, kind, ofNode, graph }];
    })
    .sort((a, b) => byText(a.id, b.id));

/** Puts a plan together from what the rules have let through. */
export const planOf = ({ scenario, graphs, calls, opensBefore }: Parts): Plan | undefined => {
  const skeletons = skeletonsOf(graphs);
  const main = skeletons.get('main');
  const trigger = graphs[0]?.live?.trigger;
  if (main === undefined || trigger === undefined) return undefined;
  const nodes = graphs.flatMap(({ live }) => [...(live?.nodes.values() ?? [])]);
  return {
    planFormat: PLAN_FORMAT,
    skeleton: { main, paths: pathsOf(scenario, skeletons), calls },
    steps: {
      trigger: triggerOf(trigger),
      nodes: Object.fromEntries(nodes.map((node) => [node.id, stepOf(node, opensBefore.get(node.id) ?? [])])),
      slots: slotsOf(scenario),
      parameters: parametersOf(scenario),
    },
  };
};
