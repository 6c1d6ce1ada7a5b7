import { findSet } from '../model/base-model.js';
import { realizationSet } from '../model/realization.js';
import { ODataError } from '../wire/odata-error.js';
import { type Entity, isEmptyRef, linesOf, textAt } from './entity.js';
import { lineFaults, LINE_TABLES } from './line-checks.js';
import type { OneCRoom } from './one-c-room.js';
import { refuseClosedPeriod } from './write.js';

/** Requisites of the head that must be filled for posting. */
const HEAD_FIELDS: readonly (readonly [string, string])[] = [
  ['Организация_Key', 'Организация'],
  ['Контрагент_Key', 'Контрагент'],
  ['ДоговорКонтрагента_Key', 'Договор'],
  ['ВалютаДокумента_Key', 'Валюта'],
  ['СчетУчетаРасчетовСКонтрагентом_Key', 'Счет учета расчетов с контрагентом'],
  ['СчетУчетаРасчетовПоАвансам_Key', 'Счет учета расчетов по авансам'],
];

/** Проведение; refused with the words of 1С when the document is not whole. Posting again is posting anew. */
export const postDocument = async (room: OneCRoom, document: Entity): Promise<void> => {
  const deeds = room.deedsOf(textAt(document, 'Ref_Key'));
  try {
    refuseUnpostable(room, document);
  } catch (error) {
    deeds.refused += 1;
    await room.save();
    throw error;
  }
  Object.assign(document, { Posted: true, DataVersion: room.nextVersion() });
  deeds.posted += 1;
  await room.save();
};

/** Отмена проведения; of an unposted document it changes nothing but the count. */
export const unpostDocument = async (room: OneCRoom, document: Entity): Promise<void> => {
  refuseClosedPeriod(room, document);
  Object.assign(document, { Posted: false, DataVersion: room.nextVersion() });
  room.deedsOf(textAt(document, 'Ref_Key')).unposted += 1;
  await room.save();
};

const refuseUnpostable = (room: OneCRoom, document: Entity): void => {
  if (document.DeletionMark === true) throw ODataError.business('Документ помечен на удаление. Проведение невозможно.');
  refuseClosedPeriod(room, document);
  const faults = [...headFaults(room, document), ...lineFaults(document)];
  if (faults.length > 0) throw ODataError.business(['Не удалось провести документ.', ...faults].join('\n'));
};

const headFaults = (room: OneCRoom, document: Entity): readonly string[] => {
  const empty = HEAD_FIELDS.filter(([name]) => !isThere(room, document, name));
  const faults = empty.map(([, label]) => `Поле "${label}" не заполнено.`);
  const hasGoods = linesOf(document, 'Товары').length > 0;
  if (hasGoods && !isThere(room, document, 'Склад_Key')) faults.push('Поле "Склад" не заполнено.');
  const hasLines = LINE_TABLES.some(({ name }) => linesOf(document, name).length > 0);
  return hasLines ? faults : [...faults, 'Не введено ни одной строки в списки "Товары" и "Услуги".'];
};

const isThere = (room: OneCRoom, document: Entity, name: string): boolean => {
  const set = realizationSet.props.find((prop) => prop.name === name)?.ref;
  const key = textAt(document, name);
  return !isEmptyRef(key) && set !== undefined && findSet(set) !== undefined && room.find(set, key) !== undefined;
};
