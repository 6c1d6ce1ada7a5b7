import { randomUUID } from 'node:crypto';

import type { EntitySet } from '../model/entity-set.js';
import { ODataError } from '../wire/odata-error.js';
import { emptyEntity, type Entity, isEmptyRef, linesOf, textAt } from './entity.js';
import { allValues, type Given, givenValues } from './normalize.js';
import type { OneCRoom } from './one-c-room.js';

export interface WriteOrder {
  readonly set: EntitySet;
  readonly given: Given;
  /** `1C_OData-DataLoadMode: true`: ОбменДанными.Загрузка, without the checks of the configuration. */
  readonly isLoad: boolean;
}

/** A new object; a client may bring its Ref_Key, and one that is taken is refused. */
export const createEntity = (room: OneCRoom, { set, given, isLoad }: WriteOrder): Entity => {
  const entity: Entity = { ...emptyEntity(set), ...givenValues(set, given) };
  if (set.keys[0] === 'Ref_Key') entity.Ref_Key = isEmptyRef(entity.Ref_Key) ? randomUUID() : textAt(entity, 'Ref_Key');
  if (findByKeys(room, set, entity)) throw ODataError.taken(set.name);
  name(room, set, entity);
  if (set.kind === 'document') {
    if (!isLoad) check(room, entity);
    refuseTakenNumber(room, set, entity);
  }
  finish(room, set, entity);
  room.list(set.name).push(entity);
  room.deedsOf(textAt(entity, 'Ref_Key')).created += 1;
  return entity;
};

/** PATCH changes what is given, a table part as a whole; PUT writes everything. */
export const updateEntity = (
  room: OneCRoom,
  { set, given, isLoad }: WriteOrder,
  { entity, isWhole }: { readonly entity: Entity; readonly isWhole: boolean },
): Entity => {
  const own = Object.fromEntries(set.props.flatMap(({ name, isOwn }) => (isOwn ? [[name, entity[name] ?? '']] : [])));
  const values = isWhole ? allValues(set, given) : givenValues(set, given);
  const changed: Entity = { ...entity, ...values, ...own, Ref_Key: textAt(entity, 'Ref_Key') };
  if (set.kind === 'document') {
    if (!isLoad) [entity, changed].forEach((one) => check(room, one));
    refuseTakenNumber(room, set, changed);
  }
  Object.assign(entity, changed);
  finish(room, set, entity);
  room.deedsOf(textAt(entity, 'Ref_Key')).updated += 1;
  return entity;
};

export const findByKeys = (room: OneCRoom, set: EntitySet, keys: Entity): Entity | undefined =>
  room.list(set.name).find((one) => set.keys.every((key) => one[key] === keys[key]));

/** Code of a catalogue, number and date of a document, when the client gave none. */
const name = (room: OneCRoom, set: EntitySet, entity: Entity): void => {
  const padded = () => String(room.nextNumber(set.name)).padStart(6, '0');
  if (set.kind === 'catalog' && entity.Code === '') entity.Code = `00-${padded()}`;
  if (set.kind !== 'document') return;
  if (entity.Number === '') entity.Number = `0000-${padded()}`;
  if (textAt(entity, 'Date').startsWith('0001')) entity.Date = room.now();
};

const finish = (room: OneCRoom, set: EntitySet, entity: Entity): void => {
  if (set.props.some((prop) => prop.name === 'DataVersion')) entity.DataVersion = room.nextVersion();
  for (const table of set.tables)
    for (const line of linesOf(entity, table.name)) line.Ref_Key = textAt(entity, 'Ref_Key');
};

/** The checks that the configuration makes of a document before it is written. */
const check = (room: OneCRoom, entity: Entity): void => {
  refuseClosedPeriod(room, entity);
  if (entity.Posted === true && entity.DeletionMark === true)
    throw ODataError.business('Пометка на удаление не может быть установлена у проведенного документа.');
};

export const refuseClosedPeriod = (room: OneCRoom, entity: Entity): void => {
  if (textAt(entity, 'Date') > room.base.closedThrough) return;
  const [day = ''] = room.base.closedThrough.split('T');
  throw ODataError.business(
    `Изменения в периоде по ${day.split('-').reverse().join('.')} запрещены: установлена дата запрета изменения данных.`,
  );
};

/** Numbers are unique within a year. */
const refuseTakenNumber = (room: OneCRoom, set: EntitySet, entity: Entity): void => {
  const year = textAt(entity, 'Date').slice(0, 4);
  const isTaken = room
    .list(set.name)
    .some(
      (one) => one.Ref_Key !== entity.Ref_Key && one.Number === entity.Number && textAt(one, 'Date').startsWith(year),
    );
  if (isTaken) throw ODataError.business(`Номер "${textAt(entity, 'Number')}" не уникален.`);
};
