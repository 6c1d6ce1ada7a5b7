import type { JsonSchema } from '@potok/contracts';
import { typeFits } from '../cel/cel-types.js';
import { typedNames, typeOfExpression, type TypedNames } from '../cel/check-expression.js';
import { parseExpression } from '../cel/evaluate-expression.js';
import { pathOfAst, type PathStep } from '../cel/path-of-ast.js';
import { ExpressionError } from '../expression-error.js';
import { wantedBy } from '../rules/expressions.js';
import { itemSchemaOf } from './list-schema.js';
import type { PlaceScope } from './place-scope.js';

type Schemas = Readonly<Record<string, JsonSchema>>;

/** The CEL type of an expression, or what is wrong with it and where. */
export type Explained = { readonly type: string } | { readonly error: ExpressionError };

// Types of a place are costly to build and a person types into one place at a time.
const kept = new WeakMap<object, { readonly names: Schemas; readonly typed: TypedNames }>();
const noNames: Schemas = {};

const namesAt = ({ roots }: PlaceScope, names: Schemas): TypedNames => {
  const known = kept.get(roots);
  if (known?.names === names) return known.typed;
  const typed = typedNames({ ...roots, ...names });
  kept.set(roots, { names, typed });
  return typed;
};

const asError = (error: unknown): ExpressionError =>
  error instanceof ExpressionError ? error : new ExpressionError('EXPRESSION_FAILED', { problem: String(error) });

/**
 * Checks one CEL text at a place. `names` are those of `$each` around it, with the schemas of their items; hand over the
 * same object while it does not change. Never throws.
 */
export const explainExpression = (text: string, scope: PlaceScope, names: Schemas = noNames): Explained => {
  try {
    return { type: typeOfExpression(text, namesAt(scope, names)) };
  } catch (error) {
    return { error: asError(error) };
  }
};

/** The same for a field: also the type must be one that the field takes. */
export const explainForField = (
  text: string,
  scope: PlaceScope,
  { field, names = noNames }: { readonly field: JsonSchema; readonly names?: Schemas },
): Explained => {
  const explained = explainExpression(text, scope, names);
  if ('error' in explained || typeFits(explained.type, field)) return explained;
  return { error: new ExpressionError('RESULT_TYPE_WRONG', { got: explained.type, wanted: wantedBy(field) }) };
};

/** Names inside the body of a `$each`: the item by its own name, and its index. */
export const namesInEach = (list: string, as: string, around: Schemas): Schemas => ({
  [as]: itemSchemaOf(list, around),
  [`${as}Index`]: { type: 'integer' },
});

/** One part of a path that people see as a chip. */
export type ExpressionChip = PathStep;

/**
 * A CEL text that is a plain path, as its parts; the first is the root (`steps`, `trigger`, `line`). `undefined` when it is
 * more than a path, or is not well written.
 */
export const expressionChips = (text: string): readonly ExpressionChip[] | undefined => {
  try {
    const path = pathOfAst(parseExpression(text).ast);
    return path && [{ key: path.root, isIndex: false, isOptional: false }, ...path.steps];
  } catch {
    return undefined;
  }
};
