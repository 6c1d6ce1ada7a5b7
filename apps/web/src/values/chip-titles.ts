import type { JsonSchema } from '@potok/contracts';
import { expressionChips, fieldPath, type ExpressionChip } from '@potok/scenario';
import type { EditorTexts } from '../app/texts/catalogue.js';
import { asSchema, textOf } from './shape.js';
import type { LocalNames, ValueScope } from './value-scope.js';

interface Reading {
  readonly scope: ValueScope;
  readonly names: LocalNames;
  readonly texts: EditorTexts;
}

type Head = readonly [title: string, keys: number];

const ofParameter = (key: string | undefined, { scope, texts }: Reading): Head => {
  const title = scope.scenario.parameters.find(({ id }) => id === key)?.title;
  return title === undefined ? [texts.values.roots.params, 1] : [title, 2];
};

const ofStep = (key: string, { scenario }: ValueScope): Head => {
  const everywhere = [scenario, ...(scenario.paths ?? [])].flatMap(({ nodes }) => nodes);
  return [everywhere.find(({ id }) => id === key)?.name ?? key, 2];
};

/** What stands in front of the fields: a step, the trigger, a parameter… with how many keys it takes. */
const headOf = ([root = '', second]: readonly string[], reading: Reading): Head => {
  const { scope, texts } = reading;
  if (root === 'trigger') return [scope.place.trigger?.name ?? texts.values.roots.trigger, 1];
  if (root === 'params') return ofParameter(second, reading);
  if ((root === 'steps' || root === 'waits') && second !== undefined) return ofStep(second, scope);
  const known: Readonly<Record<string, string>> = texts.values.roots;
  return [known[root] ?? root, 1];
};

const titleIn = (schema: JsonSchema, key: string): string =>
  textOf(asSchema(asSchema(schema.properties)?.[key])?.title) ?? key;

const titleAt = (keys: readonly string[], chip: ExpressionChip, { scope, names, texts }: Reading): string => {
  if (chip.isIndex) return texts.values.itemNumber(Number(chip.key) + 1);
  return titleIn(fieldPath(scope.place, keys, names.schemas).schema, chip.key);
};

/** A path in words: «Сделка › Покупатель › ИНН»; `undefined` for a formula that is more than a path. */
export const chipTitles = (text: string, reading: Reading): readonly string[] | undefined => {
  const chips = expressionChips(text);
  if (chips === undefined) return undefined;
  const keys = chips.map(({ key }) => key);
  const [head, used] = headOf(keys, reading);
  const rest = chips.slice(used).map((chip, index) => titleAt(keys.slice(0, used + index), chip, reading));
  return [head, ...rest];
};

/** The keys of a path, for its schema and its value in the sample. */
export const keysOf = (text: string): readonly string[] | undefined => expressionChips(text)?.map(({ key }) => key);
