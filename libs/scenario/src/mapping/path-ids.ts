import type { ASTNode } from '@marcbachmann/cel-js';
import { loopOf, partsOf } from '../cel/ast.js';
import { parseExpression } from '../cel/evaluate-expression.js';
import { chainOf } from '../cel/expression-references.js';
import { asPointerPart } from '../json-pointer.js';
import { ExpressionError } from '../expression-error.js';
import { parseTemplate } from '../template/parse-template.js';
import type { Piece, TemplateValue } from '../template/template.js';
import { SCOPE_NAMES } from '../values/scope.js';

type Names = ReadonlyMap<string, string>;

const idUnder = (start: string | undefined, keys: readonly string[]): string | undefined =>
  start === undefined
    ? undefined
    : start + keys.map((key) => `/${/^\d+$/.test(key) ? '*' : asPointerPart(key)}`).join('');

const startOf = (root: string, names: Names): string | undefined =>
  names.get(root) ?? ((SCOPE_NAMES as readonly string[]).includes(root) ? `/${root}` : undefined);

/** `x.orValue([])` says no more than `x` of where data comes from. */
const withoutDefault = (node: ASTNode): ASTNode =>
  node.op === 'rcall' && node.args[0] === 'orValue' ? node.args[1] : node;

const idOfAst = (node: ASTNode, names: Names): string | undefined => {
  const chain = chainOf(withoutDefault(node));
  return chain === undefined ? undefined : idUnder(startOf(chain.root, names), chain.path);
};

const quietly = <T>(act: () => T): T | undefined => {
  try {
    return act();
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
};

/** Which list a loop walks, when its text is a plain path. */
export const listIdOf = (text: string, names: Names): string | undefined =>
  quietly(() => idOfAst(parseExpression(text).ast, names));

const idsInAst = (node: ASTNode, names: Names): readonly string[] => {
  const chain = chainOf(node);
  if (chain !== undefined) {
    const id = idUnder(startOf(chain.root, names), chain.path);
    return [...(id === undefined ? [] : [id]), ...chain.keys.flatMap((key) => idsInAst(key, names))];
  }
  const loop = loopOf(node);
  if (loop === undefined) return partsOf(node).flatMap((part) => idsInAst(part, names));
  const list = idOfAst(loop.range, names);
  const inner = new Map(names);
  if (list === undefined) inner.delete(loop.item);
  else inner.set(loop.item, `${list}/*`);
  const ofBodies = loop.bodies.flatMap((body) => idsInAst(body, inner));
  return ofBodies.length > 0 ? ofBodies : idsInAst(loop.range, names);
};

/** What a formula reads, by id; `isWhole`: it hands one thing on as it is. Nothing where it is not well written. */
export const idsInFormula = (
  text: string,
  names: Names,
): { readonly ids: readonly string[]; readonly isWhole: boolean } =>
  quietly(() => {
    const { ast } = parseExpression(text);
    return { ids: [...new Set(idsInAst(ast, names))], isWhole: idOfAst(ast, names) !== undefined };
  }) ?? { ids: [], isWhole: false };

const idsInValue = (value: TemplateValue, names: Names): readonly string[] => {
  if (value.kind === 'call') return value.args.flatMap((arg) => idsInValue(arg, names));
  if (value.kind === 'literal' || value.path.isData || value.path.up > 0) return [];
  const [root = '', ...keys] = value.path.parts;
  const id = idUnder(startOf(root, names), keys);
  return id === undefined ? [] : [id];
};

const idsInPieces = (pieces: readonly Piece[], names: Names): readonly string[] =>
  pieces.flatMap((piece) => {
    if (piece.kind === 'text') return [];
    const own = idsInValue(piece.value, names);
    return piece.kind === 'value'
      ? own
      : [...own, ...idsInPieces(piece.body, names), ...idsInPieces(piece.otherwise, names)];
  });

/** What a text with placeholders reads, by id. */
export const idsInText = (text: string, names: Names): readonly string[] =>
  quietly(() => [...new Set(idsInPieces(parseTemplate(text), names))]) ?? [];
