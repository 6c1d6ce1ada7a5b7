import type { JsonSchema } from '@potok/contracts';
import { dynamicOf, fieldPath } from '@potok/scenario';
import { keysOf } from './chip-titles.js';
import { formulaText, type PickedPath, templateText } from './pick.js';
import { asSchema, isRequiredIn, itemsOf, propertiesOf, takesTemplate } from './shape.js';
import type { LocalNames, ValueScope } from './value-scope.js';

interface Place {
  readonly schema: JsonSchema;
  readonly scope: ValueScope;
  readonly names: LocalNames;
}

const schemaOf = ({ path, schema }: PickedPath, { scope, names }: Place): JsonSchema => {
  if (schema !== undefined) return schema;
  const keys = keysOf(path);
  return keys === undefined ? {} : fieldPath(scope.place, keys, names.schemas).schema;
};

/** Fields of a row that stand under the same name in the source. */
const sameNamed = (target: JsonSchema, source: JsonSchema): Readonly<Record<string, unknown>> => {
  const known = asSchema(source.properties) ?? {};
  const fields = propertiesOf(target).filter(([key]) => Object.hasOwn(known, key));
  return Object.fromEntries(
    fields.map(([key]) => [key, { $cel: `line.${isRequiredIn(source, key) ? '' : '?'}${key}` }]),
  );
};

/** A list on a list: taken whole when its rows have all that is asked for, else row by row. */
const listOnList = (picked: PickedPath, target: JsonSchema, source: JsonSchema): unknown => {
  const [wanted, given] = [itemsOf(target), itemsOf(source)];
  const known = asSchema(given.properties) ?? {};
  const isEnough = propertiesOf(wanted).every(([key]) => !isRequiredIn(wanted, key) || Object.hasOwn(known, key));
  return isEnough ? { $cel: picked.path } : { $each: picked.path, as: 'line', do: sameNamed(wanted, given) };
};

/** The value of a field after a field of the source was put into it. */
export const inserted = (value: unknown, picked: PickedPath, place: Place): unknown => {
  const source = schemaOf(picked, place);
  if (place.schema.type === 'array' && source.type === 'array') return listOnList(picked, place.schema, source);
  const dynamic = dynamicOf(value);
  if (dynamic?.kind === 'tpl') return { $tpl: `${dynamic.text}${templateText(picked)}` };
  const isText = typeof value === 'string' && value !== '' && takesTemplate(place.schema);
  return isText ? { $tpl: `${value}${templateText(picked)}` } : { $cel: formulaText(picked, place.schema) };
};
