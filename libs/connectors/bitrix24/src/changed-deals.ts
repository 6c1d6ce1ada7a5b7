import type { CrmDealMark } from '@potok/contracts';
import { batch, type Command } from './batch.js';
import { asMark } from './map-deal.js';
import type { Param } from './php-query.js';
import { asRows } from './rows.js';
import type { BitrixSession } from './session.js';

export interface ChangedOrder {
  readonly since: string;
  readonly next?: string;
  readonly limit: number;
}
interface Cursor {
  /** Second of the last deal that was given. */
  readonly at: string;
  /** Its id: of the deals of that very second the greater ones are still to come. */
  readonly afterId: string;
}

const PAGE = 50;
const SELECT = ['ID', 'STAGE_ID', 'CATEGORY_ID', 'DATE_MODIFY', 'MOVED_TIME'];

/**
 * Deals by date of change, oldest first. Goes by the last date and id and never by offset: a deal that is changed
 * between two pages moves to the end of the list, and with offsets the others would slip past unseen.
 */
export const listChangedDeals = async (
  session: BitrixSession,
  order: ChangedOrder,
  signal: AbortSignal,
): Promise<{ readonly deals: readonly CrmDealMark[]; readonly next?: string }> => {
  const cursor = order.next === undefined ? undefined : (JSON.parse(order.next) as Cursor);
  const answer = await batch(session, cursor === undefined ? { later: fromOn(order.since) } : restOf(cursor), {
    signal,
  });
  const same = cursor === undefined ? [] : asRows(answer.get('same'));
  const later = same.length >= PAGE ? [] : asRows(answer.get('later'));
  const found = [...same, ...later];
  const deals = found.slice(0, order.limit).map(asMark);
  const last = deals.at(-1);
  const hasMore = found.length > deals.length || same.length >= PAGE || later.length >= PAGE;
  return last === undefined || !hasMore ? { deals } : { deals, next: cursorAfter(last) };
};

const cursorAfter = (last: CrmDealMark): string =>
  JSON.stringify({ at: last.modifiedAt, afterId: last.id } satisfies Cursor);

const fromOn = (since: string): Command =>
  list({ '>=DATE_MODIFY': wholeSecond(since) }, { DATE_MODIFY: 'ASC', ID: 'ASC' });
const restOf = ({ at, afterId }: Cursor) => {
  const second = wholeSecond(at);
  return {
    same: list({ '>=DATE_MODIFY': second, '<=DATE_MODIFY': second, '>ID': afterId }, { ID: 'ASC' }),
    later: list({ '>DATE_MODIFY': second }, { DATE_MODIFY: 'ASC', ID: 'ASC' }),
  };
};
const list = (filter: Readonly<Record<string, Param>>, order: Readonly<Record<string, Param>>): Command => ({
  method: 'crm.deal.list',
  params: { filter, order, select: SELECT },
});

/** The portal keeps whole seconds. */
const wholeSecond = (instant: string): string => `${new Date(instant).toISOString().slice(0, 19)}+00:00`;
