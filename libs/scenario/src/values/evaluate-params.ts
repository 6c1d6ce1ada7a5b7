import { NodeFault, type JsonSchema } from '@potok/contracts';
import { evaluateExpression, evaluateToCel } from '../cel/evaluate-expression.js';
import { charge, during, freshEvaluation } from '../cel/evaluation.js';
import { toCel } from '../cel/json-values.js';
import { ExpressionError } from '../expression-error.js';
import { renderWithin } from '../template/render-template.js';
import { fitToSchema } from './fit-to-schema.js';
import { dynamicOf, EACH_LIMIT, innerOf, type Dynamic } from './param-value.js';
import { DEFAULT_TIME_ZONE, namesOf, type Scope } from './scope.js';

type Names = Readonly<Record<string, unknown>>;

const asFault = (error: unknown, field: string): unknown => {
  if (!(error instanceof ExpressionError)) return error;
  return new NodeFault('invalid', error.code, { facts: { ...error.facts, field } });
};

const listOf = (text: string, names: Names): readonly unknown[] => {
  const list = evaluateToCel(text, names);
  if (!Array.isArray(list)) throw new ExpressionError('ARGUMENT_WRONG', { wanted: 'list', got: typeof list });
  if (list.length > EACH_LIMIT) throw new ExpressionError('LIST_TOO_LONG', { limit: EACH_LIMIT, length: list.length });
  return list;
};

const evaluateDynamic = (dynamic: Dynamic, names: Names, pointer: string): unknown => {
  switch (dynamic.kind) {
    case 'cel':
      return evaluateExpression(dynamic.text, names);
    case 'tpl':
      return renderWithin(dynamic.text, names, false);
    case 'each':
      return listOf(dynamic.list, names).map((item, index) => {
        const inner = { ...names, [dynamic.as]: item, [`${dynamic.as}Index`]: BigInt(index) };
        return evaluateAt(dynamic.body, inner, `${pointer}/do`) ?? null;
      });
  }
};

const evaluateLiteral = (value: object, names: Names, pointer: string): unknown => {
  const inner = innerOf(value, pointer).map(([at, one]) => evaluateAt(one, names, at));
  if (Array.isArray(value)) return inner.map((one) => one ?? null);
  const entries = Object.keys(value).map((key, index) => [key, inner[index]] as const);
  return Object.fromEntries(entries.filter(([, one]) => one !== undefined));
};

const evaluateAt = (value: unknown, names: Names, pointer: string): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  const dynamic = dynamicOf(value);
  if (dynamic === undefined) return evaluateLiteral(value, names, pointer);
  try {
    charge(1);
    return evaluateDynamic(dynamic, names, pointer);
  } catch (error) {
    throw asFault(error, pointer);
  }
};

interface Under {
  readonly schema?: JsonSchema | undefined;
  /** JSON values of names beside those of the scope: of the `$each` that a value is taken out of. */
  readonly names?: Readonly<Record<string, unknown>>;
}

const celNames = (names: Readonly<Record<string, unknown>> = {}): Names =>
  Object.fromEntries(Object.entries(names).map(([name, value]) => [name, toCel(value)]));

/** `evaluateParams` for a part of params, with names of its own. */
export const evaluateUnder = (params: unknown, scope: Scope, { schema, names }: Under): unknown => {
  const evaluation = freshEvaluation(scope.now, scope.timeZone ?? DEFAULT_TIME_ZONE);
  return during(evaluation, () =>
    fitToSchema(evaluateAt(params, { ...namesOf(scope), ...celNames(names) }, ''), schema),
  );
};

/**
 * Works out the values of params: every `$cel`, `$tpl` and `$each` at any depth. An expression whose result is an
 * empty optional leaves its field out. Throws NodeFault `invalid` with the expression's code and the field's JSON
 * pointer in the facts.
 */
export const evaluateParams = (params: unknown, scope: Scope, schema?: JsonSchema): unknown =>
  evaluateUnder(params, scope, { schema });
