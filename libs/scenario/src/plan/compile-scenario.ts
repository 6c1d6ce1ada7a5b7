import { PLAN_FORMAT, type Manifest, type Plan, type Scenario, type Sha256 } from '@potok/contracts';
import { catalogueOf, graphsOf, modelOfDrawing, type DrawnGraph, type GraphModel } from '../analysis/graph-model.js';
import { liveGraphOf, type LiveGraph } from '../analysis/live-graph.js';
import { scopesOf, type Scopes } from '../analysis/scopes.js';
import { checkScenario } from '../drawing/check-scenario.js';
import { Findings, type ScenarioFinding } from '../finding.js';
import { pinCalls, type CallPlans } from '../rules/calls.js';
import { checkEdges, checkUnwiredPorts } from '../rules/edges.js';
import { checkEffects, checkPaths } from '../rules/effects.js';
import { checkCycles, checkScopes } from '../rules/flow.js';
import { checkIds, checkTypes } from '../rules/names.js';
import { checkSettings, checkSlots } from '../rules/settings.js';
import { checkReachable, checkSkipped, checkStart } from '../rules/start.js';
import { byText, planHashOf } from './canonical.js';
import { skeletonOf } from './skeleton.js';
import { parametersOf, slotsOf, stepOf, triggerOf } from './steps.js';

export interface CompileOptions {
  /** Of the registry; the flow's own nodes are added here. */
  readonly manifest: Manifest;
  /** Published plans of this workspace by scenario id, for `flow.call`. */
  readonly callPlans?: CallPlans;
  /** Of the scenario that is compiled, so that a call of itself is found. */
  readonly scenarioId?: string;
}

export interface Compiled {
  /** Present only when nothing blocks publishing. */
  readonly plan?: Plan;
  readonly hash?: Sha256;
  readonly findings: readonly ScenarioFinding[];
}

interface Graph {
  readonly drawn: DrawnGraph;
  readonly model: GraphModel;
  readonly live?: LiveGraph;
  readonly scopes?: Scopes;
}

const understood = (drawn: DrawnGraph, model: GraphModel): Graph => {
  const live = liveGraphOf(model);
  return live === undefined ? { drawn, model } : { drawn, model, live, scopes: scopesOf(live) };
};

const checkGraph = (scenario: Scenario, { drawn, model, live, scopes }: Graph, findings: Findings): void => {
  checkEdges(drawn, model, findings);
  checkSkipped(model, findings);
  checkStart(model, findings);
  checkSettings(model, findings);
  if (live === undefined || scopes === undefined) return;
  checkReachable(model, live, findings);
  checkUnwiredPorts(live, findings);
  checkCycles(live, scopes, findings);
  checkScopes(live, scopes, findings);
  checkEffects(scenario, live, findings);
};

const skeletonsOf = (graphs: readonly Graph[]) =>
  new Map(
    graphs.flatMap(({ live, scopes, model }) =>
      live === undefined || scopes === undefined ? [] : [[model.id, skeletonOf(live, scopes)] as const],
    ),
  );

const planOf = (scenario: Scenario, graphs: readonly Graph[], calls: Plan['skeleton']['calls']): Plan | undefined => {
  const skeletons = skeletonsOf(graphs);
  const main = skeletons.get('main');
  const trigger = graphs[0]?.live?.trigger;
  if (main === undefined || trigger === undefined) return undefined;
  const paths = (scenario.paths ?? []).flatMap(({ id, kind, ofNode }) => {
    const graph = skeletons.get(id);
    return graph === undefined ? [] : [{ id, kind, ofNode, graph }];
  });
  const nodes = graphs.flatMap(({ live }) => [...(live?.nodes.values() ?? [])]);
  return {
    planFormat: PLAN_FORMAT,
    skeleton: { main, paths: paths.sort((a, b) => byText(a.id, b.id)), calls },
    steps: {
      trigger: triggerOf(trigger),
      nodes: Object.fromEntries(nodes.map((node) => [node.id, stepOf(node, [])])),
      slots: slotsOf(scenario),
      parameters: parametersOf(scenario),
    },
  };
};

const compileChecked = (scenario: Scenario, options: CompileOptions): Compiled => {
  const findings = new Findings();
  const catalogue = catalogueOf(options.manifest);
  const drawings = graphsOf(scenario);
  const graphs = drawings.map((drawn) => understood(drawn, modelOfDrawing(drawn, catalogue)));
  const models = graphs.map(({ model }) => model);
  checkIds(scenario, drawings, findings);
  checkTypes(drawings, catalogue, findings);
  checkSlots(scenario, models, findings);
  checkPaths(scenario, graphs[0]?.live, findings);
  for (const graph of graphs) checkGraph(scenario, graph, findings);
  const calls = pinCalls(models, { callPlans: options.callPlans ?? {}, scenarioId: options.scenarioId }, findings);
  const plan = findings.hasErrors ? undefined : planOf(scenario, graphs, calls);
  return plan === undefined
    ? { findings: findings.list() }
    : { plan, hash: planHashOf(plan), findings: findings.list() };
};

/**
 * Compiles a drawing: everything that can be found before a run is found here, each with node and field. Never throws
 * on a drawing, however wrong. The hash does not depend on layout, notes or the order of keys and nodes.
 */
export const compileScenario = (json: unknown, options: CompileOptions): Compiled => {
  const { scenario, findings } = checkScenario(json);
  return scenario === undefined ? { findings } : compileChecked(scenario, options);
};
