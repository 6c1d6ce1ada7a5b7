import type { Effect, PlanStep, PlanSteps, RetryPolicy, Scenario } from '@potok/contracts';
import type { DrawnNode } from '../analysis/graph-model.js';
import { byText } from './canonical.js';

/** A system that is down is asked for days; a wrong or refused call is never repeated, whatever stands here. */
export const DEFAULT_RETRY: RetryPolicy = { maxAttempts: 1000, firstDelaySec: 1, factor: 2, maxDelaySec: 300 };
export const DEFAULT_TIMEOUT_SEC = 60;

const effectOf = ({ manifest }: DrawnNode): Effect =>
  manifest.kind === 'node' || manifest.kind === 'wait' ? manifest.effect : 'reads';

export const stepOf = (drawn: DrawnNode, opensBefore: readonly string[]): PlanStep => {
  const { node } = drawn;
  return {
    id: node.id,
    type: node.type,
    typeVersion: node.typeVersion,
    name: node.name,
    params: node.params,
    ...(node.slot === undefined ? {} : { slot: node.slot }),
    effect: effectOf(drawn),
    isWait: drawn.role === 'wait' && !drawn.isSkipped,
    retry: node.retry ?? DEFAULT_RETRY,
    timeoutMs: Math.round((node.timeoutSec ?? DEFAULT_TIMEOUT_SEC) * 1000),
    onFault: node.onFault ?? 'park',
    isSkipped: drawn.isSkipped,
    opensBefore: [...opensBefore].sort(byText),
  };
};

export const triggerOf = ({ node, manifest }: DrawnNode): PlanSteps['trigger'] => ({
  node: node.id,
  type: node.type,
  typeVersion: node.typeVersion,
  ...(node.slot === undefined ? {} : { slot: node.slot }),
  params: node.params,
  output: manifest.output,
});

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => byText(a.id, b.id);

export const slotsOf = (scenario: Scenario): PlanSteps['slots'] =>
  [...scenario.slots]
    .sort(byId)
    .map(({ id, gateway, system }) => ({ id, gateway, ...(system === undefined ? {} : { system }) }));

export const parametersOf = (scenario: Scenario): PlanSteps['parameters'] =>
  [...scenario.parameters].sort(byId).map((parameter) => ({
    id: parameter.id,
    schema: parameter.schema,
    isRequired: parameter.isRequired === true,
    ...(parameter.default === undefined ? {} : { default: parameter.default }),
  }));
