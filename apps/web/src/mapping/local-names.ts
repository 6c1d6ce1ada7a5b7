import { placeIn, type SourceNode } from '@potok/scenario';
import { itemsOf } from '../values/shape.js';
import { type LocalNames, noNames, type ValueScope } from '../values/value-scope.js';
import { sampleValueAt } from './sample-scope.js';

interface Around {
  readonly params: Readonly<Record<string, unknown>>;
  readonly sources: ReadonlyMap<string, SourceNode>;
  readonly scope: ValueScope;
}

/** Names of the loops around a field: what their items are, and the sample's first one. */
export const localNamesAt = (pointer: string, { params, sources, scope }: Around): LocalNames => {
  const { names } = placeIn(params, pointer);
  if (names.size === 0) return noNames;
  const known = [...names].map(([name, id]) => {
    const list = sources.get(id.replace(/\/\*$/, ''));
    return { name, schema: list === undefined ? {} : itemsOf(list.schema), value: sampleValueAt(scope.data, id) };
  });
  return {
    schemas: Object.fromEntries(known.map(({ name, schema }) => [name, schema])),
    values: Object.fromEntries(known.map(({ name, value }) => [name, value])),
  };
};
