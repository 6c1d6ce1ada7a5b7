import { referenceSets } from './catalogs.js';
import { type EntitySet, tableSet } from './entity-set.js';
import { realizationSet } from './realization.js';

/** Objects that the base publishes. */
export const entitySets: readonly EntitySet[] = [...referenceSets, realizationSet];

/** Table parts as sets: `Document_РеализацияТоваровУслуг_Товары`. */
export const tableSets: readonly { readonly set: EntitySet; readonly owner: EntitySet; readonly table: string }[] =
  entitySets.flatMap((owner) =>
    owner.tables.map((table) => ({ set: tableSet(owner, table), owner, table: table.name })),
  );

const byName = new Map(entitySets.map((set) => [set.name, set]));

export const findSet = (name: string): EntitySet | undefined => byName.get(name);
