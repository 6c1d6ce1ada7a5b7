import type { AccountingLine, PostOrder } from '@potok/contracts';
import { NodeFault } from '@potok/contracts';
import type { AccountRefs } from './find-fixtures.js';
import type { Goods } from './find-goods.js';
import { ADVANCES_AUTOMATICALLY, NUMBER_LENGTH, OPERATION, VAT_RATES } from './names.js';
import { SYSTEM } from './odata.js';
import { Exact, type OneCFields } from './odata-text.js';

/** What our documents are found by in the books. */
const MARK = 'Поток ';

/** All that a sale refers to, as the base knows it. */
export interface SaleRefs {
  readonly organizationId: string;
  readonly counterpartyId: string;
  readonly contractId: string;
  readonly currencyId: string;
  readonly warehouseId: string | undefined;
  readonly accounts: AccountRefs;
  /** By line of the order. */
  readonly goods: readonly Goods[];
}

/**
 * Реализация товаров и услуг of an order. The number is the УПД's own where it fits, so that bookkeepers find it; the
 * order's id stands in the comment in any case. Throws VAT_RATE_UNKNOWN (invalid).
 */
export const asSale = (order: PostOrder, refs: SaleRefs): OneCFields => {
  const lines = order.lines.map((line, at) => ({ line, ...goodsAt(refs, at) }));
  const goods = lines.filter(({ line }) => !line.isService);
  const services = lines.filter(({ line }) => line.isService);
  return {
    Date: `${order.date}T12:00:00`,
    ...(order.number.length <= NUMBER_LENGTH ? { Number: order.number } : {}),
    ВидОперации: operationOf(goods.length, services.length),
    Организация_Key: refs.organizationId,
    Контрагент_Key: refs.counterpartyId,
    ДоговорКонтрагента_Key: refs.contractId,
    ...(refs.warehouseId === undefined ? {} : { Склад_Key: refs.warehouseId }),
    ВалютаДокумента_Key: refs.currencyId,
    КурсВзаиморасчетов: new Exact('1'),
    КратностьВзаиморасчетов: '1',
    СуммаВключаетНДС: order.isVatIncluded,
    ДокументБезНДС: order.lines.every((line) => line.vatRate === 'none'),
    СпособЗачетаАвансов: ADVANCES_AUTOMATICALLY,
    СчетУчетаРасчетовСКонтрагентом_Key: refs.accounts.settlements,
    СчетУчетаРасчетовПоАвансам_Key: refs.accounts.advances,
    СуммаДокумента: new Exact(order.total),
    Комментарий: commentOf(order),
    ЭтоУниверсальныйДокумент: true,
    Товары: goods.map((one, at) => ({
      ...lineOf(order, one.line, { refs, goods: one, number: at + 1 }),
      ЕдиницаИзмерения_Key: one.unitId,
      Коэффициент: new Exact('1'),
      СчетУчета_Key: refs.accounts.goods,
    })),
    Услуги: services.map((one, at) => ({
      ...lineOf(order, one.line, { refs, goods: one, number: at + 1 }),
      Содержание: one.line.name,
    })),
  };
};

const goodsAt = (refs: SaleRefs, at: number): Goods => {
  const found = refs.goods[at];
  if (found === undefined) throw new NodeFault('broken', 'GOODS_MISSING', { facts: { line: at + 1 } });
  return found;
};

const lineOf = (
  order: PostOrder,
  line: AccountingLine,
  { refs, goods, number }: { readonly refs: SaleRefs; readonly goods: Goods; readonly number: number },
): OneCFields => ({
  LineNumber: String(number),
  Номенклатура_Key: goods.goodsId,
  Количество: new Exact(line.quantity),
  Цена: new Exact(line.price),
  Сумма: new Exact(order.isVatIncluded ? line.amount : line.amountWithoutVat),
  СтавкаНДС: rateOf(line, number),
  СуммаНДС: new Exact(line.vat),
  СчетДоходов_Key: refs.accounts.income,
  СчетРасходов_Key: refs.accounts.expense,
  СчетУчетаНДСПоРеализации_Key: refs.accounts.vat,
});

const rateOf = (line: AccountingLine, number: number): string => {
  const rate = VAT_RATES[line.vatRate];
  if (rate === undefined)
    throw new NodeFault('invalid', 'VAT_RATE_UNKNOWN', {
      facts: { system: SYSTEM, line: number, name: line.name, rate: line.vatRate },
    });
  return rate;
};

const operationOf = (goods: number, services: number): string => {
  if (goods > 0 && services > 0) return OPERATION.both;
  return services > 0 ? OPERATION.services : OPERATION.goods;
};

const commentOf = (order: PostOrder): string =>
  [order.comment, `УПД № ${order.number} от ${order.date.split('-').reverse().join('.')}, ${MARK}${order.documentId}`]
    .filter((text) => text !== undefined && text !== '')
    .join('. ');

/** The id of our document that a comment bears. */
export const documentIdIn = (comment: string): string | undefined =>
  new RegExp(`${MARK}([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})`).exec(comment)?.[1];
