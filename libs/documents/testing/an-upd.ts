import type { PartyModel } from '../src/party/model.js';
import { computeTotals } from '../src/totals/compute-totals.js';
import type { UpdModel } from '../src/upd/model.js';
import { linesOfOrder, type UpdOrderLine } from '../src/upd/order.js';

export const seller: PartyModel = {
  kind: 'legal',
  name: 'ООО «Ромашка»',
  inn: '7707083893',
  kpp: '773601001',
  address: { text: { countryCode: '643', countryName: 'Россия', text: '117312, г. Москва, ул. Вавилова, д. 19' } },
  bank: {
    account: '40702810638050013199',
    bankName: 'ПАО Сбербанк',
    bik: '044525225',
    correspondentAccount: '30101810400000000225',
  },
};
export const buyer: PartyModel = {
  kind: 'legal',
  name: 'АО «Василёк»',
  inn: '7728168971',
  kpp: '770801001',
  address: {
    parts: { regionCode: '77', regionName: 'г. Москва', postalCode: '107078', street: 'Каланчёвская', house: '27' },
  },
};

export const anOrderLine = (over: Partial<UpdOrderLine> = {}): UpdOrderLine => ({
  name: 'Кабель ВВГнг 3×2,5',
  quantity: '10',
  price: '100.00',
  vatRate: '22',
  unitCode: '796',
  kind: 'goods',
  ...over,
});

/** A document that nothing is wrong with, on the 24th of November 2026. */
export const anUpd = (over: Partial<UpdModel> = {}, order: readonly UpdOrderLine[] = [anOrderLine()]): UpdModel => {
  const lines = linesOfOrder(order, 'on-top');
  return {
    function: 'СЧФДОП',
    number: '214',
    date: '2026-11-24',
    seller,
    buyer,
    currency: { code: '643', name: 'Российский рубль' },
    lines,
    totals: computeTotals(lines),
    transfer: {
      content: 'Товары переданы',
      date: '2026-11-24',
      bases: [{ name: 'Договор', number: '7', date: '2026-09-01' }],
    },
    signers: [
      {
        person: { lastName: 'Иванова', firstName: 'Мария', middleName: 'Петровна' },
        position: 'Генеральный директор',
        authority: 'certificate',
      },
    ],
    ...over,
  };
};

export const today = '2026-11-24';
export const at = { date: '2026-11-24', time: '10:05:00' };
export const ids = {
  receiverId: '2BM-7728168971-770801001-202601010000000000001',
  senderId: '2BM-7707083893-773601001-202601010000000000002',
  guid: '0192f0c1-7a3b-7c4d-8e5f-60718293a4b5',
};
