import type { CrmDeal, PartyRequisites } from '@potok/contracts';
import { NodeFault } from '@potok/contracts';
import { batch, type Command } from './batch.js';
import { asDeal } from './map-deal.js';
import { asParty } from './map-requisites.js';
import { Reference } from './php-query.js';
import { SYSTEM } from './rest-error.js';
import { asRow, asRows, idOf, textOf, type Row } from './rows.js';
import type { BitrixSession } from './session.js';

const DEAL = 2;
const CONTACT = '3';
const COMPANY = '4';
const REQUISITE = 8;

interface Reading {
  readonly session: BitrixSession;
  readonly dealId: string;
  readonly portalUrl: string;
  readonly signal: AbortSignal;
}
interface Chosen {
  readonly requisite: Row;
  readonly bankDetailId: string | undefined;
  readonly owner: Row | undefined;
}

export const dealNotFound = (dealId: string): NodeFault =>
  new NodeFault('invalid', 'DEAL_NOT_FOUND', { facts: { system: SYSTEM, dealId } });

/** A deal with all that belongs to it, in two calls: the records, then addresses and banks of the chosen requisites. */
export const readDeal = async (reading: Reading): Promise<CrmDeal> => {
  const rows = await readRecords(reading);
  const [buyer, seller] = await readParties(reading, rows);
  const { deal, products, company, contact } = rows;
  return asDeal({ deal, products, company, contact, buyer, seller, portalUrl: reading.portalUrl });
};

const readRecords = async ({ session, dealId, signal }: Reading) => {
  const companyId = new Reference('$result[deal][COMPANY_ID]');
  const contactId = new Reference('$result[deal][CONTACT_ID]');
  const requisitesOf = (type: string, id: Reference): Command => ({
    method: 'crm.requisite.list',
    params: { order: { ID: 'ASC' }, select: ['*'], filter: { ENTITY_TYPE_ID: type, ENTITY_ID: id } },
  });
  const answer = await batch(
    session,
    {
      deal: { method: 'crm.deal.get', params: { id: dealId } },
      products: { method: 'crm.deal.productrows.get', params: { id: dealId } },
      link: { method: 'crm.requisite.link.get', params: { entityTypeId: DEAL, entityId: dealId } },
      company: { method: 'crm.company.get', params: { id: companyId } },
      contact: { method: 'crm.contact.get', params: { id: contactId } },
      ofCompany: requisitesOf(COMPANY, companyId),
      ofContact: requisitesOf(CONTACT, contactId),
      chosen: { method: 'crm.requisite.get', params: { id: new Reference('$result[link][REQUISITE_ID]') } },
      own: { method: 'crm.requisite.get', params: { id: new Reference('$result[link][MC_REQUISITE_ID]') } },
    },
    { signal },
  );
  const deal = asRow(answer.find('deal'));
  if (deal === undefined) throw dealNotFound(dealId);
  const has = (name: string): boolean => idOf(deal, name) !== undefined;
  const link = asRow(answer.find('link'));
  return {
    deal,
    products: asRows(answer.get('products')),
    link,
    company: has('COMPANY_ID') ? asRow(answer.find('company')) : undefined,
    contact: has('CONTACT_ID') ? asRow(answer.find('contact')) : undefined,
    // An empty reference would list the requisites of everybody, so what comes is looked at again.
    ofCompany: ownedBy(asRows(answer.seek('ofCompany')), COMPANY, idOf(deal, 'COMPANY_ID')),
    ofContact: ownedBy(asRows(answer.seek('ofContact')), CONTACT, idOf(deal, 'CONTACT_ID')),
    chosen: idOf(link, 'REQUISITE_ID') === undefined ? undefined : asRow(answer.find('chosen')),
    own: idOf(link, 'MC_REQUISITE_ID') === undefined ? undefined : asRow(answer.find('own')),
  };
};
type Records = Awaited<ReturnType<typeof readRecords>>;

const ownedBy = (rows: readonly Row[], type: string, id: string | undefined): readonly Row[] =>
  rows.filter((row) => id !== undefined && textOf(row, 'ENTITY_ID') === id && textOf(row, 'ENTITY_TYPE_ID') === type);

/** The requisites that the deal names; where it names none, the first of the company, then of the contact. */
const chooseBuyer = (rows: Records): Chosen | undefined => {
  const requisite = rows.chosen ?? rows.ofCompany[0] ?? rows.ofContact[0];
  if (requisite === undefined) return undefined;
  const owner = textOf(requisite, 'ENTITY_TYPE_ID') === CONTACT ? rows.contact : rows.company;
  return { requisite, bankDetailId: idOf(rows.link, 'BANK_DETAIL_ID'), owner };
};
const chooseSeller = ({ own, link }: Records): Chosen | undefined =>
  own === undefined ? undefined : { requisite: own, bankDetailId: idOf(link, 'MC_BANK_DETAIL_ID'), owner: undefined };

const readParties = async (
  { session, signal }: Reading,
  rows: Records,
): Promise<readonly [PartyRequisites | undefined, PartyRequisites | undefined]> => {
  const buyer = chooseBuyer(rows);
  const seller = chooseSeller(rows);
  if (buyer === undefined && seller === undefined) return [undefined, undefined];
  const answer = await batch(
    session,
    {
      ...(buyer === undefined ? {} : { buyerAddress: addressesOf(buyer), buyerBank: banksOf(buyer) }),
      ...(seller === undefined ? {} : { sellerAddress: addressesOf(seller), sellerBank: banksOf(seller) }),
    },
    { signal },
  );
  const party = (chosen: Chosen | undefined, side: 'buyer' | 'seller'): PartyRequisites | undefined =>
    chosen === undefined
      ? undefined
      : asParty({
          requisite: chosen.requisite,
          owner: chosen.owner,
          addresses: asRows(answer.get(`${side}Address`)),
          bank: chosenBank(asRows(answer.get(`${side}Bank`)), chosen.bankDetailId),
        });
  return [party(buyer, 'buyer'), party(seller, 'seller')];
};

const chosenBank = (banks: readonly Row[], id: string | undefined): Row | undefined =>
  banks.find((bank) => textOf(bank, 'ID') === id) ?? banks[0];

const requisiteId = ({ requisite }: Chosen): string => textOf(requisite, 'ID') ?? '';
const addressesOf = (chosen: Chosen): Command => ({
  method: 'crm.address.list',
  params: { filter: { ENTITY_TYPE_ID: REQUISITE, ENTITY_ID: requisiteId(chosen) }, select: ['*'] },
});
const banksOf = (chosen: Chosen): Command => ({
  method: 'crm.requisite.bankdetail.list',
  params: { filter: { ENTITY_ID: requisiteId(chosen) }, order: { ID: 'ASC' }, select: ['*'] },
});
