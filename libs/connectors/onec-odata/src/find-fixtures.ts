import { NodeFault } from '@potok/contracts';
import { refOf } from './find-party.js';
import { ACCOUNTS, ROUBLE, SETS } from './names.js';
import { SYSTEM, textAt, type OData } from './odata.js';
import { quoted } from './odata-text.js';

export type AccountRefs = Readonly<Record<keyof typeof ACCOUNTS, string>>;

/** Счета учета by their codes; OData fills in none by itself. Throws ACCOUNT_UNKNOWN (refused). */
export const mustAccounts = async (odata: OData, signal: AbortSignal): Promise<AccountRefs> => {
  const filter = Object.values(ACCOUNTS)
    .map((code) => `Code eq ${quoted(code)}`)
    .join(' or ');
  const rows = await odata.list(SETS.accounts, { filter, select: ['Ref_Key', 'Code'] }, signal);
  const idOf = (code: string): string => {
    const id = refOf(rows.find((row) => textAt(row, 'Code') === code));
    if (id === undefined) throw new NodeFault('refused', 'ACCOUNT_UNKNOWN', { facts: { system: SYSTEM, code } });
    return id;
  };
  return {
    settlements: idOf(ACCOUNTS.settlements),
    advances: idOf(ACCOUNTS.advances),
    goods: idOf(ACCOUNTS.goods),
    income: idOf(ACCOUNTS.income),
    expense: idOf(ACCOUNTS.expense),
    vat: idOf(ACCOUNTS.vat),
  };
};

/** The rouble. Throws CURRENCY_UNKNOWN (refused). */
export const mustRouble = async (odata: OData, signal: AbortSignal): Promise<string> => {
  const filter = `Code eq ${quoted(ROUBLE)}`;
  const id = refOf((await odata.list(SETS.currencies, { filter, select: ['Ref_Key'], top: 1 }, signal))[0]);
  if (id === undefined) throw new NodeFault('refused', 'CURRENCY_UNKNOWN', { facts: { system: SYSTEM, code: ROUBLE } });
  return id;
};

/** The warehouse of the connection, else the only one of the base. Throws WAREHOUSE_NOT_CHOSEN (refused). */
export const mustWarehouse = async (odata: OData, chosen: string | undefined, signal: AbortSignal): Promise<string> => {
  if (chosen !== undefined) return chosen;
  const filter = 'DeletionMark eq false';
  const rows = await odata.list(SETS.warehouses, { filter, select: ['Ref_Key'], top: 2 }, signal);
  const id = rows.length === 1 ? refOf(rows[0]) : undefined;
  if (id === undefined)
    throw new NodeFault('refused', 'WAREHOUSE_NOT_CHOSEN', { facts: { system: SYSTEM, count: rows.length } });
  return id;
};
