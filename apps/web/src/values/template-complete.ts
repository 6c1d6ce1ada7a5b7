import type { JsonSchema } from '@potok/contracts';
import { fieldPath } from '@potok/scenario';
import { allFunctions, type Offer, type Reading } from './complete.js';
import { asSchema, propertiesOf, sampleKeys, textOf } from './shape.js';
import { shownValue, typeWord } from './shown-value.js';
import { sampleAt } from './value-scope.js';

const OPEN = /\{\{[~#]?([^{}]*)$/;

const fieldOffers = (path: string, from: number, reading: Reading): readonly Offer[] => {
  const keys = path.split('.').filter((key) => key !== '');
  const { schema } = fieldPath(reading.scope.place, keys, reading.names.schemas);
  const sample = asSchema(sampleAt(reading.scope, reading.names, keys)) ?? {};
  const own = propertiesOf(schema);
  const more = sampleKeys(schema, sample).filter((key) => own.every(([known]) => known !== key));
  const all: readonly (readonly [string, JsonSchema])[] = [...own, ...more.map((key) => [key, {}] as const)];
  return all.map(([key, one]) => ({
    label: `${path}${key}`,
    apply: /^\w+$/.test(key) ? `${path}${key}` : `${path}[${key}]`,
    from,
    kind: 'field',
    detail:
      textOf(one.title) ??
      reading.scope.place.steps.find(({ node }) => node === key)?.name ??
      typeWord(one, reading.texts),
    ...(sample[key] === undefined ? {} : { info: shownValue(sample[key], one, reading) }),
  }));
};

const wordOffers = (from: number, reading: Reading): readonly Offer[] => {
  const { language, scope, names, texts } = reading;
  const roots: Readonly<Record<string, string>> = texts.values.roots;
  const known = [...Object.keys(scope.place.roots), ...Object.keys(names.schemas)];
  return [
    ...known.map((name): Offer => ({ label: name, apply: name, from, kind: 'root', detail: roots[name] ?? name })),
    ...allFunctions.map(({ name, doc }): Offer => ({
      label: name,
      apply: `${name} `,
      from,
      kind: 'function',
      detail: doc[language],
    })),
  ];
};

/** What may follow inside the braces of a template; `undefined` outside of them. */
export const templateOffersAt = (
  text: string,
  caret: number,
  reading: Reading,
): { readonly from: number; readonly offers: readonly Offer[] } | undefined => {
  const inside = OPEN.exec(text.slice(0, caret))?.[1];
  if (inside === undefined) return undefined;
  const word = /[\w.]*$/.exec(inside)?.[0] ?? '';
  const from = caret - word.length;
  const path = word.slice(0, word.lastIndexOf('.') + 1);
  return { from, offers: path === '' ? wordOffers(from, reading) : fieldOffers(path, from, reading) };
};
