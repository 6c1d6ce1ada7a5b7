import type { UpdModel } from '../upd/model.js';
import { fullName } from '../party/party-name.js';
import { russianDate } from '../xml/moments.js';
import { money, tableOf, type ViewTable } from './line-table.js';
import { partyRows } from './party-rows.js';
import { russianNumber } from './russian-format.js';
import { transferRows } from './transfer-rows.js';
import { referenceText, row, type ViewRow } from './view-row.js';

/** The paper of a УПД as plain data in Russian: whoever draws it adds only type and lines. */
export interface UpdView {
  readonly title: string;
  readonly subtitle?: string;
  /** 1: счёт-фактура и передаточный документ, 2: передаточный документ (from memory). */
  readonly status?: '1' | '2';
  readonly head: readonly ViewRow[];
  readonly parties: readonly { readonly title: string; readonly rows: readonly ViewRow[] }[];
  readonly table: ViewTable;
  readonly totals: readonly ViewRow[];
  readonly transfer: readonly ViewRow[];
  readonly signers: readonly ViewRow[];
}

/** The readable view of a seller's title. */
export const viewOfUpd = (model: UpdModel): UpdView => ({
  title: titleOf(model),
  ...(model.revision === undefined
    ? {}
    : { subtitle: `Исправление № ${model.revision.number} от ${russianDate(model.revision.date)}` }),
  ...(model.function === 'СЧФ' ? {} : { status: model.function === 'СЧФДОП' ? '1' : '2' }),
  head: headOf(model),
  parties: partiesOf(model),
  table: tableOf(model.lines),
  totals: totalsOf(model),
  transfer: model.transfer === undefined ? [] : transferRows(model.transfer),
  signers: model.signers.map(({ person, position }) => ({ label: position ?? 'Подписант', value: fullName(person) })),
});

const titleOf = ({ function: name, documentName, number, date }: UpdModel): string => {
  const names = {
    СЧФДОП: 'Универсальный передаточный документ',
    СЧФ: 'Счёт-фактура',
    ДОП: documentName ?? 'Передаточный документ',
  };
  return `${names[name]} № ${number} от ${russianDate(date)}`;
};

const headOf = (model: UpdModel): readonly ViewRow[] => {
  const { currency, payments = [], shipments = [], additional } = model;
  const paid = payments.map(({ number, date }) =>
    [number === undefined ? '' : `№ ${number}`, date === undefined ? '' : `от ${russianDate(date)}`].join(' ').trim(),
  );
  return [
    ...row('К платёжно-расчётному документу', paid.join('; ')),
    ...row('Документ об отгрузке', shipments.map(referenceText).join('; ')),
    ...row('Валюта', `${currency.name}, ${currency.code}`),
    ...row('Идентификатор госконтракта', additional?.governmentContractId),
    ...(model.info?.fields ?? []).map(({ key, value }) => ({ label: key, value })),
  ];
};

const partiesOf = (model: UpdModel): UpdView['parties'] => [
  { title: 'Продавец', rows: partyRows(model.seller) },
  { title: 'Покупатель', rows: partyRows(model.buyer) },
  ...(model.isConsignorSeller === true ? [{ title: 'Грузоотправитель', rows: row('Название', 'он же') }] : []),
  ...(model.consignors ?? []).map((party) => ({ title: 'Грузоотправитель', rows: partyRows(party) })),
  ...(model.consignees ?? []).map((party) => ({ title: 'Грузополучатель', rows: partyRows(party) })),
];

const totalsOf = ({ totals }: UpdModel): readonly ViewRow[] => [
  ...row('Всего без НДС', money(totals?.amountWithoutVat)),
  ...row('НДС', totals?.vat === undefined ? 'без НДС' : russianNumber(totals.vat)),
  ...row('Всего к оплате', money(totals?.amountWithVat)),
];
