import type { Environment } from '@marcbachmann/cel-js';
import type { JsonSchema } from '@potok/contracts';
import { ExpressionError } from '../expression-error.js';
import { asParseError, asTypeError } from './cel-errors.js';
import { CelTypes } from './cel-types.js';
import { baseEnvironment } from './environment.js';
import { parseExpression } from './evaluate-expression.js';

/** Names that expressions of a place may use, with their types. */
export interface TypedNames {
  readonly environment: Environment;
}

/** Names from schemas: `trigger`, `steps`… */
export const typedNames = (schemas: Readonly<Record<string, JsonSchema | undefined>>): TypedNames => {
  const environment = baseEnvironment().clone();
  const types = new CelTypes(environment);
  for (const [name, schema] of Object.entries(schemas)) {
    environment.registerVariable(name, types.typeOf(schema, `$${name}`));
  }
  return { environment };
};

/** The same with one more name of a CEL type that a check gave. */
export const withName = ({ environment }: TypedNames, name: string, type: string): TypedNames => {
  const inner = environment.clone();
  return { environment: inner.hasVariable(name) ? inner : inner.registerVariable(name, type) };
};

/** The CEL type of an expression's result. Throws ExpressionError with the place in the text. */
export const typeOfExpression = (text: string, { environment }: TypedNames): string => {
  parseExpression(text);
  const { valid, type, error } = environment.check(text);
  if (valid && type !== undefined) return type;
  throw error?.name === 'ParseError' ? asParseError(error) : asTypeError(error);
};

/** The type of a list's items, for the name of an item. Throws `CEL_NOT_A_LIST`. */
export const itemTypeOf = (listType: string): string => {
  if (listType === 'list' || listType.startsWith('dyn')) return 'dyn';
  const inner = /^list<(.*)>$/.exec(listType)?.[1];
  if (inner === undefined) throw new ExpressionError('CEL_NOT_A_LIST', { type: listType });
  return inner === 'T' ? 'dyn' : inner;
};
