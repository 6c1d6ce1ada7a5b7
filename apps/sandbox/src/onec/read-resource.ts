import type { OneCRoom } from './base/one-c-room.js';
import type { EntitySet } from './model/entity-set.js';
import { findEntities } from './query/find-entities.js';
import type { QueryOptions } from './query/options.js';
import { plainText, project } from './query/project.js';
import { follow, type Scope, scopeOf } from './query/scope.js';
import { findResource, getEntity, type Resource } from './resource.js';
import { metadataXml, serviceDocument, serviceJson } from './wire/metadata-xml.js';
import { ODataError } from './wire/odata-error.js';
import type { PathStep } from './wire/resource-path.js';
import type { Outcome } from './wire/send.js';

export interface ReadOrder {
  readonly steps: readonly PathStep[];
  readonly options: QueryOptions;
  readonly root: string;
  readonly wantsJson: boolean;
}

/** GET of anything: the description, a set, its count, an object, what its references lead to, one property. */
export const readResource = (room: OneCRoom, { steps, options, root, wantsJson }: ReadOrder): Outcome => {
  const [first] = steps;
  if (!first)
    return wantsJson ? { kind: 'json', body: serviceJson(root) } : { kind: 'xml', text: serviceDocument(root) };
  if (first.name === '$metadata') return { kind: 'xml', text: metadataXml() };
  const resource = findResource(room, steps);
  return resource.keys === undefined ? readSet(room, resource, options) : readOne(room, resource, options);
};

const readSet = (room: OneCRoom, resource: Resource, options: QueryOptions): Outcome => {
  const [next] = resource.rest;
  const found = findEntities(room, resource, options);
  if (next?.name === '$count') return { kind: 'text', text: String(found.total) };
  if (next) throw ODataError.noMethod(next.name);
  const items = found.scopes.map((scope) => project(scope, options));
  const total = options.wantsCount ? found.total : undefined;
  return { kind: 'list', set: resource.set, list: { items, total } };
};

const readOne = (room: OneCRoom, resource: Resource, options: QueryOptions): Outcome => {
  if (options.expand.length > 0) throw ODataError.unsupported('$expand для одиночной сущности');
  return walk(scopeOf(room, resource.set, getEntity(resource)), resource.rest, { set: resource.set, options });
};

/** «Через точку»: `…/Валюта/Description`. */
const walk = (
  scope: Scope,
  [step, ...rest]: readonly PathStep[],
  { set, options }: { readonly set: EntitySet; readonly options: QueryOptions },
): Outcome => {
  if (!step) return { kind: 'entity', set, projected: project(scope, options) };
  const isPlain =
    set.props.some((prop) => prop.name === step.name) || set.tables.some((table) => table.name === step.name);
  if (isPlain) {
    const value = scope.entity[step.name];
    return rest[0]?.name === '$value'
      ? { kind: 'text', text: plainText(value) }
      : { kind: 'value', set, name: step.name, value };
  }
  const target = follow(scope, step.name);
  if (!target?.set) throw ODataError.noEntity(step.name);
  return walk(target, rest, { set: target.set, options });
};
