import { pageOf } from '../list/listing.js';
import { splitCondition } from '../list/filter.js';
import { addDeal, getDeal, rowsOfDeal, updateDeal } from '../portal/deal-changes.js';
import { blankDeal } from '../portal/blank-rows.js';
import type { Row } from '../portal/portal.js';
import { showItemProductRow } from '../portal/product-row.js';
import {
  type Fields,
  idParam,
  isMap,
  listParam,
  mapParam,
  param,
  type Params,
  requiredMap,
  textOf,
  textParam,
} from '../wire/params.js';
import { RestError } from '../wire/rest-error.js';
import { type Answer, type Call, method, type Methods } from './method.js';

const DEAL = '2';

/** Names of a deal where the universal methods do not simply camel-case the older ones. */
const SPECIAL: Readonly<Record<string, string>> = {
  CREATED_BY_ID: 'createdBy',
  MODIFY_BY_ID: 'updatedBy',
  DATE_CREATE: 'createdTime',
  DATE_MODIFY: 'updatedTime',
  MOVED_BY_ID: 'movedBy',
};

/** `STAGE_ID` → `stageId`, `UF_CRM_EDO_NUMBER` → `ufCrmEdoNumber`, `UF_CRM_17` → `ufCrm_17`. */
const camelName = (name: string): string =>
  SPECIAL[name] ?? name.toLowerCase().replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());

const upperNames = new Map(Object.keys(blankDeal()).map((name) => [camelName(name), name]));

const NUMBER =
  /^(ID|.*_BY_ID|(LEAD|COMPANY|CONTACT|QUOTE|CATEGORY)_ID|LAST_ACTIVITY_BY|OPPORTUNITY|TAX_VALUE|PROBABILITY)$/;

const typed = (name: string, value: string | null): unknown =>
  NUMBER.test(name) ? (value === null ? 0 : Number(value)) : value;

const showItem = (deal: Row): Fields => ({
  ...Object.fromEntries(Object.entries(deal).map(([name, value]) => [camelName(name), typed(name, value)])),
  observers: [],
  contactIds: deal.CONTACT_ID ? [Number(deal.CONTACT_ID)] : [],
  entityTypeId: 2,
});

const refuseOther = (params: Params): void => {
  if (textParam(params, 'entityTypeId') !== DEAL) throw new RestError('NOT_FOUND', 'Смарт-процесс не найден');
};

const dealOf = ({ room, params }: Call): Row => {
  refuseOther(params);
  try {
    return getDeal(room, idParam(params));
  } catch {
    throw new RestError('NOT_FOUND', 'Элемент не найден');
  }
};

/** camelCase filter and order in the older names, so that one list serves both. */
const olderNames = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([key, value]) => {
      if (/^\d+$/.test(key) && isMap(value)) return [key, olderNames(value)];
      if (key.toUpperCase() === 'LOGIC') return ['LOGIC', value];
      const { operator, field } = splitCondition(key);
      return [`${operator}${upperNames.get(field) ?? refuseField(field)}`, value];
    }),
  );

const refuseField = (field: string): never => {
  throw new RestError('INVALID_ARG_VALUE', `Invalid filter: field '${field}' is not allowed in filter`);
};

const listItems = ({ room, params }: Call): Answer => {
  refuseOther(params);
  const names = listParam(params, 'select');
  const page = pageOf(room.portal.deals, {
    filter: olderNames(mapParam(params, 'filter')),
    order: olderNames(mapParam(params, 'order')),
    start: param(params, 'start'),
  });
  const pick = (item: Fields): Fields =>
    names.length === 0 || names.includes('*')
      ? item
      : Object.fromEntries(Object.entries(item).filter(([name]) => name === 'id' || names.includes(name)));
  const { items, ...rest } = page;
  return { result: { items: items.map((deal) => pick(showItem(deal))) }, ...rest };
};

const olderFields = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [upperNames.get(name) ?? name, value]));

const listProductRows = ({ room, params }: Call): Answer => {
  const filter = mapParam(params, 'filter');
  const value = (name: string) => filter[`=${name}`] ?? filter[name];
  if (value('ownerType') === undefined || value('ownerId') === undefined)
    throw new RestError('0', 'Required fields: ownerType, ownerId');
  const rows = value('ownerType') === 'D' ? rowsOfDeal(room, textOf(value('ownerId')) ?? '') : [];
  return { result: { productRows: rows.map(showItemProductRow) }, total: rows.length };
};

/** The universal crm.item.* for deals; other kinds of objects are not in this portal. */
export const itemMethods: Methods = {
  'crm.item.get': method((call) => ({ result: { item: showItem(dealOf(call)) } })),
  'crm.item.list': method(listItems),
  'crm.item.add': method(({ room, params, caller }) => {
    refuseOther(params);
    const dealId = addDeal(room, caller.userId, olderFields(requiredMap(params, 'fields')));
    return { result: { item: showItem(getDeal(room, dealId)) } };
  }),
  'crm.item.update': method((call) => {
    const dealId = dealOf(call).ID ?? '';
    updateDeal(call.room, { dealId, userId: call.caller.userId }, olderFields(requiredMap(call.params, 'fields')));
    return { result: { item: showItem(getDeal(call.room, dealId)) } };
  }),
  'crm.item.productrow.list': method(listProductRows),
};
