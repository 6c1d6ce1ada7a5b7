import { fullName } from '../party/party-name.js';
import type { UpdTransfer } from '../upd/transfer.js';
import { russianDate } from '../xml/moments.js';
import { referenceText, row, type ViewRow } from './view-row.js';

export const transferRows = (transfer: UpdTransfer): readonly ViewRow[] => {
  const { content, date, bases = [], transport, info } = transfer;
  return [
    ...row('Содержание операции', content),
    ...row('Основание', bases.length === 0 ? 'без документа-основания' : bases.map(referenceText).join('; ')),
    ...row('Дата передачи', date === undefined ? undefined : russianDate(date)),
    ...row('Период', periodText(transfer)),
    ...row('Передал', personText(transfer)),
    ...row('Транспортировка', transport?.text),
    ...(info?.fields ?? []).map(({ key, value }) => ({ label: key, value })),
  ];
};

const periodText = ({ periodStart, periodEnd }: UpdTransfer): string | undefined =>
  periodStart === undefined || periodEnd === undefined
    ? undefined
    : `${russianDate(periodStart)}–${russianDate(periodEnd)}`;

const personText = ({ person }: UpdTransfer): string | undefined =>
  person === undefined
    ? undefined
    : [person.position, fullName(person.person)].filter((part) => part !== undefined).join(' ');
