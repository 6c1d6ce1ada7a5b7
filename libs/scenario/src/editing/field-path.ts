import type { JsonSchema } from '@potok/contracts';
import { asSchema } from '../analysis/schema-path.js';
import type { PlaceScope, PlaceStep } from './place-scope.js';

/** A field of the scope, as a formula and as a template name it. */
export interface FieldPath {
  /** With `.?` where the field may be absent. */
  readonly cel: string;
  /** What stands between the braces of a template. */
  readonly tpl: string;
  /** `{}` where nothing is said of it. */
  readonly schema: JsonSchema;
  readonly isOptional: boolean;
}

type Names = Readonly<Record<string, JsonSchema>>;

interface At {
  readonly schema: JsonSchema;
  readonly isOptional: boolean;
  readonly cel: string;
  readonly tpl: string;
}

const LATIN = /^[A-Za-z_][A-Za-z0-9_]*$/;
const INDEX = /^\d+$/;
/** Words that CEL does not take for a field's name after a dot. */
const RESERVED: ReadonlySet<string> = new Set([
  'true',
  'false',
  'null',
  'in',
  'as',
  'break',
  'const',
  'continue',
  'else',
  'for',
  'function',
  'if',
  'import',
  'let',
  'loop',
  'package',
  'namespace',
  'return',
  'var',
  'void',
  'while',
]);

const celStep = (key: string, isOptional: boolean): string => {
  const mark = isOptional ? '?' : '';
  return LATIN.test(key) && !RESERVED.has(key) ? `.${mark}${key}` : `[${mark}${JSON.stringify(key)}]`;
};

const tplStep = (key: string): string => (LATIN.test(key) ? `.${key}` : `.[${key}]`);

const stepIntoList = (at: At, key: string): At => ({
  schema: asSchema(at.schema.items) ?? {},
  isOptional: true,
  cel: `${at.cel}[?${key}]`,
  tpl: `${at.tpl}.[${key}]`,
});

const requiredIn = (schema: JsonSchema, key: string): boolean =>
  Array.isArray(schema.required) && (schema.required as readonly unknown[]).includes(key);

const stepInto = (at: At, key: string): At => {
  if (INDEX.test(key) && asSchema(at.schema.properties)?.[key] === undefined) return stepIntoList(at, key);
  const own = asSchema(asSchema(at.schema.properties)?.[key]);
  const isAbsentSometimes = !requiredIn(at.schema, key);
  return {
    schema: own ?? asSchema(at.schema.additionalProperties) ?? {},
    isOptional: at.isOptional || isAbsentSometimes,
    cel: `${at.cel}${celStep(key, isAbsentSometimes)}`,
    tpl: `${at.tpl}${tplStep(key)}`,
  };
};

const start = (schema: JsonSchema, name: string): At => ({ schema, isOptional: false, cel: name, tpl: name });

const ofStep = (root: string, { node, isSure, schema }: PlaceStep): At => ({
  schema,
  isOptional: !isSure,
  cel: `${root}${celStep(node, !isSure)}`,
  tpl: `${root}.${node}`,
});

/** Where a path begins: a step's output is named by two keys. */
const beginning = (place: PlaceScope, [root = '', key]: readonly string[], names: Names): readonly [At, number] => {
  const known = root === 'steps' ? place.steps : root === 'waits' ? place.waits : [];
  const step = known.find(({ node }) => node === key);
  if (step !== undefined) return [ofStep(root, step), 2];
  const offered = root === 'trigger' ? place.trigger?.schema : names[root];
  return [start(offered ?? place.roots[root] ?? {}, root), 1];
};

/** A field by its keys, `['steps', 'deal', 'buyer', 'inn']`; digits are items of lists. Written so that the compiler takes it. */
export const fieldPath = (place: PlaceScope, keys: readonly string[], names: Names = {}): FieldPath => {
  const [first, used] = beginning(place, keys, names);
  const { tpl, ...at } = keys.slice(used).reduce(stepInto, first);
  return { ...at, tpl: at.isOptional ? `def ${tpl} ""` : tpl };
};
