import type { JsonSchema } from '@potok/contracts';
import { defDescription, fieldFunctions, fieldPath, namesInEach } from '@potok/scenario';
import type { EditorTexts } from '../app/texts/catalogue.js';
import type { Language } from '../app/texts/language.js';
import { keysOf } from './chip-titles.js';
import { asSchema, isRequiredIn, propertiesOf, sampleKeys, textOf } from './shape.js';
import { shownValue, typeWord } from './shown-value.js';
import { type LocalNames, sampleAt, type ValueScope } from './value-scope.js';

/** What is offered at the caret. */
export interface Offer {
  readonly label: string;
  /** What is put in place of the text from `from` to the caret. */
  readonly apply: string;
  readonly from: number;
  readonly kind: 'root' | 'field' | 'function';
  readonly detail: string;
  readonly info?: string;
}

export interface Reading {
  readonly scope: ValueScope;
  readonly names: LocalNames;
  readonly texts: EditorTexts;
  readonly language: Language;
}

const PATH_BEFORE = /([A-Za-z_]\w*(?:\.\??[A-Za-z_]\w*|\[\??(?:"[^"]*"|\d+)\])*)\.\??(\w*)$/;
const WORD_BEFORE = /(?:^|[^\w.])([A-Za-z_]\w*)$/;
const LOOP = /([A-Za-z_][\w.?"[\]]*)\.(?:map|filter|all|exists|exists_one)\(\s*([A-Za-z_]\w*)\s*,/g;
const LATIN = /^[A-Za-z_]\w*$/;

/** Names that the loops of a formula give to their items. */
const loopNames = (before: string, { scope, names }: Reading): Readonly<Record<string, JsonSchema>> => {
  let known: Readonly<Record<string, JsonSchema>> = names.schemas;
  for (const [, list = '', as = ''] of before.matchAll(LOOP)) {
    const item = namesInEach(list, as, { ...scope.place.roots, ...known })[as];
    known = { ...known, [as]: item ?? {} };
  }
  return known;
};

interface Inside {
  readonly schema: JsonSchema;
  readonly sample: unknown;
  readonly from: number;
}

interface Typed {
  readonly before: string;
  /** Where the dot stands: a name that is no word takes its place. */
  readonly from: number;
}

const infoOf = (schema: JsonSchema, value: unknown, reading: Reading): string =>
  [
    textOf(schema.description),
    typeWord(schema, reading.texts),
    value === undefined ? undefined : shownValue(value, schema, reading),
  ]
    .filter((one) => one !== undefined)
    .join(' · ');

const keyText = (key: string, isSure: boolean): string => {
  const mark = isSure ? '' : '?';
  return LATIN.test(key) ? `.${mark}${key}` : `[${mark}${JSON.stringify(key)}]`;
};

const offerKey = (key: string, { schema, sample, from }: Inside, reading: Reading): Offer => {
  const own = asSchema(asSchema(schema.properties)?.[key]) ?? {};
  return {
    label: key,
    apply: keyText(key, isRequiredIn(schema, key)),
    from,
    kind: 'field',
    detail: textOf(own.title) ?? typeWord(own, reading.texts),
    info: infoOf(own, asSchema(sample)?.[key], reading),
  };
};

const offersInside = (path: string, { before, from }: Typed, reading: Reading): readonly Offer[] => {
  const keys = keysOf(path);
  if (keys === undefined) return [];
  if (path === 'steps') return stepOffers(from, reading);
  const { schema } = fieldPath(reading.scope.place, keys, loopNames(before, reading));
  const sample = sampleAt(reading.scope, reading.names, keys);
  const all = new Set([...propertiesOf(schema).map(([key]) => key), ...sampleKeys(schema, sample)]);
  return [...all].map((key) => offerKey(key, { schema, sample, from }, reading));
};

const stepOffers = (from: number, { scope }: Reading): readonly Offer[] =>
  scope.place.steps.map(({ node, name, isSure }) => ({
    label: node,
    apply: keyText(node, isSure),
    from,
    kind: 'field',
    detail: name,
  }));

const rootWord = (name: string, { texts, scope }: Reading): string => {
  const known: Readonly<Record<string, string>> = texts.values.roots;
  return (name === 'trigger' ? scope.place.trigger?.name : undefined) ?? known[name] ?? name;
};

/** All functions, the one of absent values first. */
export const allFunctions = [defDescription, ...fieldFunctions];

const functionOffers = (from: number, { language, texts }: Reading): readonly Offer[] =>
  allFunctions.map(({ name, doc, example }) => ({
    label: name,
    apply: `${name}(`,
    from,
    kind: 'function',
    detail: doc[language],
    info: texts.values.example(`${example.expression} → ${JSON.stringify(example.result)}`),
  }));

/** What may follow at the caret of a formula: fields of the schema and of the sample, names, functions. */
export const offersAt = (text: string, caret: number, reading: Reading): readonly Offer[] => {
  const before = text.slice(0, caret);
  const inside = PATH_BEFORE.exec(before);
  if (inside !== null) {
    const [whole, path = ''] = inside;
    return offersInside(path, { before, from: caret - whole.length + path.length }, reading);
  }
  const word = WORD_BEFORE.exec(before)?.[1] ?? '';
  const from = caret - word.length;
  const names = [...Object.keys(reading.scope.place.roots), ...Object.keys(loopNames(before, reading))];
  const roots = [...new Set(names)].map((name): Offer => ({
    label: name,
    apply: name,
    from,
    kind: 'root',
    detail: rootWord(name, reading),
  }));
  return [...roots, ...functionOffers(from, reading)];
};

/** The path that stands around a place of a formula, up to the end of the name there. */
export const pathAround = (
  text: string,
  at: number,
): { readonly path: string; readonly from: number; readonly to: number } | undefined => {
  const rest = /^\w*/.exec(text.slice(at))?.[0] ?? '';
  const to = at + rest.length;
  const found = /[A-Za-z_]\w*(?:\.\??[A-Za-z_]\w*|\[\??(?:"[^"]*"|\d+)\])*$/.exec(text.slice(0, to));
  if (found === null || found.index > at || /["']/.test(text.slice(0, found.index).replace(/"[^"]*"/g, '')))
    return undefined;
  return { path: found[0], from: found.index, to };
};
