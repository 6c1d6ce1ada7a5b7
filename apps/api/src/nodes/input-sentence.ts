import type { Fault, JsonSchema } from '@potok/contracts';
import type { Language } from '../problems/texts.js';
import { texts as en } from './input-texts.en.js';
import { texts as ru } from './input-texts.ru.js';

/** What the schema of a node found in its input: the fact `errors` of BAD_INPUT. */
interface InputError {
  readonly field: string;
  readonly rule: string;
  readonly params?: Readonly<Record<string, unknown>>;
}
type Rule = keyof typeof ru.rules;

const isInputError = (value: unknown): value is InputError =>
  typeof value === 'object' && value !== null && 'field' in value && 'rule' in value;

const isRule = (name: string): name is Rule => Object.hasOwn(ru.rules, name);

/** A rule by its word and its parameter: `format:decimal` says more than `format`. */
const ruleOf = ({ rule, params = {} }: InputError): Rule => {
  const exact = `${rule}:${String(params['format'] ?? params['type'])}`;
  if (isRule(exact)) return exact;
  return isRule(rule) ? rule : 'other';
};

/** A number where an exact decimal is wanted: «нужен текст» would be true and no help. */
const ruleFor = (error: InputError, schema: JsonSchema | undefined): Rule => {
  const rule = ruleOf(error);
  const wanted = `format:${String(schemaAt(error.field, schema)?.['format'])}`;
  return rule === 'type:string' && isRule(wanted) ? wanted : rule;
};

/** Alternatives fail all at once: what each of them missed says more than that none fitted. */
const mostTelling = (errors: readonly InputError[]): InputError | undefined =>
  errors.find((error) => ruleOf(error) !== 'other') ?? errors[0];

const keysOf = (pointer: string): readonly string[] => pointer.split('/').slice(1);

const inside = (schema: JsonSchema | undefined, key: string): JsonSchema | undefined => {
  const { properties, items } = (schema ?? {}) as { properties?: Record<string, JsonSchema>; items?: JsonSchema };
  return /^\d+$/.test(key) ? items : properties?.[key];
};

const schemaAt = (pointer: string, schema: JsonSchema | undefined): JsonSchema | undefined =>
  keysOf(pointer).reduce(inside, schema);

/** «Товары и услуги, 1, Цена без НДС»: the titles of the form, places in a list counted from one. */
const nameOf = (pointer: string, schema: JsonSchema | undefined): string => {
  const names: string[] = [];
  let here = schema;
  for (const key of keysOf(pointer)) {
    here = inside(here, key);
    const title = here?.['title'];
    names.push(/^\d+$/.test(key) ? String(Number(key) + 1) : typeof title === 'string' ? title : key);
  }
  return names.join(', ');
};

/** What is wrong with the input of a step, where, and what to do; undefined for a fault that does not say where. */
export const inputSentence = (
  { facts }: Pick<Fault, 'facts'>,
  schema: JsonSchema | undefined,
  language: Language,
): string | undefined => {
  const found: unknown = facts['errors'];
  const errors = Array.isArray(found) ? found.filter(isInputError) : [];
  const first = mostTelling(errors);
  if (first === undefined) return undefined;
  const texts = language === 'en' ? en : ru;
  // Titles of forms are Russian: in English a field goes by its address.
  const name = language === 'en' ? first.field : nameOf(first.field, schema);
  return texts.sentence({
    name,
    field: first.field,
    rule: texts.rules[ruleFor(first, schema)],
    more: errors.length - 1,
  });
};
