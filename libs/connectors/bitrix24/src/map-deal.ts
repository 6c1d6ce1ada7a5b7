import type { CrmDeal, CrmDealMark, CrmLine, PartyRequisites } from '@potok/contracts';
import { asDecimalText } from '@potok/connector-kit';
import { known } from './map-requisites.js';
import { firstText, firstValue, idOf, textOf, type Row } from './rows.js';

/** All records that make one deal. */
export interface DealRows {
  readonly deal: Row;
  readonly products: readonly Row[];
  readonly company: Row | undefined;
  readonly contact: Row | undefined;
  readonly buyer: PartyRequisites | undefined;
  readonly seller: PartyRequisites | undefined;
  readonly portalUrl: string;
}

const MEANINGS: Readonly<Record<string, CrmDeal['stageMeaning']>> = { S: 'won', F: 'lost' };
const meaningOf = (deal: Row): CrmDeal['stageMeaning'] => MEANINGS[textOf(deal, 'STAGE_SEMANTIC_ID') ?? ''] ?? 'open';
const SERVICE = '7';

export const asDeal = (rows: DealRows): CrmDeal => {
  const { deal, company, contact, portalUrl } = rows;
  const mark = asMark(deal);
  return {
    ...mark,
    title: textOf(deal, 'TITLE') ?? '',
    stageMeaning: meaningOf(deal),
    currency: textOf(deal, 'CURRENCY_ID') ?? 'RUB',
    amount: asDecimalText(deal.OPPORTUNITY) ?? '0',
    createdAt: instantOf(deal, 'DATE_CREATE') ?? mark.modifiedAt,
    url: `${portalUrl.replace(/\/+$/, '')}/crm/deal/details/${mark.id}/`,
    lines: rows.products.map(asLine),
    fields: Object.fromEntries(Object.entries(deal).filter(([name]) => name.startsWith('UF_'))),
    ...known({
      responsibleId: idOf(deal, 'ASSIGNED_BY_ID'),
      company: company && companyOf(company),
      contact: contact && contactOf(contact),
      buyer: rows.buyer,
      seller: rows.seller,
    }),
  };
};

export const asMark = (deal: Row): CrmDealMark => {
  const modifiedAt = instantOf(deal, 'DATE_MODIFY') ?? new Date(0).toISOString();
  return {
    id: textOf(deal, 'ID') ?? '',
    stageId: textOf(deal, 'STAGE_ID') ?? '',
    pipelineId: textOf(deal, 'CATEGORY_ID') ?? '0',
    modifiedAt,
    movedAt: instantOf(deal, 'MOVED_TIME') ?? modifiedAt,
  };
};

const companyOf = (company: Row): NonNullable<CrmDeal['company']> => ({
  id: textOf(company, 'ID') ?? '',
  name: textOf(company, 'TITLE') ?? '',
});
const contactOf = (contact: Row): NonNullable<CrmDeal['contact']> => ({
  id: textOf(contact, 'ID') ?? '',
  name: ['LAST_NAME', 'NAME', 'SECOND_NAME'].flatMap((name) => textOf(contact, name) ?? []).join(' '),
  ...known({ email: firstValue(contact, 'EMAIL'), phone: firstValue(contact, 'PHONE') }),
});

/** PRICE is with tax and after discount, PRICE_EXCLUSIVE the same without tax; a rate of null is «без НДС». */
const asLine = (row: Row): CrmLine => {
  const withVat = asDecimalText(row.PRICE) ?? '0';
  return {
    id: textOf(row, 'ID') ?? '',
    name: firstText(row, 'PRODUCT_NAME', 'ORIGINAL_PRODUCT_NAME') ?? '',
    quantity: asDecimalText(row.QUANTITY) ?? '0',
    priceWithVat: withVat,
    priceWithoutVat: asDecimalText(row.PRICE_EXCLUSIVE) ?? withVat,
    vatRate: rateOf(row),
    isVatIncluded: textOf(row, 'TAX_INCLUDED') === 'Y',
    isService: textOf(row, 'TYPE') === SERVICE,
    ...known({ unitCode: idOf(row, 'MEASURE_CODE'), unitName: textOf(row, 'MEASURE_NAME') }),
  };
};

const rateOf = (row: Row): string => {
  const text = textOf(row, 'TAX_RATE');
  return text === undefined ? 'none' : (asDecimalText(text) ?? text);
};

const instantOf = (row: Row, name: string): string | undefined => {
  const ms = Date.parse(textOf(row, name) ?? '');
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
};
