import type { ASTNode } from '@marcbachmann/cel-js';

/** Macros that walk a list; their first argument names the item. */
const LOOPS: ReadonlySet<string> = new Set(['map', 'filter', 'all', 'exists', 'exists_one']);

const ofCall = (node: Extract<ASTNode, { op: 'call' | 'rcall' }>): readonly ASTNode[] =>
  node.op === 'call' ? node.args[1] : [node.args[1], ...node.args[2]];

/** The parts of an expression's node, left to right. */
export const partsOf = (node: ASTNode): readonly ASTNode[] => {
  if (node.op === 'value' || node.op === 'id') return [];
  if (node.op === '.' || node.op === '.?') return [node.args[0]];
  if (node.op === 'call' || node.op === 'rcall') return ofCall(node);
  if (node.op === 'map') return node.args.flat();
  if (node.op === '!_' || node.op === '-_') return [node.args];
  return node.args;
};

/** The loop that a node is, with the name of its item and what is done for each. */
export const loopOf = (node: ASTNode) => {
  if (node.op !== 'rcall' || !LOOPS.has(node.args[0])) return undefined;
  const [item, ...bodies] = node.args[2];
  return item?.op === 'id' ? { range: node.args[1], item: item.args, bodies } : undefined;
};

export const sizeOfAst = (node: ASTNode): number => 1 + partsOf(node).reduce((sum, part) => sum + sizeOfAst(part), 0);
