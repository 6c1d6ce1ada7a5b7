import { uuidOf, type DocumentRecord, type DraftDocument, type OrganizationProfile } from '@potok/contracts';
import { buildUpd, momentOf, updModelOf, type TitleBytes, type UpdContent, type UpdModel } from '@potok/documents';
import type { Boxes } from './find-boxes.js';
import type { Input } from './input.js';

/** Stands for a number that is still to come: a wrong document must not use one up. */
const NUMBER_TO_COME = '1';

/** The document as it will be, before its row is made: what is wrong with it is found on this one. */
export const foreseenModel = (content: UpdContent, own: OrganizationProfile, { number, date }: Input): UpdModel =>
  updModelOf(content, { number: number ?? NUMBER_TO_COME, date: date ?? momentOf(new Date(), own.timeZone).date });

export const draftOf = (content: UpdContent, own: OrganizationProfile, input: Input): DraftDocument => ({
  kind: 'upd',
  documentFunction: content.function,
  organizationId: own.organizationId,
  counterparty: counterpartyOf(content, input),
  ...(input.number === undefined ? {} : { number: input.number }),
  ...(input.date === undefined ? {} : { date: input.date }),
  ...(input.dealId === undefined ? {} : { dealId: input.dealId }),
  total: content.totals?.amountWithVat ?? '0.00',
  vat: content.totals?.vat ?? '0.00',
  content,
});

const counterpartyOf = ({ buyer }: UpdContent, input: Input): DraftDocument['counterparty'] => ({
  name: input.buyer?.name ?? '',
  inn: buyer.inn ?? '',
  ...(buyer.kpp === undefined ? {} : { kpp: buyer.kpp }),
});

interface Drafted {
  readonly record: DocumentRecord;
  readonly own: OrganizationProfile;
  readonly boxes: Boxes;
  readonly key: string;
}

/** The seller's title out of the document's row alone, so that a repeat gives the same bytes. */
export const titleOf = ({ record, own, boxes, key }: Drafted): TitleBytes =>
  buildUpd(
    updModelOf(record.content as UpdContent, record),
    { receiverId: boxes.theirs.fnsParticipantId, senderId: boxes.own.fnsParticipantId, guid: uuidOf(key) },
    momentOf(new Date(record.draftedAt), own.timeZone),
  );
