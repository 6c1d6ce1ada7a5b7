import { evaluateParams, type Scope } from '@potok/scenario';

/** Values of parameters at a place in a run; `today()` and the like follow the engine's clock. */
export const evaluate = (params: unknown, scope: Omit<Scope, 'now'>, now: Date): unknown =>
  evaluateParams(params, { ...scope, now });
