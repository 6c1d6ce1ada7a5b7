import { type Cells } from '../list/filter.js';
import { pageOf, selectFields } from '../list/listing.js';
import { addDeal, getDeal, rowsOfDeal, setProductRows, updateDeal } from '../portal/deal-changes.js';
import { showProductRow } from '../portal/product-row.js';
import { idParam, isMap, mapParam, requiredMap } from '../wire/params.js';
import { dealFields } from './deal-fields.js';
import { type Call, listAnswer, method, type Methods } from './method.js';

const selection = { hidden: (field: string) => field.startsWith('UF_'), alwaysId: true };

const dealOf = ({ room, params }: Call) => getDeal(room, idParam(params));

export const dealMethods: Methods = {
  'crm.deal.get': method((call) => ({ result: dealOf(call) })),
  'crm.deal.list': method(({ room, params }) =>
    listAnswer(pageOf(room.portal.deals, params), (deal: Cells) => selectFields(deal, params, selection)),
  ),
  'crm.deal.add': method(({ room, params, caller }) => ({
    result: Number(addDeal(room, caller.userId, requiredMap(params, 'fields'))),
  })),
  'crm.deal.update': method(({ room, params, caller }) => {
    const dealId = idParam(params);
    updateDeal(room, { dealId, userId: caller.userId }, requiredMap(params, 'fields'));
    return { result: true };
  }),
  'crm.deal.fields': method(() => ({ result: dealFields() })),
  'crm.deal.productrows.get': method((call) => {
    const dealId = dealOf(call).ID ?? '';
    return { result: rowsOfDeal(call.room, dealId).map(showProductRow) };
  }),
  'crm.deal.productrows.set': method(({ room, params, caller }) => {
    const rows = Object.values(mapParam(params, 'rows')).filter(isMap);
    setProductRows(room, { dealId: idParam(params), userId: caller.userId }, rows);
    return { result: true };
  }),
  'crm.deal.contact.items.get': method((call) => {
    const { CONTACT_ID } = dealOf(call);
    return { result: CONTACT_ID ? [{ CONTACT_ID: Number(CONTACT_ID), SORT: 10, ROLE_ID: 0, IS_PRIMARY: 'Y' }] : [] };
  }),
};
