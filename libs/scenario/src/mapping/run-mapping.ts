import { isNodeFault, type JsonSchema } from '@potok/contracts';
import { evaluateParams } from '../values/evaluate-params.js';
import type { Scope } from '../values/scope.js';
import { targetOfPointer } from './mapped-places.js';
import { misfitsOf } from './misfits.js';
import { asObject, keysOf, pointerOf } from './places-in-params.js';

/** Data that somebody kept to try a mapping on. */
export interface MappingSample {
  readonly id: string;
  readonly name: string;
  readonly data: unknown;
}

export interface MappingFinding {
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
  /** The target field, `*` for items. */
  readonly target: string;
  /** The place in the result: `/lines/3/price`. */
  readonly pointer: string;
}

/** What a mapping made of one sample. */
export interface MappingResult {
  readonly sample: string;
  readonly value: unknown;
  readonly findings: readonly MappingFinding[];
}

/** Formulas that fail are left out one after another, so that all of them are told and not only the first. */
const TRIES = 30;

const withoutAt = (value: unknown, keys: readonly string[]): unknown => {
  const [key, ...rest] = keys;
  if (key === undefined) return undefined;
  if (Array.isArray(value)) return value.map((one: unknown, at) => (String(at) === key ? withoutAt(one, rest) : one));
  const own = asObject(value);
  if (own === undefined) return value;
  const entries = Object.entries(own).map(
    ([one, inner]) => [one, one === key ? withoutAt(inner, rest) : inner] as const,
  );
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined));
};

interface Evaluated {
  readonly value: unknown;
  readonly findings: readonly MappingFinding[];
}

const evaluated = (params: unknown, scope: Scope, schema: JsonSchema): Evaluated => {
  const findings: MappingFinding[] = [];
  let left = params;
  for (let tries = 0; tries < TRIES; tries += 1) {
    try {
      return { value: evaluateParams(left, scope, schema), findings };
    } catch (error) {
      if (!isNodeFault(error) || typeof error.facts.field !== 'string') throw error;
      const { field, ...facts } = error.facts;
      findings.push({ code: error.code, facts, target: targetOfPointer(params, field), pointer: field });
      left = withoutAt(left, keysOf(field));
    }
  }
  return { value: undefined, findings };
};

const isInside = (pointer: string, outer: string): boolean => pointer === outer || pointer.startsWith(`${outer}/`);

/** The field in the tree of targets: items of lists are one field. */
const starred = (value: unknown, pointer: string): string => {
  let at = value;
  return pointerOf(
    keysOf(pointer).map((key) => {
      const isItem = Array.isArray(at);
      at = typeof at === 'object' && at !== null ? (at as Readonly<Record<string, unknown>>)[key] : undefined;
      return isItem ? '*' : key;
    }),
  );
};

/** Works params out over one sample's data and holds the result against the node's schema; never throws for bad data. */
export const runMappingOnce = (params: unknown, scope: Scope, schema: JsonSchema): Evaluated => {
  const { value, findings } = evaluated(params, scope, schema);
  if (value === undefined) return { value, findings };
  const misfits = misfitsOf(schema, value)
    .map((misfit) => ({ ...misfit, target: starred(value, misfit.pointer) }))
    // What is missing because its formula failed is told once.
    .filter(({ target }) => !findings.some((one) => isInside(one.target, target) || isInside(target, one.target)));
  return { value, findings: [...findings, ...misfits] };
};

/** What runs over samples need beside them. */
export interface MappingRun {
  readonly schema: JsonSchema;
  readonly scopeOf: (sample: MappingSample) => Scope;
}

/** Tries a mapping on every saved sample: what it makes of each, and what is wrong with it, by target field. */
export const runMapping = (
  params: unknown,
  samples: readonly MappingSample[],
  { schema, scopeOf }: MappingRun,
): readonly MappingResult[] =>
  samples.map((sample) => ({ sample: sample.id, ...runMappingOnce(params, scopeOf(sample), schema) }));
