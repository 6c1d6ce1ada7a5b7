import type { ASTNode } from '@marcbachmann/cel-js';
import { parseExpression } from '../cel/evaluate-expression.js';
import { pathOfAst, type CelPath, type PathStep } from '../cel/path-of-ast.js';

export const RULE_OPERATORS = [
  'eq',
  'ne',
  'gt',
  'ge',
  'lt',
  'le',
  'contains',
  'startsWith',
  'isTrue',
  'isFalse',
  'has',
  'hasNot',
] as const;
export type RuleOperator = (typeof RULE_OPERATORS)[number];
/** As what a field is compared. */
export type RuleKind = 'text' | 'integer' | 'decimal' | 'boolean';

/** One row of a condition: a field, a comparison, a value. */
export interface Rule {
  /** A plain path without `.?`. */
  readonly path: string;
  /** The field may be absent: then it counts as empty, zero or false. */
  readonly isOptional: boolean;
  readonly kind: RuleKind;
  readonly operator: RuleOperator;
  /** As typed; without a meaning where the operator asks for none. */
  readonly value: string;
}

/** Rows that are all true, or one of which is. */
export interface Rules {
  readonly join: 'and' | 'or';
  readonly rules: readonly Rule[];
}

const signs = { eq: '==', ne: '!=', gt: '>', ge: '>=', lt: '<', le: '<=' } as const;
type Compared = keyof typeof signs;
const isCompared = (operator: RuleOperator): operator is Compared => Object.hasOwn(signs, operator);

const neutral: Readonly<Record<RuleKind, unknown>> = { text: '', integer: 0n, decimal: '0', boolean: false };
const neutralText: Readonly<Record<RuleKind, string>> = { text: '""', integer: '0', decimal: '"0"', boolean: 'false' };

const operandText = ({ path, isOptional, kind }: Rule): string => {
  const safe = isOptional ? `def(${path}, ${neutralText[kind]})` : path;
  return kind === 'decimal' ? `dec(${safe})` : safe;
};

const literalText = ({ kind, value }: Rule): string => {
  if (kind === 'decimal') return `dec(${JSON.stringify(value)})`;
  // What is no number yet stays a text: it is kept, and the type check says what is wrong.
  return kind === 'integer' && /^-?\d{1,15}$/.test(value) ? value : JSON.stringify(value);
};

const ruleText = (rule: Rule): string => {
  const { operator, path } = rule;
  if (isCompared(operator)) return `${operandText(rule)} ${signs[operator]} ${literalText(rule)}`;
  switch (operator) {
    case 'isTrue':
      return operandText(rule);
    case 'isFalse':
      return `!${operandText(rule)}`;
    case 'has':
      return `def(${path}, null) != null`;
    case 'hasNot':
      return `def(${path}, null) == null`;
    case 'contains':
    case 'startsWith':
      return `${operandText(rule)}.${operator}(${JSON.stringify(rule.value)})`;
  }
};

/** Rows as CEL; an empty text for none. */
export const writeRules = ({ join, rules }: Rules): string =>
  rules.map(ruleText).join(join === 'and' ? ' && ' : ' || ');

const stepText = ({ key, isIndex }: PathStep): string => {
  if (isIndex) return `[${key}]`;
  return /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
};

const pathText = ({ root, steps }: CelPath): string => root + steps.map(stepText).join('');

/** A path as conditions write it: without the marks of what may be absent. */
export const plainPath = (text: string): string | undefined => {
  try {
    const path = pathOfAst(parseExpression(text).ast);
    return path && pathText(path);
  } catch {
    return undefined;
  }
};

interface Operand {
  readonly path: string;
  readonly isOptional: boolean;
  readonly fallback?: unknown;
  readonly isDecimal: boolean;
}

const callOf = (node: ASTNode, name: string): readonly ASTNode[] | undefined =>
  node.op === 'call' && node.args[0] === name ? node.args[1] : undefined;

const pathIn = (node: ASTNode): string | undefined => {
  const path = pathOfAst(node);
  return path === undefined || path.steps.some(({ isOptional }) => isOptional) ? undefined : pathText(path);
};

const guardedOperand = ([inner, fallback]: readonly ASTNode[]): Operand | undefined => {
  const path = inner === undefined ? undefined : pathIn(inner);
  if (path === undefined || fallback?.op !== 'value') return undefined;
  return { path, isOptional: true, fallback: fallback.args, isDecimal: false };
};

