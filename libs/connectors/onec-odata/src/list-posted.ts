import type { AccountingEntry, AccountingGateway, LegalDate } from '@potok/contracts';
import { documentIdIn } from './map-sale.js';
import { SETS } from './names.js';
import { textAt, type Entity, type OData } from './odata.js';

export interface PostedOrder {
  readonly from: LegalDate;
  readonly cursor?: string;
  readonly limit: number;
}
type EntryPage = Awaited<ReturnType<NonNullable<AccountingGateway['listPosted']>>>;

const FIELDS = ['Ref_Key', 'Number', 'Date', 'Posted', 'DeletionMark', 'Комментарий'];

/** Our sales of a date and after. The cursor is the place in the list: what is written meanwhile may be left for the next time. */
export const listPosted = async (odata: OData, order: PostedOrder, signal: AbortSignal): Promise<EntryPage> => {
  const skip = Number(order.cursor ?? '0');
  const rows = await odata.list(
    SETS.sale,
    {
      filter: `Date ge datetime'${order.from}T00:00:00'`,
      select: FIELDS,
      orderby: 'Date,Ref_Key',
      skip,
      top: order.limit,
    },
    signal,
  );
  return {
    entries: rows.flatMap(asEntry),
    cursor: String(skip + rows.length),
    hasMore: rows.length === order.limit,
  };
};

const asEntry = (row: Entity): readonly AccountingEntry[] => {
  const documentId = documentIdIn(textAt(row, 'Комментарий'));
  if (documentId === undefined) return [];
  return [
    {
      id: textAt(row, 'Ref_Key'),
      number: textAt(row, 'Number'),
      date: textAt(row, 'Date').slice(0, 10),
      documentId,
      isPosted: row.Posted === true && row.DeletionMark !== true,
    },
  ];
};
