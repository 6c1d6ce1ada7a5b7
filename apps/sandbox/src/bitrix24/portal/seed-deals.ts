import type { Fields } from '../wire/params.js';

/** Whose requisites a demo deal uses: a demo buyer, or one of the two firms that exist only here. */
export type SeedBuyer = 'romashka' | 'luchkov' | 'vasilek' | 'klever' | 'wrong-inn' | 'unknown';

export interface SeedDeal {
  readonly title: string;
  readonly buyer: SeedBuyer;
  readonly stageId: string;
  readonly isLinked: boolean;
  readonly contract?: { readonly number: string; readonly date: string };
  readonly rows: readonly Fields[];
}

const piece = { MEASURE_CODE: 796, MEASURE_NAME: 'шт' };
const unit = { MEASURE_CODE: 642, MEASURE_NAME: 'ед' };
const hour = { MEASURE_CODE: 356, MEASURE_NAME: 'ч' };
const included = (rate: number) => ({ TAX_RATE: rate, TAX_INCLUDED: 'Y' });
const onTop = (rate: number) => ({ TAX_RATE: rate, TAX_INCLUDED: 'N' });

/** One deal for the story and one for each mistake that a consultant will meet. */
export const seedDeals: readonly SeedDeal[] = [
  {
    title: 'Мебель для офиса на Малой Дмитровке',
    buyer: 'romashka',
    stageId: 'EXECUTING',
    isLinked: true,
    contract: { number: '17/26', date: '2026-02-02' },
    rows: [
      { PRODUCT_NAME: 'Стол письменный «Север»', PRICE: 18300, QUANTITY: 4, ...piece, ...included(22) },
      {
        PRODUCT_NAME: 'Кресло рабочее «Лад»',
        PRICE: 10980,
        QUANTITY: 6,
        DISCOUNT_TYPE_ID: 2,
        DISCOUNT_RATE: 10,
        ...piece,
        ...included(22),
      },
      { PRODUCT_NAME: 'Сборка мебели', PRICE: 6100, QUANTITY: 1, TYPE: 7, ...unit, ...included(22) },
    ],
  },
  {
    title: 'Настройка сети в мастерской',
    buyer: 'luchkov',
    stageId: 'EXECUTING',
    isLinked: true,
    rows: [
      { PRODUCT_NAME: 'Настройка маршрутизатора', PRICE_EXCLUSIVE: 4500, QUANTITY: 2, TYPE: 7, ...unit, ...onTop(22) },
      { PRODUCT_NAME: 'Работа инженера', PRICE_EXCLUSIVE: 2333.33, QUANTITY: 7.5, TYPE: 7, ...hour, ...onTop(22) },
    ],
  },
  {
    title: 'Детские книги к сентябрю',
    buyer: 'romashka',
    stageId: 'PREPARATION',
    isLinked: true,
    rows: [
      { PRODUCT_NAME: 'Азбука в картинках', PRICE: 550, QUANTITY: 120, ...piece, ...included(10) },
      { PRODUCT_NAME: 'Закладка магнитная', PRICE: 61, QUANTITY: 120, ...piece, ...included(22) },
    ],
  },
  {
    title: 'Консультации без НДС',
    buyer: 'romashka',
    stageId: 'EXECUTING',
    isLinked: false,
    rows: [
      { PRODUCT_NAME: 'Консультация по охране труда', PRICE: 12000, QUANTITY: 3, TYPE: 7, TAX_INCLUDED: 'N', ...unit },
    ],
  },
  { title: 'Сделка без товаров', buyer: 'romashka', stageId: 'NEW', isLinked: true, rows: [] },
  {
    title: 'Кофемашины (ошибка в ИНН)',
    buyer: 'wrong-inn',
    stageId: 'EXECUTING',
    isLinked: true,
    rows: [{ PRODUCT_NAME: 'Кофемашина', PRICE: 73200, QUANTITY: 2, ...piece, ...included(22) }],
  },
  {
    title: 'Станок по ставке 19 %',
    buyer: 'romashka',
    stageId: 'EXECUTING',
    isLinked: true,
    rows: [{ PRODUCT_NAME: 'Станок сверлильный', PRICE: 119000, QUANTITY: 1, ...piece, ...included(19) }],
  },
  {
    title: 'Стеллажи (не партнёр в Диадоке)',
    buyer: 'vasilek',
    stageId: 'EXECUTING',
    isLinked: true,
    rows: [{ PRODUCT_NAME: 'Стеллаж складской', PRICE: 9150, QUANTITY: 10, ...piece, ...included(22) }],
  },
  {
    title: 'Вывеска (нет у оператора)',
    buyer: 'unknown',
    stageId: 'EXECUTING',
    isLinked: true,
    rows: [{ PRODUCT_NAME: 'Вывеска световая', PRICE: 36600, QUANTITY: 1, ...piece, ...included(22) }],
  },
  {
    title: 'Сувениры (роуминг)',
    buyer: 'klever',
    stageId: 'PREPARATION',
    isLinked: true,
    rows: [{ PRODUCT_NAME: 'Блокнот с логотипом', PRICE: 244, QUANTITY: 300, ...piece, ...included(22) }],
  },
];
