import type { ASTNode } from '@marcbachmann/cel-js';

export interface PathStep {
  readonly key: string;
  /** `[0]`, not a name. */
  readonly isIndex: boolean;
  /** `.?` or `[?…]`: what follows may be absent. */
  readonly isOptional: boolean;
}

/** A plain path of an expression: `steps.deal.?buyer["ИНН"]`. */
export interface CelPath {
  readonly root: string;
  readonly steps: readonly PathStep[];
}

const withStep = (target: ASTNode, step: PathStep): CelPath | undefined => {
  const path = pathOfAst(target);
  return path && { root: path.root, steps: [...path.steps, step] };
};

const ofIndex = (node: Extract<ASTNode, { op: '[]' | '[?]' }>): CelPath | undefined => {
  const [target, index] = node.args;
  if (index.op !== 'value') return undefined;
  const isName = typeof index.args === 'string';
  if (!isName && typeof index.args !== 'bigint') return undefined;
  return withStep(target, { key: String(index.args), isIndex: !isName, isOptional: node.op === '[?]' });
};

/** `undefined` when an expression is more than a path. */
export const pathOfAst = (node: ASTNode): CelPath | undefined => {
  if (node.op === 'id') return { root: node.args, steps: [] };
  if (node.op === '[]' || node.op === '[?]') return ofIndex(node);
  if (node.op !== '.' && node.op !== '.?') return undefined;
  return withStep(node.args[0], { key: node.args[1], isIndex: false, isOptional: node.op === '.?' });
};
