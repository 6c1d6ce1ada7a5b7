import type { JsonSchema } from '@potok/contracts';
import { asSchema } from './schema-path.js';

type Language = 'ru' | 'en';

/** Words of a schema's choices, by code (`ui.choices` of a node's schema). */
export type ChoiceWords = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** What people call the choices of a field; empty where the schema has no words for them. */
export const choiceWordsOf = (schema: JsonSchema | undefined): ChoiceWords =>
  (asSchema(asSchema(schema?.ui)?.choices) ?? {}) as ChoiceWords;

/** «Покупатель» for `buyer`; `undefined` where the schema has no word for the value. */
export const choiceWord = (schema: JsonSchema | undefined, value: unknown, language: Language): string | undefined => {
  const words = choiceWordsOf(schema);
  return typeof value === 'string' && Object.hasOwn(words, value) ? words[value]?.[language] : undefined;
};
