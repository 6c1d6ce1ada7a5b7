import type { EntitySet } from '../model/entity-set.js';
import { navigationLinks, type Projected } from '../query/project.js';
import type { Format } from './format.js';

/** Root of the interface, with a slash at the end. */
export interface Place {
  readonly root: string;
  readonly format: Format;
}

export const jsonEntity = ({ root, format }: Place, set: EntitySet, projected: Projected): Projected => {
  const body = { ...details({ root, format }, set, projected), ...projected, ...links(format, set, projected) };
  return format === 'json-none' ? body : { 'odata.metadata': `${root}$metadata#${set.name}/@Element`, ...body };
};

export interface JsonList {
  readonly items: readonly Projected[];
  readonly total: number | undefined;
}

export const jsonList = (place: Place, set: EntitySet, { items, total }: JsonList): Projected => ({
  ...(place.format === 'json-none' ? {} : { 'odata.metadata': `${place.root}$metadata#${set.name}` }),
  ...(total === undefined ? {} : { 'odata.count': String(total) }),
  value: items.map((one) => ({ ...details(place, set, one), ...one, ...links(place.format, set, one) })),
});

const links = (format: Format, set: EntitySet, projected: Projected): Projected =>
  format === 'json-none' ? {} : navigationLinks(set, projected);

const details = ({ root, format }: Place, set: EntitySet, projected: Projected): Projected => {
  const key = projected.Ref_Key;
  if (format !== 'json-full' || typeof key !== 'string') return {};
  const address = `${set.name}(guid'${key}')`;
  return { 'odata.type': `StandardODATA.${set.name}`, 'odata.id': `${root}${address}`, 'odata.editLink': address };
};