const operandOf = (node: ASTNode): Operand | undefined => {
  const [exact] = callOf(node, 'dec') ?? [];
  if (exact !== undefined) {
    const inner = operandOf(exact);
    return inner === undefined || inner.isDecimal ? undefined : { ...inner, isDecimal: true };
  }
  const guarded = callOf(node, 'def');
  if (guarded !== undefined) return guardedOperand(guarded);
  const path = pathIn(node);
  return path === undefined ? undefined : { path, isOptional: false, isDecimal: false };
};

const ruleWith = (operand: Operand, rest: Pick<Rule, 'kind' | 'operator' | 'value'>): Rule | undefined => {
  const { path, isOptional, fallback, isDecimal } = operand;
  const isOwn = !isOptional || fallback === neutral[rest.kind];
  return isOwn && isDecimal === (rest.kind === 'decimal') ? { path, isOptional, ...rest } : undefined;
};

interface Literal {
  readonly kind: RuleKind;
  readonly value: string;
}

const literalOf = (node: ASTNode): Literal | undefined => {
  const [exact] = callOf(node, 'dec') ?? [];
  if (exact?.op === 'value' && typeof exact.args === 'string') return { kind: 'decimal', value: exact.args };
  if (node.op === '-_' && node.args.op === 'value') return { kind: 'integer', value: `-${String(node.args.args)}` };
  if (node.op !== 'value') return undefined;
  if (typeof node.args === 'string') return { kind: 'text', value: node.args };
  return typeof node.args === 'bigint' ? { kind: 'integer', value: String(node.args) } : undefined;
};

type Binary = Extract<ASTNode, { op: '==' | '!=' | '>' | '>=' | '<' | '<=' }>;
const comparisons = new Map<string, Compared>(Object.entries(signs).map(([name, sign]) => [sign, name as Compared]));
const isComparison = (node: ASTNode): node is Binary => comparisons.has(node.op);

const presenceOf = (operand: Operand, isEqual: boolean): Rule | undefined =>
  operand.isOptional && operand.fallback === null
    ? { path: operand.path, isOptional: true, kind: 'text', operator: isEqual ? 'hasNot' : 'has', value: '' }
    : undefined;

const ofComparison = (node: Binary): Rule | undefined => {
  const [left, right] = node.args;
  const operand = operandOf(left);
  const operator = comparisons.get(node.op);
  if (operand === undefined || operator === undefined) return undefined;
  const isNull = right.op === 'value' && right.args === null;
  if (isNull) return node.op === '==' || node.op === '!=' ? presenceOf(operand, node.op === '==') : undefined;
  const literal = literalOf(right);
  return literal && ruleWith(operand, { ...literal, operator });
};

const ofMethod = (node: Extract<ASTNode, { op: 'rcall' }>): Rule | undefined => {
  const [operator, receiver, [argument]] = node.args;
  const operand = operandOf(receiver);
  const isKnown = operator === 'contains' || operator === 'startsWith';
  if (!isKnown || operand === undefined || argument?.op !== 'value' || typeof argument.args !== 'string')
    return undefined;
  return ruleWith(operand, { kind: 'text', operator, value: argument.args });
};

const ofTruth = (node: ASTNode, operator: 'isTrue' | 'isFalse'): Rule | undefined => {
  const operand = operandOf(node);
  return operand && ruleWith(operand, { kind: 'boolean', operator, value: '' });
};

const ruleOf = (node: ASTNode): Rule | undefined => {
  if (isComparison(node)) return ofComparison(node);
  if (node.op === 'rcall') return ofMethod(node);
  return node.op === '!_' ? ofTruth(node.args, 'isFalse') : ofTruth(node, 'isTrue');
};

const joined = (node: ASTNode, op: '&&' | '||'): readonly ASTNode[] =>
  node.op === op ? node.args.flatMap((part) => joined(part, op)) : [node];

/** A condition as rows; `undefined` when it is more than rows can hold, or is not well written. */
export const readRules = (text: string): Rules | undefined => {
  try {
    const { ast } = parseExpression(text);
    const op = ast.op === '||' ? '||' : '&&';
    const rules = joined(ast, op).map(ruleOf);
    const whole = rules.filter((rule) => rule !== undefined);
    return whole.length === rules.length ? { join: op === '&&' ? 'and' : 'or', rules: whole } : undefined;
  } catch {
    return undefined;
  }
};
