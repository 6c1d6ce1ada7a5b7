import type { JsonSchema } from '@potok/contracts';
import type { DrawnNode } from '../analysis/graph-model.js';
import { asSchema } from '../analysis/schema-path.js';
import type { CallPlans } from './calls.js';

/** A call's data must fit the trigger of the scenario that it calls. */
export const inputOf = ({ role, node, manifest }: DrawnNode, callPlans: CallPlans): JsonSchema => {
  const { scenarioId } = node.params;
  const isKnown = role === 'call' && typeof scenarioId === 'string' && Object.hasOwn(callPlans, scenarioId);
  const called = isKnown ? callPlans[scenarioId]?.plan.steps.trigger.output : undefined;
  if (called === undefined) return manifest.input;
  return { ...manifest.input, properties: { ...asSchema(manifest.input.properties), input: called } };
};
