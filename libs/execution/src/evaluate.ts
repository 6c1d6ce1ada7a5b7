import { decideBranch, evaluateParams, type Scope } from '@potok/scenario';

/** Values of parameters at a place in a run; `today()` and the like follow the engine's clock. */
export const evaluate = (params: unknown, scope: Omit<Scope, 'now'>, now: Date): unknown =>
  evaluateParams(params, { ...scope, now });

/** The port that a decision leaves by. */
export const decide = (params: Readonly<Record<string, unknown>>, scope: Omit<Scope, 'now'>, now: Date): string =>
  decideBranch(params, { ...scope, now });
