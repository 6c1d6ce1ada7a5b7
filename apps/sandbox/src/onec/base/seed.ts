import { createHash } from 'node:crypto';

import { type DemoOrganization, demoBuyers, demoSeller } from '../../demo.js';
import { findSet } from '../model/base-model.js';
import { emptyEntity, type Entity } from './entity.js';
import type { OneCBase } from './one-c-room.js';

/** The same name always gives the same GUID, so that a base made anew keeps its references. */
export const seedGuid = (name: string): string => {
  const hex = createHash('sha1').update(`potok-sandbox-1c:${name}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
};

const CHART = 'ChartOfAccounts_Хозрасчетный';
const UNITS: readonly (readonly [string, string, string])[] = [
  ['796', 'шт', 'Штука'],
  ['642', 'ед', 'Единица'],
  ['356', 'ч', 'Час'],
  ['166', 'кг', 'Килограмм'],
  ['006', 'м', 'Метр'],
  ['055', 'м2', 'Квадратный метр'],
  ['112', 'л', 'Литр'],
  ['839', 'компл', 'Комплект'],
  ['778', 'упак', 'Упаковка'],
];
const ACCOUNTS: readonly (readonly [string, string])[] = [
  ['19.03', 'НДС по приобретенным материально-производственным запасам'],
  ['19.04', 'НДС по приобретенным услугам'],
  ['26', 'Общехозяйственные расходы'],
  ['41.01', 'Товары на складах'],
  ['62.01', 'Расчеты с покупателями и заказчиками'],
  ['62.02', 'Расчеты по авансам полученным'],
  ['68.02', 'Налог на добавленную стоимость'],
  ['90.01.1', 'Выручка по деятельности с основной системой налогообложения'],
  ['90.02.1', 'Себестоимость продаж по деятельности с основной системой налогообложения'],
  ['90.03', 'Налог на добавленную стоимость'],
];

/** A base of ООО «Поток Демо»: dictionaries, one known buyer with a contract, no documents; the year before is closed. */
export const seedBase = (now: Date): OneCBase => {
  const base: OneCBase = {
    entities: {},
    deeds: {},
    lastNumbers: {},
    version: 0,
    closedThrough: `${String(now.getUTCFullYear() - 1)}-12-31T23:59:59`,
  };
  addDictionaries(base);
  addAccountsOfGoods(base);
  addSeller(base, demoSeller);
  const [romashka] = demoBuyers;
  if (romashka) addBuyer(base, romashka);
  return base;
};

interface SeedOrder {
  readonly set: string;
  readonly name: string;
  readonly values: Entity;
}

const add = (base: OneCBase, { set, name, values }: SeedOrder): string => {
  const shape = findSet(set);
  if (!shape) throw new Error(`SEED_SET_UNKNOWN ${set}`);
  const Ref_Key = seedGuid(`${set}:${name}`);
  const own = shape.keys[0] === 'Ref_Key' ? { Ref_Key, DataVersion: 'AAAAAAAAAAA=' } : {};
  (base.entities[set] ??= []).push({ ...emptyEntity(shape), ...own, ...values });
  base.lastNumbers[set] = (base.lastNumbers[set] ?? 0) + 1;
  return Ref_Key;
};

const addDictionaries = (base: OneCBase): void => {
  const simple = (set: string, name: string, values: Entity) =>
    add(base, { set, name, values: { Description: name, ...values } });
  for (const [code, short, full] of UNITS)
    add(base, {
      set: 'Catalog_КлассификаторЕдиницИзмерения',
      name: code,
      values: { Code: code, Description: short, НаименованиеПолное: full },
    });
  for (const [code, title] of ACCOUNTS)
    add(base, { set: CHART, name: code, values: { Code: code, Description: title, Order: code, Predefined: true } });
  add(base, {
    set: 'Catalog_Валюты',
    name: '643',
    values: { Code: '643', Description: 'руб.', НаименованиеПолное: 'Российский рубль' },
  });
  simple('Catalog_Склады', 'Основной склад', { Code: '00-000001', ТипСклада: 'ОптовыйСклад' });
  simple('Catalog_ВидыНоменклатуры', 'Товары', { Code: '00-000001' });
  simple('Catalog_ВидыНоменклатуры', 'Услуги', { Code: '00-000002', Услуга: true });
  simple('Catalog_НоменклатурныеГруппы', 'Основная номенклатурная группа', { Code: '00-000001' });
};

const account = (code: string): string => seedGuid(`${CHART}:${code}`);

/** Empty dimensions stand for any; goods and services have an entry each. */
const addAccountsOfGoods = (base: OneCBase): void => {
  const set = 'InformationRegister_СчетаУчетаНоменклатуры';
  const sold = {
    СчетДоходовОтРеализации_Key: account('90.01.1'),
    СчетРасходовОтРеализации_Key: account('90.02.1'),
    СчетУчетаНДСПоРеализации_Key: account('90.03'),
  };
  const kind = (name: string) => ({ ВидНоменклатуры_Key: seedGuid(`Catalog_ВидыНоменклатуры:${name}`) });
  const goods = { СчетУчета_Key: account('41.01'), СчетУчетаНДСПоПриобретеннымЦенностям_Key: account('19.03') };
  const services = { СчетУчетаНДСПоПриобретеннымЦенностям_Key: account('19.04') };
  add(base, { set, name: 'goods', values: { ...kind('Товары'), ...goods, ...sold } });
  add(base, { set, name: 'services', values: { ...kind('Услуги'), ...services, ...sold } });
};

const addSeller = (base: OneCBase, seller: DemoOrganization): void => {
  const bank = add(base, {
    set: 'Catalog_Банки',
    name: seller.bank.bik,
    values: {
      Code: seller.bank.bik,
      Description: seller.bank.bankName,
      КоррСчет: seller.bank.correspondentAccount,
    },
  });
  const organization = seedGuid(`Catalog_Организации:${seller.inn}`);
  const bankAccount = add(base, {
    set: 'Catalog_БанковскиеСчета',
    name: seller.bank.account,
    values: {
      Code: '00-000001',
      Description: `${seller.bank.account}, ${seller.bank.bankName}`,
      Owner: organization,
      Owner_Type: 'StandardODATA.Catalog_Организации',
      НомерСчета: seller.bank.account,
      Банк_Key: bank,
    },
  });
  add(base, {
    set: 'Catalog_Организации',
    name: seller.inn,
    values: {
      Code: '00-000001',
      Description: seller.shortName,
      НаименованиеПолное: seller.fullName,
      НаименованиеСокращенное: seller.shortName,
      ИНН: seller.inn,
      КПП: seller.kpp ?? '',
      ОГРН: seller.ogrn,
      ЮридическоеФизическоеЛицо: 'ЮридическоеЛицо',
      ОсновнойБанковскийСчет_Key: bankAccount,
    },
  });
};

const addBuyer = (base: OneCBase, buyer: DemoOrganization): void => {
  const owner = add(base, {
    set: 'Catalog_Контрагенты',
    name: buyer.inn,
    values: {
      Code: '00-000001',
      Description: buyer.shortName,
      НаименованиеПолное: buyer.fullName,
      ИНН: buyer.inn,
      КПП: buyer.kpp ?? '',
      РегистрационныйНомер: buyer.ogrn,
      ЮридическоеФизическоеЛицо: 'ЮридическоеЛицо',
    },
  });
  add(base, {
    set: 'Catalog_ДоговорыКонтрагентов',
    name: `${buyer.inn}:17/26`,
    values: {
      Code: '00-000001',
      Description: '17/26 от 02.02.2026',
      Owner_Key: owner,
      Организация_Key: seedGuid(`Catalog_Организации:${demoSeller.inn}`),
      ВидДоговора: 'СПокупателем',
      Номер: '17/26',
      Дата: '2026-02-02T00:00:00',
      ВалютаВзаиморасчетов_Key: seedGuid('Catalog_Валюты:643'),
    },
  });
};
