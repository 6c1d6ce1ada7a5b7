import type { ErrorObject } from 'ajv';
import type { JsonSchema } from '@potok/contracts';
import { fieldWords } from '../analysis/field-titles.js';
import { schemaAlong } from '../analysis/schema-path.js';
import { brokenRule, fieldOfError, schemaErrorsOf } from '../drawing/schema-check.js';
import type { Findings } from '../finding.js';
import { dynamicOf, dynamicPlaces, innerOf } from '../values/param-value.js';

interface Part {
  readonly node: string;
  readonly name: string;
  /** Where the part stands in the params. */
  readonly pointer: string;
  readonly value: unknown;
  readonly schema: JsonSchema;
  /** The schema of all params: it knows what the fields around the part are called. */
  readonly whole: JsonSchema;
}

/** Values that are worked out in the run are cut out; the schema judges what is left. */
const literalsOf = (value: unknown, pointer: string, cut: string[]): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (dynamicOf(value) !== undefined) {
    cut.push(pointer);
    return null;
  }
  const inner = innerOf(value, pointer).map(([at, one, key]) => [key, literalsOf(one, at, cut)] as const);
  return Array.isArray(value) ? inner.map(([, one]) => one) : Object.fromEntries(inner);
};

const isWithin = (pointer: string, around: string): boolean => pointer === around || pointer.startsWith(`${around}/`);
/** Rules about a value as a whole: with a part of it cut out they cannot be judged. */
const wholeRules = /^(anyOf|oneOf|not|if|contains|uniqueItems|const|enum|propertyNames)$/;

const isJudged = ({ instancePath, keyword, schemaPath }: ErrorObject, cut: readonly string[]): boolean =>
  !/\/(anyOf|oneOf|not|if|contains)\//.test(schemaPath) &&
  !cut.some(
    (pointer) => isWithin(instancePath, pointer) || (wholeRules.test(keyword) && isWithin(pointer, instancePath)),
  );

const report = (error: ErrorObject, { node, name, pointer, whole }: Part, findings: Findings): void => {
  const field = `${pointer}${fieldOfError(error)}`;
  const facts = { name, field, title: fieldWords(whole, field) };
  const place = { node, field };
  if (error.keyword === 'additionalProperties') findings.error('PARAM_UNKNOWN', facts, place);
  else if (error.keyword === 'required') findings.error('PARAM_MISSING', facts, place);
  else findings.error('PARAM_WRONG', { ...facts, ...brokenRule(error) }, place);
};

const checkPart = (part: Part, findings: Findings): void => {
  const cut: string[] = [];
  const literals = literalsOf(part.value, '', cut);
  for (const error of schemaErrorsOf(part.schema, literals)) {
    if (isJudged(error, cut)) report(error, part, findings);
  }
};

const dynamicKeys = ['$cel', '$tpl', '$each'];
const allowedKeys: Readonly<Record<string, readonly string[]>> = {
  cel: ['$cel'],
  tpl: ['$tpl'],
  each: ['$each', 'as', 'do'],
};

const isMalformed = (value: object): boolean => {
  const keys = Object.keys(value);
  if (!keys.some((key) => dynamicKeys.includes(key))) return false;
  const allowed = allowedKeys[dynamicOf(value)?.kind ?? ''] ?? [];
  return keys.some((key) => !allowed.includes(key));
};

const malformedPlaces = (value: unknown, pointer: string): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const inner = innerOf(value, pointer).flatMap(([at, one]) => malformedPlaces(one, at));
  return !Array.isArray(value) && isMalformed(value) ? [pointer, ...inner] : inner;
};

/** Params against the node's schema: unknown fields, missing ones, literals of a wrong type; bodies of `$each` too. */
export const checkLiterals = (
  { node, name, params }: { readonly node: string; readonly name: string; readonly params: unknown },
  schema: JsonSchema,
  findings: Findings,
): void => {
  for (const field of malformedPlaces(params, '')) {
    findings.error('PARAM_MALFORMED', { name, field, title: fieldWords(schema, field) }, { node, field });
  }
  checkPart({ node, name, pointer: '', value: params, schema, whole: schema }, findings);
  for (const { dynamic, path, pointer } of dynamicPlaces(params)) {
    const items = schemaAlong(schema, [...path, '0']);
    if (dynamic.kind !== 'each' || items.kind !== 'known') continue;
    const part = { node, name, pointer: `${pointer}/do`, value: dynamic.body, schema: items.schema, whole: schema };
    checkPart(part, findings);
  }
};
