import { reachableFrom, type DrawnGraph, type DrawnNode, type GraphModel } from '../analysis/graph-model.js';
import type { LiveGraph } from '../analysis/live-graph.js';
import type { Findings } from '../finding.js';

const unskippable = new Set(['trigger', 'fork', 'join']);

/** Triggers, forks and joins hold a drawing together: without them it would be another one. */
export const checkSkipped = (model: GraphModel, findings: Findings): void => {
  for (const { id, node, role, isSkipped } of model.nodes.values()) {
    if (isSkipped && unskippable.has(role)) findings.error('NODE_CANNOT_BE_SKIPPED', { name: node.name }, { node: id });
  }
};

const checkTrigger = (triggers: readonly DrawnNode[], drawn: DrawnGraph, findings: Findings): void => {
  const [trigger, ...others] = triggers;
  if (trigger === undefined) findings.error('TRIGGER_MISSING', {});
  for (const { id, node } of others) findings.error('TRIGGER_REPEATED', { name: node.name }, { node: id });
  // An edge that ends wrongly is told of as such.
  if (trigger !== undefined && drawn.edges.every(({ from }) => from.node !== trigger.id)) {
    findings.error('TRIGGER_LEADS_NOWHERE', { name: trigger.node.name }, { node: trigger.id });
  }
};

/** The main graph begins at one trigger, a path at the one node that nothing leads to. */
export const checkStart = (drawn: DrawnGraph, model: GraphModel, findings: Findings): void => {
  const triggers = [...model.nodes.values()].filter(({ role }) => role === 'trigger');
  if (model.id === 'main') checkTrigger(triggers, drawn, findings);
  else checkPathStart(triggers, model, findings);
};

const checkPathStart = (triggers: readonly DrawnNode[], model: GraphModel, findings: Findings): void => {
  for (const { id, node } of triggers) findings.error('TRIGGER_IN_PATH', { name: node.name }, { node: id });
  const starts = [...model.nodes.keys()].filter((id) => !model.into.has(id));
  if (starts.length !== 1) findings.error('PATH_WITHOUT_ONE_START', { path: model.id, starts });
};

/** A node that no run can come to is a mistake, unless it is only cut off by a skipped one. */
export const checkReachable = (model: GraphModel, live: LiveGraph, findings: Findings): void => {
  const drawn = reachableFrom(live.entry, (id) => model.out.get(id) ?? []);
  for (const { id, node, role } of model.nodes.values()) {
    if (live.nodes.has(id) || role === 'trigger') continue;
    if (drawn.has(id)) findings.warn('NODE_BEHIND_SKIPPED', { name: node.name }, { node: id });
    else findings.error('NODE_UNREACHABLE', { name: node.name }, { node: id });
  }
};
