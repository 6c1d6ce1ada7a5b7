import type { ASTNode } from '@marcbachmann/cel-js';
import { ExpressionError } from '../expression-error.js';
import { loopOf, partsOf } from './ast.js';
import { RESERVED_CALLS } from './pace.js';

export const EXPRESSION_LIMIT = 4000;
const NESTED_LOOPS = 2;

const refusedCalls: ReadonlySet<string> = new Set(['double', ...RESERVED_CALLS]);
const refusedMethods: ReadonlySet<string> = new Set(['bind', 'matches', ...RESERVED_CALLS]);

const refuseNode = (node: ASTNode): void => {
  if (node.op === 'value' && typeof node.args === 'number') throw new ExpressionError('CEL_FLOAT', {}, node.range);
  const isRefused =
    (node.op === 'call' && refusedCalls.has(node.args[0])) || (node.op === 'rcall' && refusedMethods.has(node.args[0]));
  if (isRefused) throw new ExpressionError('CEL_FUNCTION_REFUSED', { name: node.args[0] }, node.range);
};

const refuseIn = (node: ASTNode, depth: number): void => {
  refuseNode(node);
  const inner = loopOf(node) === undefined ? depth : depth + 1;
  if (inner > NESTED_LOOPS) throw new ExpressionError('CEL_LOOPS_TOO_DEEP', { limit: NESTED_LOOPS }, node.range);
  const body = new Set(loopOf(node)?.bodies ?? []);
  for (const part of partsOf(node)) refuseIn(part, body.has(part) ? inner : depth);
};

/** Refuses what could stall a process or count in floats: `bind`, `matches`, `double`, loops nested three deep. */
export const guardExpression = (ast: ASTNode): void => {
  refuseIn(ast, 0);
};
