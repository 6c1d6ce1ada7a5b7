import type { Static, TSchema } from '@sinclair/typebox';
import { demandWritable } from '../checks/characters.js';
import { demandShape } from '../checks/shape.js';
import { openTitle } from '../titles/open-title.js';
import { fieldsOf, readElement, writeElement, type Step } from '../xml/fields.js';
import { leaf } from '../xml/out.js';
import type { Moment } from '../xml/moments.js';
import { readXml } from '../xml/read.js';
import { momentStep } from '../titles/moment-model.js';
import { ClarificationNotice, ReceiptNotice } from './model.js';
import { noticePartySteps, noticeSignerSteps } from './notice-steps.js';
import { fileIdOf, titleBytes, type TitleBytes } from '../titles/title-file.js';

const VERSION = '1.03';

interface Format<S extends TSchema> {
  readonly schema: S;
  readonly prefix: string;
  readonly knd: string;
  readonly steps: readonly Step<Static<S>>[];
}

const receipt = fieldsOf<ReceiptNotice>();
const RECEIPT: Format<typeof ReceiptNotice> = {
  schema: ReceiptNotice,
  prefix: 'DP_IZVPOL',
  knd: '1115110',
  steps: [
    receipt.fixed('КНД', '1115110'),
    receipt.child('from', 'УчастЭДО', noticePartySteps),
    receipt.within('СвИзвПолуч', [
      momentStep('receivedAt', 'ДатаПол', 'ВремяПол'),
      receipt.within('СведПолФайл', [
        receipt.text('receivedFileId', 'ИмяПолФайла'),
        receipt.texts('signatures', 'ЭППолФайл'),
      ]),
    ]),
    receipt.child('to', 'ОтпрДок', noticePartySteps),
    receipt.child('signer', 'Подписант', noticeSignerSteps({ storage: 'ИдСистХран', note: 'СвДовер' })),
  ],
};

const clarification = fieldsOf<ClarificationNotice>();
const clarificationText: Step<ClarificationNotice> = {
  put: (value, out) => void out.children.push(leaf('ТекстУведУточ', value.text)),
  take(from, into) {
    const text = from.child('ТекстУведУточ', (found) => found.text);
    if (text !== undefined) into.text = text;
  },
};
const CLARIFICATION: Format<typeof ClarificationNotice> = {
  schema: ClarificationNotice,
  prefix: 'DP_UVUTOCH',
  knd: '1115113',
  steps: [
    clarification.fixed('КНД', '1115113'),
    clarification.child('from', 'УчастЭДО', noticePartySteps),
    clarification.within('СвУведУточ', [
      momentStep('receivedAt', 'ДатаПол', 'ВремяПол'),
      clarification.within('СведПолФайл', [
        clarification.text('receivedFileId', 'ИмяПолФайла'),
        clarification.texts('signatures', 'ЭППолФайл'),
      ]),
      clarificationText,
    ]),
    clarification.child('to', 'ОтпрДок', noticePartySteps),
    clarification.child('signer', 'Подписант', noticeSignerSteps({ storage: 'СвСистХран', note: 'СвИдДовер' })),
  ],
};

/** A service document as it was read. */
export interface ParsedNotice<T> {
  readonly notice: T;
  readonly fileId: string;
  readonly unread: readonly string[];
}
type NoticeIds = { readonly guid: string; readonly formedOn?: Moment['date'] };
type AnyNotice = ReceiptNotice | ClarificationNotice;

const build = <S extends TSchema>(format: Format<S>, notice: Static<S> & AnyNotice, ids: NoticeIds): TitleBytes => {
  demandWritable(format.schema, notice);
  const fileId = fileIdOf(format.prefix, {
    receiverId: notice.to.participantId,
    senderId: notice.from.participantId,
    guid: ids.guid,
    formedOn: ids.formedOn ?? notice.receivedAt.date,
  });
  return titleBytes({ fileId, version: VERSION, document: writeElement('Документ', format.steps, notice) });
};

const parse = <S extends TSchema>(format: Format<S>, bytes: Uint8Array): ParsedNotice<Static<S>> => {
  const { document, fileId } = openTitle(readXml(bytes), { knd: format.knd, version: VERSION });
  const { value, unread } = readElement(document, format.steps);
  return { notice: demandShape(format.schema, value), fileId, unread };
};

/** Извещение о получении: each side owes one for what it received. Throws FILE_NAME_PART, CHARACTER_UNWRITABLE (invalid). Source: order ЕД-7-26/133@. */
export const buildReceipt = (notice: ReceiptNotice, ids: NoticeIds): TitleBytes => build(RECEIPT, notice, ids);
/** Reads DP_IZVPOL. Throws as `parseUpd` does. */
export const parseReceipt = (bytes: Uint8Array): ParsedNotice<ReceiptNotice> => parse(RECEIPT, bytes);

/** Уведомление об уточнении, or a refusal in its form. Throws FILE_NAME_PART, CHARACTER_UNWRITABLE (invalid). Source: order ЕД-7-26/133@. */
export const buildClarification = (notice: ClarificationNotice, ids: NoticeIds): TitleBytes =>
  build(CLARIFICATION, notice, ids);
/** Reads DP_UVUTOCH. Throws as `parseUpd` does. */
export const parseClarification = (bytes: Uint8Array): ParsedNotice<ClarificationNotice> => parse(CLARIFICATION, bytes);
