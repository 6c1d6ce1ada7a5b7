import type { Cells } from '../list/filter.js';
import { pageOf, selectFields } from '../list/listing.js';
import type { Row } from '../portal/portal.js';
import { type Fields, idParam, isMap, mapParam, type Params, textOf } from '../wire/params.js';
import { RestError } from '../wire/rest-error.js';
import { type Answer, listAnswer, method, type Methods } from './method.js';

/** Phones and mails are fields of several values; a list gives them only when it is asked to by name. */
const MULTIFIELDS = ['PHONE', 'EMAIL'];
const withMultifields = {
  hidden: (field: string) => MULTIFIELDS.includes(field) || field.startsWith('UF_'),
  alwaysId: true,
};
const plain = { hidden: (field: string) => field.startsWith('UF_'), alwaysId: false };

const showParty = (row: Cells): Fields =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, multifield(row, name, value)]));

const multifield = (row: Cells, name: string, value: unknown): unknown =>
  MULTIFIELDS.includes(name) && value
    ? [{ ID: `${String(row.ID)}${name === 'PHONE' ? '1' : '2'}`, VALUE_TYPE: 'WORK', VALUE: value, TYPE_ID: name }]
    : value;

const getRow = (rows: readonly Row[], id: string, absent: () => RestError): Row => {
  const row = rows.find((one) => one.ID === id);
  if (!row) throw absent();
  return row;
};

const listParties = (rows: readonly Row[], params: Params): Answer =>
  listAnswer(pageOf(rows, params), (row: Cells) => showParty(selectFields(row, params, withMultifields)));

const listPlain = (rows: readonly Row[], params: Params): Answer =>
  listAnswer(pageOf(rows, params), (row: Cells) => selectFields(row, params, plain));

export const partyMethods: Methods = {
  'crm.company.get': method(({ room, params }) => ({
    result: showParty(getRow(room.portal.companies, idParam(params), RestError.notFound)),
  })),
  'crm.company.list': method(({ room, params }) => listParties(room.portal.companies, params)),
  'crm.contact.get': method(({ room, params }) => ({
    result: showParty(getRow(room.portal.contacts, idParam(params), RestError.notFound)),
  })),
  'crm.contact.list': method(({ room, params }) => listParties(room.portal.contacts, params)),
  'crm.requisite.get': method(({ room, params }) => {
    const id = idParam(params);
    return {
      result: getRow(room.portal.requisites, id, () => RestError.wrong(`The Requisite with ID '${id}' is not found`)),
    };
  }),
  'crm.requisite.list': method(({ room, params }) => listPlain(room.portal.requisites, params)),
  'crm.requisite.link.get': method(({ room, params }) => {
    const entityTypeId = idParam(params, 'entityTypeId');
    const entityId = idParam(params, 'entityId');
    const link = room.portal.requisiteLinks.find(
      (one) => one.ENTITY_TYPE_ID === entityTypeId && one.ENTITY_ID === entityId,
    );
    if (!link) throw RestError.notFound();
    return {
      result: { ...link, ENTITY_TYPE_ID: Number(entityTypeId), ENTITY_ID: Number(entityId) },
    };
  }),
  'crm.requisite.link.list': method(({ room, params }) => listPlain(room.portal.requisiteLinks, params)),
  'crm.requisite.bankdetail.get': method(({ room, params }) => {
    const id = idParam(params);
    return {
      result: getRow(room.portal.bankDetails, id, () =>
        RestError.wrong(`The RequisiteBankDetail with ID '${id}' is not found`),
      ),
    };
  }),
  'crm.requisite.bankdetail.list': method(({ room, params }) => listPlain(room.portal.bankDetails, params)),
  'crm.address.list': method(({ room, params }) => listPlain(room.portal.addresses, params)),
  'crm.requisite.update': method(({ room, params }) => {
    const row = getRow(room.portal.requisites, idParam(params), RestError.notFound);
    const given = Object.entries(mapParam(params, 'fields')).filter(([name]) => name in row && name !== 'ID');
    Object.assign(
      row,
      Object.fromEntries(given.map(([name, value]) => [name, isMap(value) ? null : (textOf(value) ?? null)])),
      {
        DATE_MODIFY: room.now(),
      },
    );
    room.changed({
      event: 'ONCRMREQUISITEUPDATE',
      entityId: row.ID ?? '',
      userId: '1',
      data: { FIELDS: { ID: row.ID } },
    });
    return { result: true };
  }),
};
