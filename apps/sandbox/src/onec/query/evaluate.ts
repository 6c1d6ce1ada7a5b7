import { findSet } from '../model/base-model.js';
import { ODataError } from '../wire/odata-error.js';
import type { ArithmeticWord, ComparisonWord, Expression, Value } from './expression.js';
import { callFunction } from './functions.js';
import { linesAt, type Scope, scopeOf, valueAt } from './scope.js';

/** Whether the object of the scope passes. */
export const isTrue = (expression: Expression, scope: Scope): boolean => {
  const value = evaluate(expression, scope);
  if (value.type !== 'boolean') throw ODataError.badOption('$filter', 'условие не логического типа');
  return value.value;
};

const boolean = (value: boolean): Value => ({ type: 'boolean', value });

type Handlers = { readonly [K in Expression['kind']]: (one: Extract<Expression, { kind: K }>, scope: Scope) => Value };

const HANDLERS: Handlers = {
  literal: ({ value }) => value,
  path: ({ of, steps }, scope) => (of ? valueThrough(of, steps, scope) : valueAt(scope, steps)),
  call: ({ name, args }, scope) =>
    callFunction(
      name,
      args.map((arg) => evaluate(arg, scope)),
    ),
  not: ({ of }, scope) => boolean(!isTrue(of, scope)),
  and: ({ left, right }, scope) => boolean(isTrue(left, scope) && isTrue(right, scope)),
  or: ({ left, right }, scope) => boolean(isTrue(left, scope) || isTrue(right, scope)),
  compare: ({ word, left, right }, scope) => boolean(compares(word, evaluate(left, scope), evaluate(right, scope))),
  arithmetic: ({ word, left, right }, scope) => arithmetic(word, evaluate(left, scope), evaluate(right, scope)),
  lambda: (expression, scope) => boolean(lambda(expression, scope)),
};

const handle = <K extends Expression['kind']>(
  handlers: Pick<Handlers, K>,
  expression: Extract<Expression, { kind: K }>,
  scope: Scope,
): Value => handlers[expression.kind](expression, scope);

export const evaluate = (expression: Expression, scope: Scope): Value => handle(HANDLERS, expression, scope);

/** `cast(Основание, 'Document_Х')/Поле`: nothing when the value is of another type. */
const valueThrough = (of: Expression, steps: readonly string[], scope: Scope): Value => {
  const value = evaluate(of, scope);
  if (value.type !== 'reference') return { type: 'null' };
  const set = findSet(value.set);
  const entity = set ? scope.room.find(set.name, value.value) : undefined;
  return set && entity ? valueAt(scopeOf(scope.room, set, entity), steps) : { type: 'null' };
};

const lambda = (expression: Extract<Expression, { kind: 'lambda' }>, scope: Scope): boolean => {
  const { body, variable, word } = expression;
  const lines = linesAt(scope, expression.steps);
  if (body === undefined) return word === 'all' || lines.length > 0;
  const passes = (line: Scope) => isTrue(body, { ...scope, variables: { ...scope.variables, [variable]: line } });
  return word === 'any' ? lines.some(passes) : lines.every(passes);
};

const SIGNS: Readonly<Record<ComparisonWord, (order: number) => boolean>> = {
  eq: (order) => order === 0,
  ne: (order) => order !== 0,
  gt: (order) => order > 0,
  ge: (order) => order >= 0,
  lt: (order) => order < 0,
  le: (order) => order <= 0,
};

const compares = (word: ComparisonWord, left: Value, right: Value): boolean => {
  if (left.type === 'null' || right.type === 'null')
    return word === 'ne' ? left.type !== right.type : word === 'eq' && left.type === right.type;
  // A value of composite type never equals a bare guid (17.4.5.2): it must be cast to its type.
  if (isMixedReference(left, right)) return word === 'ne';
  if (left.type !== right.type) throw ODataError.badOption('$filter', 'операнды сравнения разных типов');
  return SIGNS[word](orderOf(left, right));
};

const isMixedReference = (left: Value, right: Value): boolean =>
  (left.type === 'reference') !== (right.type === 'reference');

/** Texts are compared as 1С does it: case aside. */
export const orderOf = (left: Value, right: Value): number => {
  if (left.type === 'number' && right.type === 'number') return left.value - right.value;
  return keyOf(left).localeCompare(keyOf(right), 'ru');
};

const keyOf = (value: Value): string => {
  switch (value.type) {
    case 'null':
      return '';
    case 'text':
      return value.value.toLowerCase();
    case 'reference':
      return `${value.set}:${value.value.toLowerCase()}`;
    case 'boolean':
      return value.value ? '1' : '0';
    case 'number':
    case 'guid':
    case 'date':
      return String(value.value);
  }
};

const arithmetic = (word: ArithmeticWord, left: Value, right: Value): Value => {
  if (left.type !== 'number' || right.type !== 'number')
    throw ODataError.badOption('$filter', 'арифметика возможна только с числами');
  const results: Readonly<Record<ArithmeticWord, number>> = {
    add: left.value + right.value,
    sub: left.value - right.value,
    mul: left.value * right.value,
    div: left.value / right.value,
  };
  return { type: 'number', value: results[word] };
};
