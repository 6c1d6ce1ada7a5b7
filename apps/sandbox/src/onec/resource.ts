import { type Entity, linesOf } from './base/entity.js';
import type { OneCRoom } from './base/one-c-room.js';
import { findSet, tableSets } from './model/base-model.js';
import type { EntitySet } from './model/entity-set.js';
import { ODataError } from './wire/odata-error.js';
import { type PathStep, SOLE_KEY } from './wire/resource-path.js';

/** Where an address leads: a set, or one object of it; the steps behind are left to the verb. */
export interface Resource {
  readonly set: EntitySet;
  readonly entities: readonly Entity[];
  readonly isTablePart: boolean;
  readonly keys?: Readonly<Record<string, string>>;
  readonly rest: readonly PathStep[];
}

export const findResource = (room: OneCRoom, [first, ...rest]: readonly PathStep[]): Resource => {
  if (!first) throw ODataError.badUrl('');
  const keys = first.keys === undefined ? {} : { keys: first.keys };
  const set = findSet(first.name);
  if (set) return { set, entities: room.list(set.name), isTablePart: false, rest, ...keys };
  const part = tableSets.find((one) => one.set.name === first.name);
  if (!part) throw ODataError.noSet(first.name);
  const entities = room.list(part.owner.name).flatMap((entity) => linesOf(entity, part.table));
  return { set: part.set, entities, isTablePart: true, rest, ...keys };
};

/** The one object that the keys name; a sole key needs no name. */
export const getEntity = ({ set, entities, keys = {} }: Resource): Entity => {
  const wanted = set.keys.map((name) => {
    const value = keys[name] ?? (set.keys.length === 1 ? keys[SOLE_KEY] : undefined);
    if (value === undefined) throw ODataError.noKey(name);
    return [name, value.toLowerCase()] as const;
  });
  const found = entities.find((entity) =>
    wanted.every(([name, value]) => String(entity[name] as string | number).toLowerCase() === value),
  );
  if (!found) throw ODataError.noEntity(set.name);
  return found;
};
