import { RestError } from '../wire/rest-error.js';
import { type Fields, textOf } from '../wire/params.js';
import { blankDeal } from './blank-rows.js';
import type { Row } from './portal.js';
import { totalsOf } from './prices.js';
import { readProductRow } from './product-row.js';
import type { PortalRoom } from './room.js';
import { findStage } from './stages.js';

/** Fields that the portal writes by itself; a client's value for them is passed over, as the real one does. */
const OWN_FIELDS = new Set([
  'ID',
  'DATE_CREATE',
  'DATE_MODIFY',
  'CREATED_BY_ID',
  'MODIFY_BY_ID',
  'MOVED_TIME',
  'MOVED_BY_ID',
  'STAGE_SEMANTIC_ID',
  'LAST_ACTIVITY_TIME',
  'LAST_ACTIVITY_BY',
  'CLOSED',
]);

export interface DealChange {
  readonly dealId: string;
  readonly userId: string;
}

export const getDeal = (room: PortalRoom, dealId: string): Row => {
  const deal = room.portal.deals.find((one) => one.ID === dealId);
  if (!deal) throw RestError.notFound();
  return deal;
};

export const updateDeal = (room: PortalRoom, { dealId, userId }: DealChange, fields: Fields): void => {
  const deal = getDeal(room, dealId);
  const given = knownCells(deal, fields);
  if (given.STAGE_ID !== undefined && given.STAGE_ID !== deal.STAGE_ID) moveDeal(room, deal, { ...given, by: userId });
  Object.assign(deal, given, { DATE_MODIFY: room.now(), MODIFY_BY_ID: userId, IS_NEW: 'N' });
  announce(room, 'ONCRMDEALUPDATE', { dealId, userId });
};

export const addDeal = (room: PortalRoom, userId: string, fields: Fields): string => {
  const id = room.nextId('deal');
  const at = room.now();
  const deal = { ...blankDeal(), ID: id };
  Object.assign(deal, { ASSIGNED_BY_ID: userId, BEGINDATE: at, CLOSEDATE: at }, knownCells(deal, fields), {
    DATE_CREATE: at,
    DATE_MODIFY: at,
    MOVED_TIME: at,
    LAST_ACTIVITY_TIME: at,
    CREATED_BY_ID: userId,
    MODIFY_BY_ID: userId,
    MOVED_BY_ID: userId,
  });
  markSemantics(deal);
  room.portal.deals.push(deal);
  announce(room, 'ONCRMDEALADD', { dealId: id, userId });
  return id;
};

/** All rows of the deal anew; sums follow unless they are kept by hand. */
export const setProductRows = (room: PortalRoom, change: DealChange, rows: readonly Fields[]): void => {
  const deal = getDeal(room, change.dealId);
  const made = rows.map((row) => readProductRow(row, { id: room.nextId('row'), dealId: change.dealId }));
  const others = room.portal.productRows.filter((row) => row.dealId !== change.dealId);
  room.portal.productRows = [...others, ...made];
  const totals = totalsOf(made);
  if (deal.IS_MANUAL_OPPORTUNITY !== 'Y') Object.assign(deal, { OPPORTUNITY: totals.opportunity });
  Object.assign(deal, { TAX_VALUE: totals.tax, DATE_MODIFY: room.now(), MODIFY_BY_ID: change.userId });
  announce(room, 'ONCRMDEALUPDATE', change);
};

export const rowsOfDeal = (room: PortalRoom, dealId: string) =>
  room.portal.productRows.filter((row) => row.dealId === dealId).sort((a, b) => a.sort - b.sort);

const moveDeal = (room: PortalRoom, deal: Row, given: Row & { by: string }): void => {
  if (!findStage(given.STAGE_ID ?? '')) throw RestError.wrong('Недопустимое значение стадии сделки.');
  Object.assign(deal, { STAGE_ID: given.STAGE_ID, MOVED_TIME: room.now(), MOVED_BY_ID: given.by });
  markSemantics(deal);
};

const markSemantics = (deal: Row): void => {
  const semantics = findStage(deal.STAGE_ID ?? '')?.semantics ?? 'P';
  Object.assign(deal, { STAGE_SEMANTIC_ID: semantics, CLOSED: semantics === 'P' ? 'N' : 'Y' });
};

/** The cells that a deal has, as text; others are passed over. */
const knownCells = (deal: Row, fields: Fields): Row =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => name in deal && !OWN_FIELDS.has(name))
      .map(([name, value]) => [name, cellOf(name, value)]),
  );

const cellOf = (name: string, value: unknown): string | null => {
  const text = textOf(value);
  if (text === undefined) return null;
  if (name === 'OPPORTUNITY') return (Number(text) || 0).toFixed(2);
  return text === '' && name.endsWith('_ID') ? null : text;
};

const announce = (room: PortalRoom, event: string, { dealId, userId }: DealChange): void =>
  room.changed({ event, entityId: dealId, userId, data: { FIELDS: { ID: dealId } } });
