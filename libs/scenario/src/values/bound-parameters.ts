import type { PlanSteps } from '@potok/contracts';

type Values = Readonly<Record<string, unknown>>;

/** What a binding gives for a parameter. `null` gives nothing: an emptied field of a form is not a value. */
export const givenValue = (values: Values, id: string): unknown =>
  Object.hasOwn(values, id) ? (values[id] ?? undefined) : undefined;

/**
 * Values of the parameters that a plan declares: the binding's, else the defaults; what is neither is left out, and so is
 * what the plan does not declare.
 */
export const boundParameters = (declared: PlanSteps['parameters'], given: Values): Values =>
  Object.fromEntries(
    declared
      .map(({ id, default: fallback }) => [id, givenValue(given, id) ?? fallback] as const)
      .filter(([, value]) => value !== undefined),
  );
