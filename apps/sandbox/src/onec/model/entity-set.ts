export type PropType =
  'Edm.String' | 'Edm.Guid' | 'Edm.Boolean' | 'Edm.DateTime' | 'Edm.Int64' | 'Edm.Int16' | 'Edm.Double';

export interface Prop {
  readonly name: string;
  readonly type: PropType;
  /** Set that a `…_Key` points into; gives the set a navigation property without that ending. */
  readonly ref?: string;
  /** Sets that a value of composite type may point into; its type stands in `…_Type`. */
  readonly composite?: readonly string[];
  /** Values of an enumeration. */
  readonly values?: readonly string[];
  /** Written by 1С alone; a client's value is passed over. */
  readonly isOwn?: true;
}

export interface TablePart {
  readonly name: string;
  readonly props: readonly Prop[];
}

export interface EntitySet {
  readonly name: string;
  readonly kind: 'catalog' | 'document' | 'chart' | 'register';
  readonly keys: readonly string[];
  readonly props: readonly Prop[];
  readonly tables: readonly TablePart[];
}

export const text = (name: string): Prop => ({ name, type: 'Edm.String' });
export const flag = (name: string): Prop => ({ name, type: 'Edm.Boolean' });
export const date = (name: string): Prop => ({ name, type: 'Edm.DateTime' });
export const amount = (name: string): Prop => ({ name, type: 'Edm.Double' });
export const whole = (name: string): Prop => ({ name, type: 'Edm.Int64' });
export const guid = (name: string): Prop => ({ name, type: 'Edm.Guid' });
export const ref = (name: string, set: string): Prop => ({ name: `${name}_Key`, type: 'Edm.Guid', ref: set });
export const choice = (name: string, values: readonly string[]): Prop => ({ name, type: 'Edm.String', values });
export const composite = (name: string, sets: readonly string[]): readonly Prop[] => [
  { name, type: 'Edm.String', composite: sets },
  text(`${name}_Type`),
];

/** `Контрагент_Key` → `Контрагент`. */
export const navigationName = (prop: Prop): string => prop.name.replace(/_Key$/, '');

/** A table part seen as a set of its own: read only, keyed by document and line. */
export const tableSet = (owner: EntitySet, table: TablePart): EntitySet => ({
  name: `${owner.name}_${table.name}`,
  kind: owner.kind,
  keys: ['Ref_Key', 'LineNumber'],
  props: [guid('Ref_Key'), whole('LineNumber'), ...table.props],
  tables: [],
});

const own = (prop: Prop): Prop => ({ ...prop, isOwn: true });
const STANDARD: readonly Prop[] = [guid('Ref_Key'), own(text('DataVersion')), flag('DeletionMark')];
const PREDEFINED: readonly Prop[] = [own(flag('Predefined')), own(text('PredefinedDataName'))];

interface Shape {
  readonly props: readonly Prop[];
  readonly tables?: readonly TablePart[];
  readonly isTree?: true;
}

export const catalog = (name: string, { props, tables = [], isTree }: Shape): EntitySet => ({
  name: `Catalog_${name}`,
  kind: 'catalog',
  keys: ['Ref_Key'],
  props: [
    ...STANDARD,
    ...PREDEFINED,
    text('Code'),
    text('Description'),
    ...(isTree ? [ref('Parent', `Catalog_${name}`), flag('IsFolder')] : []),
    ...props,
  ],
  tables,
});

export const document = (name: string, { props, tables = [] }: Shape): EntitySet => ({
  name: `Document_${name}`,
  kind: 'document',
  keys: ['Ref_Key'],
  props: [...STANDARD, text('Number'), date('Date'), own(flag('Posted')), ...props],
  tables,
});

export const chart = (name: string, { props }: Shape): EntitySet => ({
  name: `ChartOfAccounts_${name}`,
  kind: 'chart',
  keys: ['Ref_Key'],
  props: [
    ...STANDARD,
    ...PREDEFINED,
    text('Code'),
    text('Description'),
    ref('Parent', `ChartOfAccounts_${name}`),
    ...props,
  ],
  tables: [],
});

export const register = (name: string, keys: readonly Prop[], props: readonly Prop[]): EntitySet => ({
  name: `InformationRegister_${name}`,
  kind: 'register',
  keys: keys.map((prop) => prop.name),
  props: [...keys, ...props],
  tables: [],
});
