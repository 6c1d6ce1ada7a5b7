import { Ajv, type ErrorObject } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { NodeFault, type JsonSchema } from '@potok/contracts';

/** Exact decimal as text: the one way in which money, prices, quantities and rates travel. */
export const DECIMAL_PATTERN = /^-?\d{1,18}(\.\d{1,11})?$/;

const ajv = new Ajv({ strict: true, allErrors: true, useDefaults: false, coerceTypes: false, allowUnionTypes: true });
for (const name of ['uuid', 'date', 'date-time', 'email', 'uri'] as const) ajv.addFormat(name, fullFormats[name]);
ajv.addFormat('decimal', DECIMAL_PATTERN);
ajv.addKeyword({ keyword: 'ui', schemaType: 'object' });

export interface SchemaError {
  /** JSON pointer of the field. */
  readonly field: string;
  readonly rule: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What ajv found, as facts for a sentence: never the value itself. */
export const asSchemaErrors = (errors: readonly ErrorObject[]): readonly SchemaError[] =>
  errors
    .slice(0, 50)
    .map((error) => ({ field: fieldOf(error), rule: error.keyword, params: error.params as Record<string, unknown> }));

const fieldOf = (error: ErrorObject): string => {
  const params = error.params as { missingProperty?: string; additionalProperty?: string };
  const inner = params.missingProperty ?? params.additionalProperty;
  return inner === undefined ? error.instancePath : `${error.instancePath}/${inner}`;
};

/**
 * Compiles a schema once and answers a check: `undefined` when the value fits, else what is wrong with it. Schemas are
 * strict: an unknown keyword or format is an error of the author, thrown here.
 */
export const compileSchema = (schema: JsonSchema): ((value: unknown) => readonly SchemaError[] | undefined) => {
  const validate = ajv.compile(schema);
  return (value) => (validate(value) ? undefined : asSchemaErrors(validate.errors ?? []));
};

const objectOf = (value: unknown): JsonSchema | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonSchema) : undefined;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The codes that a schema takes, when it names several. */
export const codesOf = ({ enum: values, anyOf }: JsonSchema): readonly string[] => {
  const all = values === undefined ? listOf(anyOf).map((one) => objectOf(one)?.['const']) : listOf(values);
  return all.length > 0 && all.every((one): one is string => typeof one === 'string') ? all : [];
};

const hasWords = (words: unknown): boolean =>
  ['ru', 'en'].every((language) => {
    const word = objectOf(words)?.[language];
    return typeof word === 'string' && word !== '';
  });

/** Words of choices (`ui.choices`) name each code that the schema takes and no other; anything else is thrown at load. */
const promiseChoices = (schema: unknown): void => {
  if (Array.isArray(schema)) for (const one of schema) promiseChoices(one);
  const known = objectOf(schema);
  if (known === undefined) return;
  const choices = objectOf(objectOf(known['ui'])?.['choices']);
  const codes = codesOf(known);
  if (choices !== undefined) {
    const wrong = [
      ...codes.filter((code) => !Object.hasOwn(choices, code) || !hasWords(choices[code])),
      ...Object.keys(choices).filter((code) => !codes.includes(code)),
    ];
    if (wrong.length > 0) throw new Error(`Words of choices are missing or unknown: ${wrong.join(', ')}`);
  }
  for (const [keyword, inner] of Object.entries(known)) if (keyword !== 'ui') promiseChoices(inner);
};

/** Guards one side of a node: a wrong input is the data's fault (`invalid`), a wrong output is ours (`broken`). */
export const guard = <T>(schema: JsonSchema, side: 'input' | 'output'): ((value: unknown) => T) => {
  promiseChoices(schema);
  const check = compileSchema(schema);
  return (value) => {
    const errors = check(value);
    if (errors === undefined) return value as T;
    throw new NodeFault(side === 'input' ? 'invalid' : 'broken', side === 'input' ? 'BAD_INPUT' : 'BAD_OUTPUT', {
      facts: { errors },
    });
  };
};
