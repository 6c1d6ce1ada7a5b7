import type { JsonSchema } from '@potok/contracts';
import { choicesOf, isRequiredIn, itemsOf, kindOfSchema, propertiesOf, type ValueKind } from './schema-shape.js';

/** `maybe`: it depends on the data, which the check of the result will tell. */
export type Fit = 'yes' | 'maybe' | 'no';

const worst = (fits: readonly Fit[]): Fit => {
  if (fits.includes('no')) return 'no';
  return fits.includes('maybe') ? 'maybe' : 'yes';
};

/** Kinds that can stand where another is wanted, beside the kind itself. */
const MEETS: Readonly<Record<ValueKind, Partial<Record<ValueKind, Fit>>>> = {
  text: { decimal: 'yes', date: 'yes', moment: 'yes' },
  decimal: { integer: 'yes', text: 'maybe', number: 'maybe' },
  integer: { decimal: 'maybe', number: 'maybe', text: 'maybe' },
  number: { integer: 'yes' },
  boolean: {},
  date: { text: 'maybe' },
  moment: { text: 'maybe' },
  object: {},
  list: {},
  any: {},
};

const choicesFit = (source: JsonSchema, target: JsonSchema): Fit => {
  const wanted = choicesOf(target);
  if (wanted === undefined) return 'yes';
  const given = choicesOf(source);
  if (given === undefined) return 'maybe';
  return given.every((one) => wanted.includes(one)) ? 'yes' : 'maybe';
};

const fieldsFit = (source: JsonSchema, target: JsonSchema): Fit => {
  const given = new Map(propertiesOf(source));
  const wanted = propertiesOf(target);
  const known = new Set(wanted.map(([key]) => key));
  const isClosed = target.additionalProperties === false;
  if (isClosed && [...given.keys()].some((key) => !known.has(key))) return 'no';
  const fits = wanted.map(([key, schema]): Fit => {
    const own = given.get(key);
    const isRequired = isRequiredIn(target, key);
    if (own === undefined) return isRequired ? 'no' : 'yes';
    return worst([fitOf(own, schema), isRequired && !isRequiredIn(source, key) ? 'maybe' : 'yes']);
  });
  return worst(fits);
};

/** Can a value of one schema stand where another is wanted? */
export const fitOf = (source: JsonSchema, target: JsonSchema): Fit => {
  const from = kindOfSchema(source);
  const to = kindOfSchema(target);
  if (to === 'any') return 'yes';
  if (from === 'any') return 'maybe';
  if (from !== to) return MEETS[to][from] ?? 'no';
  if (to === 'object') return fieldsFit(source, target);
  return to === 'list' ? fitOf(itemsOf(source), itemsOf(target)) : choicesFit(source, target);
};
