import type { JsonSchema } from '@potok/contracts';
import { choiceWordsOf } from '@potok/scenario';

export type FieldKind =
  'text' | 'secret' | 'integer' | 'number' | 'decimal' | 'boolean' | 'choice' | 'list' | 'date' | 'instant' | 'json';

export interface Field {
  readonly name: string;
  readonly title: string;
  readonly description?: string;
  readonly kind: FieldKind;
  readonly isRequired: boolean;
  readonly choices: readonly string[];
  /** What people call the choices, where the schema says it. */
  readonly words?: ReturnType<typeof choiceWordsOf>;
  /** Of a `list`: which one, and of the account in which slot. */
  readonly list?: { readonly name: string; readonly slot: string | undefined };
  readonly isUri: boolean;
  readonly example?: string;
  readonly initial?: string;
}

/** The name under which an object without known fields is written whole. */
export const WHOLE = '';

interface Part {
  readonly type?: string;
  readonly format?: string;
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Part[];
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly ui?: { readonly widget?: string; readonly list?: string; readonly slot?: string };
}
interface ObjectPart {
  readonly properties?: Readonly<Record<string, Part>>;
  readonly required?: readonly string[];
}

const choicesOf = ({ enum: values, anyOf = [] }: Part): readonly string[] => {
  const all = values ?? (anyOf.every((one) => one.const !== undefined) ? anyOf.map((one) => one.const) : []);
  return all.filter((one): one is string => typeof one === 'string');
};

const textKind = ({ format, ui }: Part): FieldKind => {
  if (ui?.widget === 'secret') return 'secret';
  if (ui?.widget === 'list' && ui.list !== undefined) return 'list';
  if (format === 'date-time') return 'instant';
  return format === 'decimal' || format === 'date' ? format : 'text';
};

const kindOf = (part: Part): FieldKind => {
  if (choicesOf(part).length > 0) return 'choice';
  switch (part.type) {
    case 'string':
      return textKind(part);
    case 'integer':
    case 'number':
    case 'boolean':
      return part.type;
    case undefined:
    default:
      return 'json';
  }
};

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const fieldOf = (name: string, part: Part, isRequired: boolean): Field => ({
  name,
  title: part.title ?? name,
  kind: kindOf(part),
  isRequired,
  choices: choicesOf(part),
  words: choiceWordsOf(part as JsonSchema),
  isUri: part.format === 'uri',
  ...(part.ui?.list === undefined ? {} : { list: { name: part.ui.list, slot: part.ui.slot } }),
  ...(part.description === undefined ? {} : { description: part.description }),
  ...(part.examples?.[0] === undefined ? {} : { example: asText(part.examples[0]) }),
  ...(part.default === undefined ? {} : { initial: asText(part.default) }),
});

const whole: Field = { name: WHOLE, title: '', kind: 'json', isRequired: false, choices: [], isUri: false };

/** Fields of an object's JSON Schema; what is no plain value is written as JSON, an open object wholly so. */
export const fieldsOf = (schema: JsonSchema): readonly Field[] => {
  const { properties = {}, required = [] } = schema as ObjectPart;
  const fields = Object.entries(properties)
    .filter(([, part]) => part.ui?.widget !== 'hidden')
    .map(([name, part]) => fieldOf(name, part, required.includes(name)));
  return fields.length === 0 ? [whole] : fields;
};
