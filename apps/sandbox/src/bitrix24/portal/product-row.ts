import { Decimal } from 'decimal.js';

import { RestError } from '../wire/rest-error.js';
import { type Fields, textOf } from '../wire/params.js';
import type { ProductRow } from './portal.js';
import { completePrices } from './prices.js';

interface RowOwner {
  readonly id: string;
  readonly dealId: string;
}

const DISCOUNT_PER_CENT = 2;

/** A row as crm.deal.productrows.set takes it; prices that are not given are worked out. */
export const readProductRow = (given: Fields, owner: RowOwner): ProductRow => {
  const discountTypeId = integer(given, 'DISCOUNT_TYPE_ID', DISCOUNT_PER_CENT);
  refuseHalfDiscount(given, discountTypeId);
  const taxRate = numberText(given, 'TAX_RATE') ?? null;
  return {
    ...owner,
    productId: integer(given, 'PRODUCT_ID', 0),
    name: textOf(given.PRODUCT_NAME) ?? `[${owner.id}]`,
    quantity: numberText(given, 'QUANTITY') ?? '1',
    discountTypeId,
    taxRate,
    isTaxIncluded: given.TAX_INCLUDED === 'Y',
    measureCode: integer(given, 'MEASURE_CODE', 0),
    measureName: textOf(given.MEASURE_NAME) ?? '',
    sort: integer(given, 'SORT', 0),
    type: integer(given, 'TYPE', 1),
    ...completePrices({
      price: numberText(given, 'PRICE'),
      priceExclusive: numberText(given, 'PRICE_EXCLUSIVE'),
      discountTypeId,
      discountRate: numberText(given, 'DISCOUNT_RATE') ?? '0',
      discountSum: numberText(given, 'DISCOUNT_SUM') ?? '0',
      taxRate,
    }),
  };
};

const integer = (given: Fields, name: string, absent: number): number => Number(textOf(given[name]) ?? absent) || 0;

const refuseHalfDiscount = (given: Fields, typeId: number): void => {
  if (given.DISCOUNT_TYPE_ID === undefined) return;
  if (typeId === 1 && given.DISCOUNT_SUM === undefined)
    throw core('Discount Sum (DISCOUNT_SUM) is required if Monetary Discount Type (DISCOUNT_TYPE_ID) is defined.');
  if (typeId === DISCOUNT_PER_CENT && given.DISCOUNT_RATE === undefined)
    throw core('Discount Rate (DISCOUNT_RATE) is required if Percentage Discount Type (DISCOUNT_TYPE_ID) is defined.');
};

const core = (description: string) => new RestError('ERROR_CORE', description);

/** PHP reads `12abc` as 12 and `abc` as 0; an empty text is no value. */
const numberText = (given: Fields, name: string): string | undefined => {
  const text = textOf(given[name])?.trim();
  if (text === undefined || text === '') return undefined;
  const number = /^-?\d+(?:\.\d+)?/.exec(text)?.[0] ?? '0';
  return new Decimal(number).toFixed();
};

/** As crm.deal.productrows.get sends it. */
export const showProductRow = (row: ProductRow): Fields => ({
  ID: row.id,
  OWNER_ID: row.dealId,
  OWNER_TYPE: 'D',
  PRODUCT_ID: row.productId,
  PRODUCT_NAME: row.name,
  ORIGINAL_PRODUCT_NAME: row.name,
  PRODUCT_DESCRIPTION: null,
  PRICE: Number(row.price),
  PRICE_EXCLUSIVE: Number(row.priceExclusive),
  PRICE_NETTO: Number(row.priceNetto),
  PRICE_BRUTTO: Number(row.priceBrutto),
  PRICE_ACCOUNT: new Decimal(row.price).toFixed(2),
  QUANTITY: Number(row.quantity),
  DISCOUNT_TYPE_ID: row.discountTypeId,
  DISCOUNT_RATE: Number(row.discountRate),
  DISCOUNT_SUM: Number(row.discountSum),
  TAX_RATE: row.taxRate === null ? null : Number(row.taxRate),
  TAX_INCLUDED: row.isTaxIncluded ? 'Y' : 'N',
  CUSTOMIZED: 'Y',
  MEASURE_CODE: row.measureCode,
  MEASURE_NAME: row.measureName,
  SORT: row.sort,
  XML_ID: `sale_basket_${row.id}`,
  TYPE: row.type,
  STORE_ID: null,
  RESERVE_ID: null,
  DATE_RESERVE_END: null,
  RESERVE_QUANTITY: null,
});

/** As crm.item.productrow.list sends it: the same facts in camelCase and true numbers. */
export const showItemProductRow = (row: ProductRow): Fields => ({
  id: Number(row.id),
  ownerId: Number(row.dealId),
  ownerType: 'D',
  productId: row.productId,
  productName: row.name,
  price: Number(row.price),
  priceAccount: Number(row.price),
  priceExclusive: Number(row.priceExclusive),
  priceNetto: Number(row.priceNetto),
  priceBrutto: Number(row.priceBrutto),
  quantity: Number(row.quantity),
  discountTypeId: row.discountTypeId,
  discountRate: Number(row.discountRate),
  discountSum: Number(row.discountSum),
  taxRate: row.taxRate === null ? null : Number(row.taxRate),
  taxIncluded: row.isTaxIncluded ? 'Y' : 'N',
  customized: 'Y',
  measureCode: row.measureCode,
  measureName: row.measureName,
  sort: row.sort,
  xmlId: `sale_basket_${row.id}`,
  type: row.type,
  storeId: null,
});
