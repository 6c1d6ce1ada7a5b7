import type { Instant, OperatorGateway, OutgoingDocument } from '@potok/contracts';
import type { DiadocCaller } from './call.js';
import { instantOfTicks, ticksOfInstant } from './ticks.js';
import type { Document } from './wire/shapes.js';

export interface OutgoingOrder {
  readonly boxId: string;
  readonly since: Instant;
  readonly cursor?: string;
  readonly limit: number;
}
type OutgoingPage = Awaited<ReturnType<NonNullable<OperatorGateway['listOutgoing']>>>;

const LARGEST_PAGE = 100;

/** What the box has sent, oldest first. Names of the query are from memory and have to be checked on the live operator. */
export const listOutgoing = async (
  caller: DiadocCaller,
  order: OutgoingOrder,
  signal: AbortSignal,
): Promise<OutgoingPage> => {
  const list = await caller.ask('DocumentList', {
    method: 'GET',
    path: '/V3/GetDocuments',
    query: {
      boxId: order.boxId,
      filterCategory: 'Any.Outbound',
      timestampFromTicks: ticksOfInstant(order.since),
      sortDirection: 'Ascending',
      afterIndexKey: order.cursor,
      count: String(Math.min(Math.max(order.limit, 1), LARGEST_PAGE)),
    },
    signal,
  });
  const cursor = list.Documents.at(-1)?.IndexKey ?? order.cursor;
  return {
    documents: list.Documents.map((document) => asOutgoing(order.boxId, document)),
    hasMore: list.HasMoreResults === true && list.Documents.length > 0 && cursor !== order.cursor,
    ...(cursor === undefined ? {} : { cursor }),
  };
};

export const findSent = async (
  caller: DiadocCaller,
  at: { readonly boxId: string; readonly messageId: string; readonly entityId: string },
  signal: AbortSignal,
): Promise<OutgoingDocument | undefined> => {
  const { boxId, messageId, entityId } = at;
  const query = { boxId, messageId, entityId };
  const found = await caller.find('Document', { method: 'GET', path: '/V3/GetDocument', query, signal });
  return found === undefined ? undefined : asOutgoing(boxId, found);
};

const asOutgoing = (boxId: string, document: Document): OutgoingDocument => {
  const date = legalDate(document.DocumentDate);
  const documentId = documentIdIn(document.CustomDocumentId);
  return {
    boxId,
    messageId: document.MessageId,
    entityId: document.EntityId,
    sentAt: instantOfTicks(document.CreationTimestampTicks),
    ...(document.DocumentNumber === undefined ? {} : { number: document.DocumentNumber }),
    ...(date === undefined ? {} : { date }),
    ...(documentId === undefined ? {} : { documentId }),
  };
};

/** Other programs put ids of their own into the same field (1С does), so ours says whose it is. */
const OURS = 'potok:';
export const customIdOf = (documentId: string): string => `${OURS}${documentId}`;
const documentIdIn = (customId = ''): string | undefined =>
  customId.startsWith(OURS) ? customId.slice(OURS.length) : undefined;

/** `24.11.2026` as `2026-11-24`. */
const legalDate = (text = ''): string | undefined => {
  const [, day, month, year] = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text) ?? [];
  return day === undefined || month === undefined || year === undefined ? undefined : `${year}-${month}-${day}`;
};
