import type { EntitySet, Prop, PropType } from '../model/entity-set.js';

export type Line = Record<string, string | number | boolean>;
/** An object of the base: plain values, and table parts as lists of lines. */
export type Entity = Record<string, string | number | boolean | Line[]>;

export const ZERO_GUID = '00000000-0000-0000-0000-000000000000';
export const EMPTY_DATE = '0001-01-01T00:00:00';
export const UNDEFINED_TYPE = 'StandardODATA.Undefined';

const EMPTY: Readonly<Record<PropType, string | number | boolean>> = {
  'Edm.String': '',
  'Edm.Guid': ZERO_GUID,
  'Edm.Boolean': false,
  'Edm.DateTime': EMPTY_DATE,
  'Edm.Int64': '0',
  'Edm.Int16': 0,
  'Edm.Double': 0,
};

export const emptyLine = (props: readonly Prop[]): Line =>
  Object.fromEntries(props.map((prop) => [prop.name, emptyValue(prop, props)]));

const emptyValue = (prop: Prop, props: readonly Prop[]) =>
  props.some((one) => one.composite && `${one.name}_Type` === prop.name) ? UNDEFINED_TYPE : EMPTY[prop.type];

export const emptyEntity = (set: EntitySet): Entity => ({
  ...emptyLine(set.props),
  ...Object.fromEntries(set.tables.map((table) => [table.name, []])),
});

export const linesOf = (entity: Entity, table: string): Line[] => {
  const lines = entity[table];
  return Array.isArray(lines) ? lines : [];
};

export const textAt = (entity: Entity | Line, name: string): string => {
  const value = entity[name];
  return typeof value === 'string' ? value : '';
};

export const isEmptyRef = (value: unknown): boolean => value === undefined || value === '' || value === ZERO_GUID;
