import type { Entity } from '../base/entity.js';
import type { OneCRoom } from '../base/one-c-room.js';
import type { EntitySet } from '../model/entity-set.js';
import { isTrue } from './evaluate.js';
import type { QueryOptions } from './options.js';
import { sortScopes } from './order.js';
import { parseFilter } from './parse-filter.js';
import { type Scope, scopeOf } from './scope.js';

export interface Found {
  readonly scopes: readonly Scope[];
  /** Before `$skip` and `$top`. */
  readonly total: number;
}

/** Filter, order, skip, top; `$skip` comes before `$top` whatever their order. */
export const findEntities = (
  room: OneCRoom,
  source: { readonly set: EntitySet; readonly entities: readonly Entity[] },
  options: QueryOptions,
): Found => {
  const { filter, orderBy, skip = 0, top } = options;
  const all = source.entities.map((entity) => scopeOf(room, source.set, entity));
  const expression = filter === undefined ? undefined : parseFilter(filter);
  const passing = expression ? all.filter((scope) => isTrue(expression, scope)) : all;
  const ordered = orderBy === undefined ? passing : sortScopes(passing, orderBy);
  return { scopes: ordered.slice(skip, top === undefined ? undefined : skip + top), total: passing.length };
};
