import { serialize, type ASTNode, type Environment } from '@marcbachmann/cel-js';
import { loopOf, partsOf, sizeOfAst } from './ast.js';
import { capped, charge } from './evaluation.js';
import { PRESENT } from './macros.js';

/*
 * cel-js has no limit on work, so an expression is rewritten before it runs: every range of a loop and every operand
 * that may be big first passes through a function that takes its cost off the budget. Text and type checks use the
 * expression as it was written.
 */
const PACE = 'pace_';
const WEIGH = 'weigh_';
/** Names that no expression may call itself. */
export const RESERVED_CALLS: ReadonlySet<string> = new Set([PACE, WEIGH, PRESENT]);

const lengthOf = (value: unknown): number => {
  if (typeof value === 'string') return capped(value).length / 100;
  if (Array.isArray(value)) return value.length;
  if (value instanceof Map) return value.size;
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
};

const weights = new WeakMap<object, number>();

const weightOf = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return lengthOf(value) + 1;
  const known = weights.get(value);
  if (known !== undefined) return known;
  const inner: readonly unknown[] = value instanceof Map ? [...value.values()] : Object.values(value);
  const weight = inner.reduce<number>((sum, one) => sum + weightOf(one), 1);
  weights.set(value, weight);
  return weight;
};

const pace = (value: unknown, factor: bigint): unknown => {
  charge(lengthOf(value) * Number(factor));
  return value;
};
const weigh = (value: unknown): unknown => {
  charge(weightOf(value));
  return value;
};

export const registerPacing = (environment: Environment): void => {
  environment.registerFunction(`${PACE}(dyn, int): dyn`, pace, { async: false });
  environment.registerFunction(`${WEIGH}(dyn): dyn`, weigh, { async: false });
};

type Shape = Pick<ASTNode, 'op' | 'args'>;
const call = (name: string, ...args: readonly Shape[]): Shape => ({ op: 'call', args: [name, args] }) as Shape;
const literal = (value: bigint): Shape => ({ op: 'value', args: value });

const isPlain = ({ op, args }: Shape): boolean => op === 'value' && !(typeof args === 'string' && args.length > 100);
const paced = (node: Shape, factor = 1): Shape => (isPlain(node) ? node : call(PACE, node, literal(BigInt(factor))));
const weighed = (node: Shape): Shape => (isPlain(node) ? node : call(WEIGH, node));

const withParts = (node: ASTNode, parts: readonly Shape[]): Shape => {
  const { op } = node;
  if (op === 'value' || op === 'id') return node;
  if (op === 'call') return call(node.args[0], ...parts);
  if (op === '.' || op === '.?') return { op, args: [parts[0], node.args[1]] } as Shape;
  if (op === 'rcall') return { op, args: [node.args[0], parts[0], parts.slice(1)] } as Shape;
  if (op === 'map') return { op, args: node.args.map((_, at) => parts.slice(at * 2, at * 2 + 2)) } as Shape;
  if (op === '!_' || op === '-_') return { op, args: parts[0] } as Shape;
  return { op, args: parts } as Shape;
};

const rewriteCall = (node: ASTNode, parts: readonly Shape[]): Shape => {
  const [receiver, ...rest] = parts;
  const loop = loopOf(node);
  if (node.op !== 'rcall' || receiver === undefined) return withParts(node, parts);
  if (loop !== undefined) {
    const factor = loop.bodies.reduce((sum, body) => sum + sizeOfAst(body), 1);
    return withParts(node, [paced(receiver, factor), ...rest]);
  }
  if (node.args[0] === 'join') return call('join', receiver, rest[0] ?? { op: 'value', args: '' });
  return withParts(node, [paced(receiver), ...rest]);
};

const termsOf = (node: ASTNode): readonly ASTNode[] =>
  node.op === '+' ? [...termsOf(node.args[0]), node.args[1]] : [node];

/** A chain of additions copies its first terms again at every step, so they pay for every step. */
const rewriteSum = (node: ASTNode): Shape => {
  const terms = termsOf(node);
  return terms
    .map((term, index) => paced(rewrite(term), terms.length - index))
    .reduce((left, right) => ({ op: '+', args: [left, right] }) as Shape);
};

const rewrite = (node: ASTNode): Shape => (node.op === '+' ? rewriteSum(node) : rewriteOther(node));

const rewriteOther = (node: ASTNode): Shape => {
  const parts = partsOf(node).map(rewrite);
  if (node.op === 'call' && node.args[0] === 'has') return call(PRESENT, ...parts);
  if (node.op === 'rcall') return rewriteCall(node, parts);
  if (node.op === '+')
    return withParts(
      node,
      parts.map((part) => paced(part)),
    );
  if (node.op === '==' || node.op === '!=' || node.op === 'in') return withParts(node, parts.map(weighed));
  return withParts(node, parts);
};

/** The text of an expression that pays for its work. */
export const pacedText = (ast: ASTNode): string => serialize(rewrite(ast) as ASTNode);
