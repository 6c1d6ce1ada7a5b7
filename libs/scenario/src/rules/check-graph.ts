import type { Scenario } from '@potok/contracts';
import type { DrawnNode } from '../analysis/graph-model.js';
import { objectSchema } from '../analysis/schema-path.js';
import { earlierFor, surroundingsOf, type Earlier, type Surroundings } from '../analysis/surroundings.js';
import type { Findings } from '../finding.js';
import type { UnderstoodGraph } from '../plan/understood-graph.js';
import type { CallPlans } from './calls.js';
import { checkEdges, checkPorts, checkUnwiredPorts } from './edges.js';
import { checkEffects } from './effects.js';
import { checkCycles, checkScopes } from './flow.js';
import { checkSettings } from './settings.js';
import { checkReachable, checkSkipped, checkStart } from './start.js';
import { checkTriggerValues, checkValues } from './values.js';

/** All rules about the shape of one graph. */
export const checkGraph = (scenario: Scenario, graph: UnderstoodGraph, findings: Findings): void => {
  const { drawn, model, live, scopes } = graph;
  checkEdges(drawn, model, findings);
  checkPorts(model, findings);
  checkSkipped(model, findings);
  checkStart(drawn, model, findings);
  checkSettings(model, findings);
  if (live === undefined || scopes === undefined) return;
  checkReachable(model, live, findings);
  checkUnwiredPorts(live, findings);
  checkCycles(live, scopes, findings);
  checkScopes(live, scopes, findings);
  checkEffects(scenario, live, findings);
};

interface Given {
  readonly callPlans: CallPlans;
  readonly findings: Findings;
}

const triggerIn = (graphs: readonly UnderstoodGraph[]): DrawnNode | undefined =>
  [...(graphs[0]?.model.nodes.values() ?? [])].find(({ role }) => role === 'trigger');

const pathOf = (scenario: Scenario, id: string) => (scenario.paths ?? []).find((path) => path.id === id);

/** All rules about params, over all graphs. Answers which waits each step must have open. */
export const checkAllValues = (
  scenario: Scenario,
  graphs: readonly UnderstoodGraph[],
  { callPlans, findings }: Given,
): ReadonlyMap<string, readonly string[]> => {
  const parameters = Object.fromEntries(scenario.parameters.map(({ id, schema }) => [id, schema]));
  const trigger = triggerIn(graphs);
  const opened = new Map<string, readonly string[]>();
  if (trigger !== undefined) checkTriggerValues(trigger, objectSchema(parameters, Object.keys(parameters)), findings);
  let main: Surroundings | undefined;
  for (const { model, live, scopes } of graphs) {
    if (live === undefined || scopes === undefined) continue;
    const path = pathOf(scenario, model.id);
    const earlier: ReadonlyMap<string, Earlier> =
      path === undefined || main === undefined ? new Map() : earlierFor(path.ofNode, main);
    const around = surroundingsOf({ graph: live, scopes, trigger, parameters, earlier });
    main ??= around;
    for (const [id, waits] of checkValues(around, callPlans, findings)) opened.set(id, waits);
  }
  return opened;
};
