import { type Entity, isEmptyRef, type Line, linesOf, textAt, UNDEFINED_TYPE } from '../base/entity.js';
import type { OneCRoom } from '../base/one-c-room.js';
import { findSet } from '../model/base-model.js';
import { type EntitySet, navigationName, type Prop } from '../model/entity-set.js';
import { ODataError } from '../wire/odata-error.js';
import type { Value } from './expression.js';

/** An object or a line with the description of its properties: what a path starts from. */
export interface Scope {
  readonly room: OneCRoom;
  readonly entity: Entity | Line;
  readonly props: readonly Prop[];
  readonly set?: EntitySet;
  /** Variables of lambdas. */
  readonly variables?: Readonly<Record<string, Scope>>;
}

const NULL: Value = { type: 'null' };

export const scopeOf = (room: OneCRoom, set: EntitySet, entity: Entity): Scope => ({
  room,
  set,
  entity,
  props: set.props,
});

/** Value at the end of `Контрагент/ИНН`; an empty reference on the way gives null. */
export const valueAt = (scope: Scope, steps: readonly string[]): Value => {
  const [first = '', ...rest] = steps;
  const variable = scope.variables?.[first];
  if (variable) return valueAt(variable, rest);
  if (rest.length === 0) return ownValue(scope, first);
  const target = follow(scope, first);
  return target === undefined ? NULL : valueAt(target, rest);
};

/** The object that a navigation property leads to. */
export const follow = (scope: Scope, name: string): Scope | undefined => {
  const prop = scope.props.find((one) => one.ref !== undefined && navigationName(one) === name);
  const set = prop?.ref === undefined ? undefined : findSet(prop.ref);
  if (!prop || !set) throw ODataError.noProperty(name);
  const key = textAt(scope.entity, prop.name);
  const entity = isEmptyRef(key) ? undefined : scope.room.find(set.name, key);
  return entity ? scopeOf(scope.room, set, entity) : undefined;
};

export const linesAt = (scope: Scope, steps: readonly string[]): readonly Scope[] => {
  const [name = ''] = steps;
  const table = scope.set?.tables.find((one) => one.name === name);
  if (!table || steps.length !== 1) throw ODataError.noProperty(steps.join('/'));
  const props: readonly Prop[] = [
    { name: 'LineNumber', type: 'Edm.Int64' },
    { name: 'Ref_Key', type: 'Edm.Guid' },
    ...table.props,
  ];
  return linesOf(scope.entity, name).map((entity) => ({ room: scope.room, entity, props }));
};

const ownValue = (scope: Scope, name: string): Value => {
  const prop = scope.props.find((one) => one.name === name);
  if (!prop) throw ODataError.noProperty(name);
  if (prop.composite) return compositeValue(scope.entity, name);
  return typedValue(prop, scope.entity[name]);
};

const compositeValue = (entity: Entity | Line, name: string): Value => {
  const type = textAt(entity, `${name}_Type`);
  const value = textAt(entity, name);
  if (type === UNDEFINED_TYPE || type === '') return NULL;
  return type.startsWith('StandardODATA.')
    ? { type: 'reference', set: type.slice('StandardODATA.'.length), value }
    : { type: 'text', value };
};

const typedValue = (prop: Prop, value: unknown): Value => {
  switch (prop.type) {
    case 'Edm.Guid':
      return { type: 'guid', value: String(value).toLowerCase() };
    case 'Edm.DateTime':
      return { type: 'date', value: String(value) };
    case 'Edm.Boolean':
      return { type: 'boolean', value: value === true };
    case 'Edm.Int64':
    case 'Edm.Int16':
    case 'Edm.Double':
      return { type: 'number', value: Number(value) };
    case 'Edm.String':
      return { type: 'text', value: String(value) };
  }
};
