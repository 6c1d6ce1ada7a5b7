import { entitySets, tableSets } from '../model/base-model.js';
import { type EntitySet, navigationName, type Prop, type TablePart, tableSet } from '../model/entity-set.js';
import { escapeXml, METADATA } from './xml.js';

const NAMESPACE = 'StandardODATA';
/** What a live base calls its container. */
const CONTAINER = 'EnterpriseV8';
const EDMX = 'http://schemas.microsoft.com/ado/2007/06/edmx';
const EDM = 'http://schemas.microsoft.com/ado/2009/11/edm';
const APP = 'http://www.w3.org/2007/app';

/** `$metadata`: EDMX 1.0 of everything that is published. */
export const metadataXml = (): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<edmx:Edmx Version="1.0" xmlns:edmx="${EDMX}">` +
  `<edmx:DataServices m:DataServiceVersion="3.0" m:MaxDataServiceVersion="3.0" xmlns:m="${METADATA}">` +
  `<Schema Namespace="${NAMESPACE}" xmlns="${EDM}">` +
  entitySets.map(entityType).join('') +
  tableSets.map(({ set }) => entityType(set)).join('') +
  entitySets.flatMap((set) => set.tables.map((table) => rowType(set, table))).join('') +
  entitySets.flatMap((set) => references(set).map((prop) => association(set, prop))).join('') +
  container() +
  '</Schema></edmx:DataServices></edmx:Edmx>';

const entityType = (set: EntitySet): string =>
  `<EntityType Name="${set.name}"><Key>${set.keys.map((key) => `<PropertyRef Name="${key}"/>`).join('')}</Key>` +
  set.props.map((prop) => property(prop, set.keys.includes(prop.name))).join('') +
  set.tables
    .map(
      (table) =>
        `<Property Name="${table.name}" Type="Collection(${NAMESPACE}.${rowName(set, table)})" Nullable="false"/>`,
    )
    .join('') +
  references(set)
    .map((prop) => navigation(set, prop))
    .join('') +
  '</EntityType>';

const rowName = (set: EntitySet, table: TablePart): string => `${set.name}_${table.name}_RowType`;

const rowType = (set: EntitySet, table: TablePart): string =>
  `<ComplexType Name="${rowName(set, table)}">` +
  tableSet(set, table)
    .props.map((prop) => property(prop, true))
    .join('') +
  '</ComplexType>';

const property = (prop: Prop, isKey: boolean): string =>
  `<Property Name="${prop.name}" Type="${prop.type}" Nullable="${String(!isKey && prop.type !== 'Edm.Boolean')}"/>`;

const references = (set: EntitySet): readonly Prop[] => set.props.filter((prop) => prop.ref !== undefined);

const relation = (set: EntitySet, prop: Prop): string => `${set.name}_${navigationName(prop)}`;

const navigation = (set: EntitySet, prop: Prop): string =>
  `<NavigationProperty Name="${navigationName(prop)}" Relationship="${NAMESPACE}.${relation(set, prop)}" ` +
  'FromRole="Begin" ToRole="End"/>';

const association = (set: EntitySet, prop: Prop): string =>
  `<Association Name="${relation(set, prop)}">` +
  `<End Role="Begin" Type="${NAMESPACE}.${set.name}" Multiplicity="*"/>` +
  `<End Role="End" Type="${NAMESPACE}.${prop.ref ?? ''}" Multiplicity="0..1"/></Association>`;

const container = (): string =>
  `<EntityContainer Name="${CONTAINER}" m:IsDefaultEntityContainer="true">` +
  [...entitySets, ...tableSets.map(({ set }) => set)]
    .map((set) => `<EntitySet Name="${set.name}" EntityType="${NAMESPACE}.${set.name}"/>`)
    .join('') +
  entitySets.flatMap((set) => references(set).map((prop) => associationSet(set, prop))).join('') +
  entitySets
    .filter((set) => set.kind === 'document')
    .map(actions)
    .join('') +
  '</EntityContainer>';

const associationSet = (set: EntitySet, prop: Prop): string =>
  `<AssociationSet Name="${relation(set, prop)}" Association="${NAMESPACE}.${relation(set, prop)}">` +
  `<End Role="Begin" EntitySet="${set.name}"/><End Role="End" EntitySet="${prop.ref ?? ''}"/></AssociationSet>`;

const actions = (set: EntitySet): string => {
  const common = `IsBindable="true" m:HttpMethod="POST" EntitySetPath="${set.name}"`;
  const bound = `<Parameter Name="bindingParameter" Type="${NAMESPACE}.${set.name}"/>`;
  return (
    `<FunctionImport Name="Post" ${common}>${bound}<Parameter Name="PostingModeOperational" Type="Edm.Boolean"/></FunctionImport>` +
    `<FunctionImport Name="Unpost" ${common}>${bound}</FunctionImport>`
  );
};

/** The short description: only the names of the sets. */
export const serviceDocument = (root: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<service xmlns="${APP}" xmlns:atom="http://www.w3.org/2005/Atom" xml:base="${escapeXml(root)}">` +
  '<workspace><atom:title>Default</atom:title>' +
  allSets()
    .map((name) => `<collection href="${name}"><atom:title>${name}</atom:title></collection>`)
    .join('') +
  '</workspace></service>';

export const serviceJson = (root: string) => ({
  'odata.metadata': `${root}$metadata`,
  value: allSets().map((name) => ({ name, url: name })),
});

const allSets = (): readonly string[] => [...entitySets, ...tableSets.map(({ set }) => set)].map((set) => set.name);
