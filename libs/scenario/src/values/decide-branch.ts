import { NodeFault } from '@potok/contracts';
import { evaluateParams } from './evaluate-params.js';
import type { Scope } from './scope.js';

interface Branch {
  readonly port: string;
  readonly when: unknown;
}

const isBranch = (value: unknown): value is Branch =>
  typeof value === 'object' && value !== null && 'port' in value && typeof value.port === 'string' && 'when' in value;

/**
 * The port by which `flow.decide` is left: of the first branch that is true, else `otherwise`. Branches behind it are
 * not worked out, so a condition may rely on those before it. Throws NodeFault `invalid`, the branch in its field.
 */
export const decideBranch = (params: Readonly<Record<string, unknown>>, scope: Scope): string => {
  const branches: readonly unknown[] = Array.isArray(params.branches) ? params.branches : [];
  const index = branches.findIndex((branch, at) => isBranch(branch) && isTrue(branch.when, at, scope));
  const chosen = branches[index];
  return isBranch(chosen) ? chosen.port : 'otherwise';
};

const isTrue = (when: unknown, index: number, scope: Scope): boolean => {
  const field = `/branches/${index}/when`;
  const answer = valueAt(when, field, scope);
  if (typeof answer === 'boolean') return answer;
  throw new NodeFault('invalid', 'RESULT_TYPE_WRONG', { facts: { field, got: typeof answer, wanted: 'boolean' } });
};

const valueAt = (when: unknown, field: string, scope: Scope): unknown => {
  try {
    return evaluateParams(when, scope);
  } catch (error) {
    if (!(error instanceof NodeFault)) throw error;
    throw new NodeFault(error.kind, error.code, { facts: { ...error.facts, field } });
  }
};
