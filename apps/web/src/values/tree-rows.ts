import type { JsonSchema } from '@potok/contracts';
import { fieldPath, type PlaceStep } from '@potok/scenario';
import type { EditorTexts } from '../app/texts/catalogue.js';
import type { Language } from '../app/texts/language.js';
import { asSchema, itemsOf, propertiesOf, sampleKeys, textOf } from './shape.js';
import { shownValue, typeWord } from './shown-value.js';
import { type LocalNames, sampleAt, type ValueScope } from './value-scope.js';

/** One line of the source tree. */
export interface TreeRow {
  readonly id: string;
  readonly keys: readonly string[];
  readonly label: string;
  readonly about: string | undefined;
  readonly schema: JsonSchema;
  /** The sample's value on one line; `undefined` where it is not known. */
  readonly sample: string | undefined;
  readonly type: string;
  readonly isMaybe: boolean;
  /** A heading that holds other things and is no value by itself. */
  readonly isGroup: boolean;
}

export interface VisibleRow extends TreeRow {
  readonly level: number;
  readonly isOpen: boolean;
  readonly hasChildren: boolean;
  readonly position: number;
  readonly count: number;
}

export interface TreeReading {
  readonly scope: ValueScope;
  readonly names: LocalNames;
  readonly texts: EditorTexts;
  readonly language: Language;
}

const DEEPEST_SEARCH = 6;
const idOf = (keys: readonly string[]): string => keys.map(encodeURIComponent).join('/');

interface Told {
  readonly label: string;
  readonly isMaybe?: boolean;
  readonly isGroup?: boolean;
}

const rowOf = (
  keys: readonly string[],
  { label, isMaybe = false, isGroup = false }: Told,
  reading: TreeReading,
): TreeRow => {
  const { schema } = fieldPath(reading.scope.place, keys, reading.names.schemas);
  const value = sampleAt(reading.scope, reading.names, keys);
  const isPlain = typeof value !== 'object' || value === null;
  const { data } = reading.texts.values;
  return {
    id: idOf(keys),
    keys,
    label,
    about: textOf(schema.description),
    schema,
    sample:
      value === undefined
        ? undefined
        : isPlain
          ? shownValue(value, schema, reading)
          : Array.isArray(value)
            ? data.items(value.length)
            : '',
    type: typeWord(schema, reading.texts),
    isMaybe,
    isGroup,
  };
};

const hasFields = ({ schema }: PlaceStep): boolean =>
  propertiesOf(schema).length > 0 || schema.additionalProperties !== false;

/** What can be taken at all: the event, the steps before, waits, parameters, the item of a list, the run. */
export const topRows = (reading: TreeReading): readonly TreeRow[] => {
  const { scope, names, texts } = reading;
  const { roots } = texts.values;
  const { place } = scope;
  const word = (key: string): string => (roots as Readonly<Record<string, string>>)[key] ?? key;
  const row = (keys: readonly string[], told: Told): TreeRow => rowOf(keys, told, reading);
  return [
    ...Object.keys(names.schemas).map((key) => row([key], { label: word(key) })),
    ...['item', 'itemIndex']
      .filter((key) => place.roots[key] !== undefined)
      .map((key) => row([key], { label: word(key) })),
    ...(place.trigger === undefined ? [] : [row(['trigger'], { label: place.trigger.name })]),
    ...place.steps
      .filter(hasFields)
      .map(({ node, name, isSure }) => row(['steps', node], { label: name, isMaybe: !isSure })),
    ...place.waits.map(({ node, name }) => row(['waits', node], { label: name })),
    ...(propertiesOf(place.roots.params ?? {}).length === 0
      ? []
      : [row(['params'], { label: roots.params, isGroup: true })]),
    ...(place.roots.run === undefined ? [] : [row(['run'], { label: roots.run, isGroup: true })]),
  ];
};

const titleOf = (row: TreeRow, key: string, { scope }: TreeReading): string => {
  if (row.id === 'params') return scope.scenario.parameters.find(({ id }) => id === key)?.title ?? key;
  return textOf(asSchema(asSchema(row.schema.properties)?.[key])?.title) ?? key;
};

const keysIn = (row: TreeRow, sample: unknown): readonly string[] => {
  const known = propertiesOf(row.schema).map(([key]) => key);
  return [...new Set([...known, ...sampleKeys(row.schema, sample)])];
};

const isOfRows = (schema: JsonSchema, sample: unknown): boolean => {
  const first: unknown = Array.isArray(sample) ? sample[0] : undefined;
  return propertiesOf(itemsOf(schema)).length > 0 || (typeof first === 'object' && first !== null);
};

/** Fields of a row: those of its schema and those that the sample shows; of a list, its first row. */
export const childrenOf = (row: TreeRow, reading: TreeReading): readonly TreeRow[] => {
  const sample = sampleAt(reading.scope, reading.names, row.keys);
  if (row.schema.type === 'array' || Array.isArray(sample)) {
    if (!isOfRows(row.schema, sample)) return [];
    return [rowOf([...row.keys, '0'], { label: reading.texts.values.tree.first }, reading)];
  }
  return keysIn(row, sample).map((key) => rowOf([...row.keys, key], { label: titleOf(row, key, reading) }, reading));
};

const laidOut = (
  rows: readonly TreeRow[],
  level: number,
  walk: (row: TreeRow) => { readonly isOpen: boolean; readonly inner: readonly TreeRow[] },
): readonly VisibleRow[] =>
  rows.flatMap((row, index) => {
    const { isOpen, inner } = walk(row);
    const shown = { ...row, level, isOpen, hasChildren: inner.length > 0, position: index + 1, count: rows.length };
    return [shown, ...(isOpen ? laidOut(inner, level + 1, walk) : [])];
  });

/** The lines that are to be seen, with what is open. */
export const visibleRows = (reading: TreeReading, open: ReadonlySet<string>): readonly VisibleRow[] =>
  laidOut(topRows(reading), 1, (row) => ({ isOpen: open.has(row.id), inner: childrenOf(row, reading) }));

const isLike = ({ label, keys, sample }: TreeRow, words: string): boolean =>
  [label, keys.at(-1) ?? '', sample ?? ''].some((text) => text.toLowerCase().includes(words));

/** The lines with a word in their name, code or value, and those that lead to them. */
export const foundRows = (reading: TreeReading, text: string): readonly VisibleRow[] => {
  const words = text.trim().toLowerCase();
  const kept = new Map<string, readonly TreeRow[]>();
  const keep = (row: TreeRow, depth: number): boolean => {
    const inner = depth >= DEEPEST_SEARCH ? [] : childrenOf(row, reading).filter((one) => keep(one, depth + 1));
    kept.set(row.id, inner);
    return inner.length > 0 || isLike(row, words);
  };
  const top = topRows(reading).filter((row) => keep(row, 1));
  return laidOut(top, 1, (row) => ({ isOpen: true, inner: kept.get(row.id) ?? [] }));
};
