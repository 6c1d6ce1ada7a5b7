import { type Entity, textAt } from './base/entity.js';
import type { Given } from './base/normalize.js';
import type { OneCRoom } from './base/one-c-room.js';
import { postDocument, unpostDocument } from './base/posting.js';
import { createEntity, refuseClosedPeriod, updateEntity } from './base/write.js';
import type { QueryOptions } from './query/options.js';
import { project } from './query/project.js';
import { scopeOf } from './query/scope.js';
import { findResource, getEntity, type Resource } from './resource.js';
import { ODataError } from './wire/odata-error.js';
import type { PathStep } from './wire/resource-path.js';
import type { Outcome } from './wire/send.js';

export interface WriteCall {
  readonly method: string;
  readonly steps: readonly PathStep[];
  readonly options: QueryOptions;
  readonly body: unknown;
  readonly ifMatch: string | undefined;
  readonly isLoad: boolean;
}

/** POST, PATCH, PUT and DELETE, and the actions Post and Unpost of documents. */
export const writeResource = async (room: OneCRoom, call: WriteCall): Promise<Outcome> => {
  const resource = findResource(room, call.steps);
  if (resource.isTablePart) throw ODataError.readOnlyLines();
  const [action] = resource.rest;
  if (action) return act(room, resource, { action: action.name, method: call.method });
  if (resource.keys === undefined) return create(room, resource, call);
  return change(room, resource, call);
};

const act = async (
  room: OneCRoom,
  resource: Resource,
  { action, method }: { readonly action: string; readonly method: string },
): Promise<Outcome> => {
  const verb = { post: postDocument, unpost: unpostDocument }[action.toLowerCase()];
  if (!verb || resource.set.kind !== 'document') throw ODataError.noMethod(action);
  if (method !== 'POST') throw ODataError.wrongVerb();
  await verb(room, getEntity(resource));
  return { kind: 'done' };
};

const create = async (room: OneCRoom, { set }: Resource, { method, body, isLoad }: WriteCall): Promise<Outcome> => {
  if (method !== 'POST') throw ODataError.wrongVerb();
  const entity = createEntity(room, { set, given: givenOf(body), isLoad });
  await room.save();
  return { kind: 'entity', set, projected: entity, created: true };
};

const change = async (room: OneCRoom, resource: Resource, call: WriteCall): Promise<Outcome> => {
  if (call.method === 'POST') throw ODataError.wrongVerb();
  const entity = getEntity(resource);
  refuseLostLock(entity, call.ifMatch);
  if (call.method === 'DELETE') return remove(room, resource, entity);
  const order = { set: resource.set, given: givenOf(call.body), isLoad: call.isLoad };
  updateEntity(room, order, { entity, isWhole: call.method === 'PUT' });
  await room.save();
  const projected = project(scopeOf(room, resource.set, entity), { select: call.options.select, expand: [] });
  return { kind: 'entity', set: resource.set, projected };
};

/** Physical: no mark, no trace; a posted document must be unposted first. */
const remove = async (room: OneCRoom, { set }: Resource, entity: Entity): Promise<Outcome> => {
  if (set.kind === 'document') {
    refuseClosedPeriod(room, entity);
    if (entity.Posted === true) throw ODataError.business('Проведенный документ нельзя удалить: отмените проведение.');
  }
  const list = room.list(set.name);
  list.splice(list.indexOf(entity), 1);
  await room.save();
  return { kind: 'gone' };
};

/** Clients send the version bare, in quotes, or as a weak tag. */
const refuseLostLock = (entity: Entity, ifMatch: string | undefined): void => {
  if (ifMatch === undefined || ifMatch === '*') return;
  if (ifMatch.replace(/^W\//, '').replace(/^"(.*)"$/, '$1') !== textAt(entity, 'DataVersion'))
    throw ODataError.changed();
};

const givenOf = (body: unknown): Given => {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw ODataError.badBody('тело запроса не объект JSON');
  return body as Given;
};
