import type { JsonSchema } from '@potok/contracts';
import { choiceWord, dynamicOf, type TargetNode } from '@potok/scenario';
import type { EditorTexts } from '../app/texts/catalogue.js';
import type { Language } from '../app/texts/language.js';
import { chipTitles } from '../values/chip-titles.js';
import { shownValue } from '../values/shown-value.js';
import type { LocalNames, ValueScope } from '../values/value-scope.js';

/** A field's value in words, for a row that is not open. */
export interface ValueWords {
  readonly kind: 'empty' | 'path' | 'formula' | 'text' | 'loop' | 'value';
  readonly text: string;
}

interface Speech {
  readonly texts: EditorTexts;
  readonly language: Language;
}

interface Reading extends Speech {
  readonly scope: ValueScope;
  readonly names: LocalNames;
}

const pathWords = (text: string, reading: Reading): string | undefined =>
  chipTitles(text.replace(/\.orValue\(\[\]\)$/, ''), reading)?.join(' › ');

/** Of an object and a list of objects the fields say it themselves. */
const wordsOfLiteral = (value: unknown, schema: JsonSchema, reading: Reading): ValueWords => {
  const { mapping } = reading.texts;
  const part: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof part !== 'object' || part === null) return { kind: 'value', text: shownValue(value, schema, reading) };
  const count = Array.isArray(value) ? mapping.itemsCount(value.length) : mapping.byFields(Object.keys(part).length);
  return { kind: 'value', text: count };
};

export const wordsOfValue = (value: unknown, schema: JsonSchema, reading: Reading): ValueWords => {
  const dynamic = dynamicOf(value);
  if (value === undefined) return { kind: 'empty', text: reading.texts.mapping.empty };
  if (dynamic === undefined) return wordsOfLiteral(value, schema, reading);
  if (dynamic.kind === 'tpl') return { kind: 'text', text: dynamic.text };
  if (dynamic.kind === 'each') {
    return { kind: 'loop', text: reading.texts.mapping.loopOver(pathWords(dynamic.list, reading) ?? dynamic.list) };
  }
  const path = pathWords(dynamic.text, reading);
  return path === undefined ? { kind: 'formula', text: dynamic.text } : { kind: 'path', text: path };
};

const facetWords = ({ facets }: TargetNode, { texts: { mapping }, language }: Speech): readonly string[] =>
  facets.map(({ name, limit }) => mapping.facets[name](new Intl.NumberFormat(language).format(limit)));

/** A formula has to give the code, so it stands beside the word. */
const choiceText = (value: unknown, schema: JsonSchema, { language }: Speech): string => {
  const word = choiceWord(schema, value, language);
  return word === undefined || word.startsWith(String(value)) ? (word ?? String(value)) : `${word} (${String(value)})`;
};

/** What a field takes: kind, limits, choices. */
export const wordsOfType = (node: TargetNode, speech: Speech): string => {
  const { mapping } = speech.texts;
  if (node.choices !== undefined) {
    return mapping.oneOf(node.choices.map((one) => choiceText(one, node.schema, speech)).join(', '));
  }
  return [mapping.kinds[node.type], ...facetWords(node, speech)].join(', ');
};
