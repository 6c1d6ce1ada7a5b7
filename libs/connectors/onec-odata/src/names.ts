/**
 * Names of «Бухгалтерия предприятия 3.0»: objects and fields from published JSON of live bases. What is marked «from
 * memory» has to be checked on a live base, and is changed here alone.
 */
export const SETS = {
  organizations: 'Catalog_Организации',
  counterparties: 'Catalog_Контрагенты',
  contracts: 'Catalog_ДоговорыКонтрагентов',
  goods: 'Catalog_Номенклатура',
  units: 'Catalog_КлассификаторЕдиницИзмерения',
  // From memory.
  currencies: 'Catalog_Валюты',
  warehouses: 'Catalog_Склады',
  accounts: 'ChartOfAccounts_Хозрасчетный',
  sale: 'Document_РеализацияТоваровУслуг',
} as const;

/** Accounts are not filled in through OData; their codes in the standard chart (all but 62.01, 62.02 and 90.01.1 from memory). */
export const ACCOUNTS = {
  settlements: '62.01',
  advances: '62.02',
  goods: '41.01',
  income: '90.01.1',
  expense: '90.02.1',
  vat: '90.03',
} as const;

/** Enumeration СтавкиНДС by rate in per cent; 22, 7 and 5 from memory. */
export const VAT_RATES: Readonly<Record<string, string>> = {
  '22': 'НДС22',
  '20': 'НДС20',
  '10': 'НДС10',
  '7': 'НДС7',
  '5': 'НДС5',
  '0': 'НДС0',
  none: 'БезНДС',
};

export const CONTRACT_WITH_BUYER = 'СПокупателем';
/** How a contract is called that nobody named; from memory. */
export const CONTRACT_WITHOUT_NUMBER = 'Без договора';
export const OPERATION = { goods: 'Товары', services: 'Услуги', both: 'ТоварыУслугиКомиссия' } as const;
export const ADVANCES_AUTOMATICALLY = 'Автоматически';
export const LEGAL = 'ЮридическоеЛицо';
export const PERSON = 'ФизическоеЛицо';
export const ROUBLE = '643';
/** Longest number of a document. */
export const NUMBER_LENGTH = 11;
/**
 * Words of an exception that passes by itself: lock conflicts, lost sessions, a base in exclusive mode. 1С gives them
 * the same status and code as a refusal of its rules, so they are told apart by their text; from memory.
 */
export const PASSING_TROUBLE = [
  'конфликт блокировок',
  'блокировка данных',
  'превышено время ожидания',
  'превышено максимальное время',
  'сеанс завершен',
  'сеанс отсутствует',
  'сеанс работы завершен',
  'монопольн',
  'начало сеанса',
  'соединение с сервером',
  'недоступен',
] as const;
