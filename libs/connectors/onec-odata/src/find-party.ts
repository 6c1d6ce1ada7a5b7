import type { PostOrder } from '@potok/contracts';
import { NodeFault } from '@potok/contracts';
import { keyOf } from './key-of.js';
import { CONTRACT_WITHOUT_NUMBER, CONTRACT_WITH_BUYER, LEGAL, PERSON, SETS } from './names.js';
import { SYSTEM, type Entity, type OData } from './odata.js';
import { dateTime, guid, quoted } from './odata-text.js';

const KEY = ['Ref_Key'];
const LIVE = 'DeletionMark eq false';

export const refOf = (entity: Entity | undefined): string | undefined => {
  const key = entity?.Ref_Key;
  return typeof key === 'string' ? key : undefined;
};

const byRequisites = ({ inn, kpp }: { readonly inn: string; readonly kpp?: string }): string =>
  [`ИНН eq ${quoted(inn)}`, ...(kpp === undefined ? [] : [`КПП eq ${quoted(kpp)}`]), LIVE].join(' and ');

/** The own organization of the order. Throws ORGANIZATION_UNKNOWN (refused). */
export const mustOrganization = async (odata: OData, order: PostOrder, signal: AbortSignal): Promise<string> => {
  const filter = byRequisites(order.organization);
  const id = refOf((await odata.list(SETS.organizations, { filter, select: KEY, top: 1 }, signal))[0]);
  if (id === undefined)
    throw new NodeFault('refused', 'ORGANIZATION_UNKNOWN', { facts: { system: SYSTEM, ...order.organization } });
  return id;
};

/** The buyer by ИНН and КПП, made when the base has none. */
export const findOrMakeCounterparty = async (
  odata: OData,
  { counterparty }: PostOrder,
  signal: AbortSignal,
): Promise<string> => {
  const { inn, kpp, name, fullName } = counterparty;
  const filter = `${byRequisites(counterparty)} and IsFolder eq false`;
  const found = refOf((await odata.list(SETS.counterparties, { filter, select: KEY, top: 1 }, signal))[0]);
  if (found !== undefined) return found;
  const id = keyOf('counterparty', inn, kpp ?? '');
  const fields = {
    Ref_Key: id,
    Description: name.slice(0, 100),
    НаименованиеПолное: fullName ?? name,
    ИНН: inn,
    КПП: kpp ?? '',
    ЮридическоеФизическоеЛицо: inn.length === 12 ? PERSON : LEGAL,
  };
  await odata.create(SETS.counterparties, fields, signal);
  return id;
};

/** The contract that the order names, else any contract with the buyer; made when there is none. */
export const findOrMakeContract = async (
  odata: OData,
  at: { readonly order: PostOrder; readonly organizationId: string; readonly counterpartyId: string },
  signal: AbortSignal,
): Promise<string> => {
  const { organizationId, counterpartyId } = at;
  const { contract } = at.order;
  const filter = [
    `Owner_Key eq ${guid(counterpartyId)}`,
    `Организация_Key eq ${guid(organizationId)}`,
    `ВидДоговора eq ${quoted(CONTRACT_WITH_BUYER)}`,
    LIVE,
    ...(contract === undefined ? [] : [`Номер eq ${quoted(contract.number)}`, `Дата eq ${dateTime(contract.date)}`]),
  ].join(' and ');
  const found = refOf((await odata.list(SETS.contracts, { filter, select: KEY, top: 1 }, signal))[0]);
  if (found !== undefined) return found;
  const id = keyOf('contract', organizationId, counterpartyId, contract?.number ?? '', contract?.date ?? '');
  const fields = {
    Ref_Key: id,
    Owner_Key: counterpartyId,
    Организация_Key: organizationId,
    ВидДоговора: CONTRACT_WITH_BUYER,
    Description: contract === undefined ? CONTRACT_WITHOUT_NUMBER : contractTitle(contract),
    ...(contract === undefined ? {} : { Номер: contract.number, Дата: `${contract.date}T00:00:00` }),
  };
  await odata.create(SETS.contracts, fields, signal);
  return id;
};

const contractTitle = ({ name, number, date }: NonNullable<PostOrder['contract']>): string =>
  `${name} № ${number} от ${date.split('-').reverse().join('.')}`.slice(0, 100);
