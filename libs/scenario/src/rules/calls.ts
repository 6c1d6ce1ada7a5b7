import type { NodeId, Plan, Sha256 } from '@potok/contracts';
import type { GraphModel } from '../analysis/graph-model.js';
import type { Findings } from '../finding.js';

/** The published plan of a scenario that may be called. */
export interface CalledPlan {
  readonly hash: Sha256;
  readonly plan: Plan;
}
export type CallPlans = Readonly<Record<string, CalledPlan>>;

interface Calls {
  readonly callPlans: CallPlans;
  /** The scenario that is being compiled, when it has an id already. */
  readonly scenarioId: string | undefined;
}

const planOf = (callPlans: CallPlans, id: string): CalledPlan | undefined =>
  Object.hasOwn(callPlans, id) ? callPlans[id] : undefined;

const calledBy = (plan: Plan): readonly string[] =>
  Object.values(plan.steps.nodes)
    .filter(({ type }) => type === 'flow.call')
    .map(({ params }) => params.scenarioId)
    .filter((id): id is string => typeof id === 'string');

const reaches = (from: string, target: string, callPlans: CallPlans): boolean => {
  const seen = new Set<string>();
  const queue = [from];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (id === target) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    const called = planOf(callPlans, id);
    if (called !== undefined) queue.push(...calledBy(called.plan));
  }
  return false;
};

/** Pins every call to the hash of the plan that is published now; a scenario must not come back to itself. */
export const pinCalls = (
  models: readonly GraphModel[],
  { callPlans, scenarioId }: Calls,
  findings: Findings,
): Readonly<Record<NodeId, Sha256>> => {
  const pinned: Record<NodeId, Sha256> = {};
  for (const { id, node, role, isSkipped } of models.flatMap((model) => [...model.nodes.values()])) {
    const called = node.params.scenarioId;
    if (role !== 'call' || isSkipped || typeof called !== 'string') continue;
    const place = { node: id, field: '/scenarioId' };
    const found = planOf(callPlans, called);
    if (found !== undefined) pinned[id] = found.hash;
    if (scenarioId !== undefined && reaches(called, scenarioId, callPlans)) {
      findings.error('CALL_CYCLE', { name: node.name, scenarioId: called }, place);
    } else if (found === undefined) findings.error('CALL_UNKNOWN', { name: node.name, scenarioId: called }, place);
  }
  return pinned;
};
