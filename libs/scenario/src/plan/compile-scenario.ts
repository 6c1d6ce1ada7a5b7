import type { Manifest, Plan, Scenario, Sha256 } from '@potok/contracts';
import { catalogueOf, graphsOf, modelOfDrawing } from '../analysis/graph-model.js';
import { checkScenario } from '../drawing/check-scenario.js';
import { Findings, type ScenarioFinding } from '../finding.js';
import { pinCalls, type CallPlans } from '../rules/calls.js';
import { checkAllValues, checkGraph } from '../rules/check-graph.js';
import { checkPaths } from '../rules/effects.js';
import { checkIds, checkTypes } from '../rules/names.js';
import { checkParameters } from '../rules/parameters.js';
import { checkSlots } from '../rules/settings.js';
import { planOf } from './build-plan.js';
import { planHashOf } from './canonical.js';
import { understood, type UnderstoodGraph } from './understood-graph.js';

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

/** A drawing with everything that the rules have found out about it. */
export interface Examined {
  readonly graphs: readonly UnderstoodGraph[];
  readonly calls: Plan['skeleton']['calls'];
  readonly opensBefore: ReadonlyMap<string, readonly string[]>;
  readonly findings: Findings;
}

export const examine = (scenario: Scenario, options: CompileOptions): Examined => {
  const findings = new Findings();
  const callPlans = options.callPlans ?? {};
  const catalogue = catalogueOf(options.manifest);
  const drawings = graphsOf(scenario);
  const graphs = drawings.map((drawn) => understood(drawn, modelOfDrawing(drawn, catalogue)));
  const models = graphs.map(({ model }) => model);
  checkIds(scenario, drawings, findings);
  checkTypes(drawings, catalogue, findings);
  checkSlots(scenario, models, findings);
  checkParameters(scenario, findings);
  checkPaths(scenario, graphs[0]?.live, findings);
  for (const graph of graphs) checkGraph(scenario, graph, findings);
  const opensBefore = checkAllValues(scenario, graphs, { callPlans, findings });
  const calls = pinCalls(models, { callPlans, scenarioId: options.scenarioId }, findings);
  return { graphs, calls, opensBefore, findings };
};

const compileChecked = (scenario: Scenario, options: CompileOptions): Compiled => {
  const { graphs, calls, opensBefore, findings } = examine(scenario, options);
  const plan = findings.hasErrors ? undefined : planOf({ scenario, graphs, calls, opensBefore });
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
