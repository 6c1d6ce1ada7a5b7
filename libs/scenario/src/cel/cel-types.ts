import type { Environment } from '@marcbachmann/cel-js';
import type { JsonSchema } from '@potok/contracts';
import { asSchema } from '../analysis/schema-path.js';

const plainTypes: Readonly<Record<string, string>> = {
  string: 'string',
  integer: 'int',
  boolean: 'bool',
  null: 'null',
};
const DEEPEST = 12;

/** Gives JSON Schemas names that CEL's type check understands. A `number` stays `dyn`: it may be a whole one. */
export class CelTypes {
  private readonly names = new Set<string>();

  constructor(private readonly environment: Environment) {}

  /** The CEL type of a schema; closed objects become types of their own, named after their place. */
  typeOf(schema: JsonSchema | undefined, place: string, depth = 0): string {
    if (schema === undefined || depth > DEEPEST || Array.isArray(schema.type)) return 'dyn';
    if (schema.type === 'object') return this.objectType(schema, place, depth);
    if (schema.type === 'array') return `list<${this.typeOf(asSchema(schema.items), `${place}.item`, depth + 1)}>`;
    return plainTypes[String(schema.type)] ?? typeOfValues(schema);
  }

  private objectType(schema: JsonSchema, place: string, depth: number): string {
    const properties = asSchema(schema.properties) ?? {};
    if (schema.additionalProperties !== false) return `map<string, ${this.openType(schema, place, depth)}>`;
    const name = this.freshName(place);
    const fields = Object.entries(properties).map(([key, inner]) => {
      return [key, this.typeOf(asSchema(inner), `${name}.${latin(key)}`, depth + 1)] as const;
    });
    this.environment.registerType(name, { fields: Object.fromEntries(fields) });
    return name;
  }

  /** Of an object with other fields than its own, all that is known is what they have in common: nothing. */
  private openType(schema: JsonSchema, place: string, depth: number): string {
    const hasOwn = Object.keys(asSchema(schema.properties) ?? {}).length > 0;
    return hasOwn ? 'dyn' : this.typeOf(asSchema(schema.additionalProperties), `${place}.value`, depth + 1);
  }

  private freshName(place: string): string {
    let name = place;
    for (let count = 2; this.names.has(name); count += 1) name = `${place}${count}`;
    this.names.add(name);
    return name;
  }
}

const latin = (key: string): string => (/^[A-Za-z_][A-Za-z0-9_]*$/.test(key) ? key : 'field');

const typeOfValues = ({ enum: values, const: only }: JsonSchema): string => {
  const list: readonly unknown[] = Array.isArray(values) ? values : [only];
  return list.every((value) => typeof value === 'string') ? 'string' : 'dyn';
};

const union = (schema: JsonSchema): readonly unknown[] | undefined =>
  [schema.anyOf, schema.oneOf].find((list): list is unknown[] => Array.isArray(list));

const wantedTypes = (schema: JsonSchema): readonly string[] => {
  const { type } = schema;
  if (Array.isArray(type)) return type.map(String);
  return typeof type === 'string' ? [type] : [];
};

type Fits = (celType: string, schema: JsonSchema) => boolean;

const isInt: Fits = (celType) => celType === 'int';

const fitsType: Readonly<Record<string, Fits>> = {
  string: (celType, { format }) =>
    celType === 'string' ||
    celType === 'Dec' ||
    celType.endsWith('Timestamp') ||
    (celType === 'int' && format === 'decimal'),
  integer: isInt,
  number: isInt,
  boolean: (celType) => celType === 'bool',
  null: (celType) => celType === 'null',
  array: (celType, { items }) => fitsList(celType, asSchema(items)),
  object: (celType) => !/^(string|int|bool|null|Dec|list.*)$/.test(celType),
};

const fitsList = (celType: string, items: JsonSchema | undefined): boolean => {
  const inner = /^list<(.*)>$/.exec(celType)?.[1];
  if (inner === undefined) return celType === 'list';
  return items === undefined || inner === 'T' || typeFits(inner, items);
};

/** May a result of this CEL type stand where the schema is? What is not known is allowed: the run will say. */
export const typeFits = (celType: string, schema: JsonSchema): boolean => {
  const optional = /^optional<(.*)>$/.exec(celType)?.[1];
  if (optional !== undefined) return typeFits(optional, schema);
  if (celType.includes('dyn')) return true;
  const choices = union(schema);
  if (choices !== undefined) return choices.some((choice) => typeFits(celType, asSchema(choice) ?? {}));
  const wanted = wantedTypes(schema);
  const types = wanted.length === 0 && typeOfValues(schema) === 'string' ? ['string'] : wanted;
  return types.length === 0 || types.some((type) => fitsType[type]?.(celType, schema) ?? true);
};
