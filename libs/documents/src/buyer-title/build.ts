import { demandWritable } from '../checks/characters.js';
import { fileIdOf, titleBytes, type FileIds, type TitleBytes } from '../titles/title-file.js';
import { partyName } from '../party/party-name.js';
import { UPD_VERSION, type UpdModel } from '../upd/model.js';
import { UPD_TEXTS } from '../upd/complete.js';
import type { ParsedTitle } from '../titles/open-title.js';
import { toBase64 } from '../xml/base64.js';
import { writeElement } from '../xml/fields.js';
import { russianDate, russianTime, type Moment } from '../xml/moments.js';
import { buyerTitleSteps } from './buyer-title-steps.js';
import { UpdBuyerTitle } from './model.js';

/**
 * The buyer's title of УПД 5.03. In `ids` the receiver is the seller and the sender the buyer; the flags of the name are
 * those of the seller's file. Throws FILE_NAME_PART, CHARACTER_UNWRITABLE (invalid). Source: order ЕД-7-26/970@ of 19.12.2023.
 */
export const buildUpdBuyerTitle = (title: UpdBuyerTitle, ids: FileIds, at: Moment): TitleBytes => {
  demandWritable(UpdBuyerTitle, title);
  const name = fileIdOf('ON_NSCHFDOPPOK', { ...ids, formedOn: ids.formedOn ?? at.date });
  const document = writeElement('Документ', buyerTitleSteps, title);
  const made = { ДатаИнфПок: russianDate(at.date), ВремИнфПок: russianTime(at.time) };
  return titleBytes({
    fileId: name + flagsOf(title.sellerFileId),
    version: UPD_VERSION,
    document: { ...document, attributes: { ...document.attributes, ...made } },
  });
};

/** `_0_1_0_0_0_00` of the seller's name; nothing for a name without flags. */
const flagsOf = (sellerFileId: string): string => /(?:_[01]){5}_\d{2}$/.exec(sellerFileId)?.[0] ?? '_0_0_0_0_0_00';

/** The answer to a seller's title that was received with its signature: everything that is copied from it is copied here. A refusal has no content. */
export const answerToUpd = (
  seller: ParsedTitle<UpdModel>,
  signature: Uint8Array,
  answer: Pick<UpdBuyerTitle, 'outcome' | 'acceptedOn' | 'content' | 'discrepancyAct' | 'person' | 'signers' | 'info'>,
): UpdBuyerTitle => {
  const { model, fileId, formedAt } = seller;
  const { content, ...rest } = answer;
  return {
    sellerFileId: fileId,
    sellerFormedAt: formedAt,
    sellerSignatures: [toBase64(signature)],
    documentName: model.documentName ?? UPD_TEXTS.fact,
    function: model.function,
    number: model.number,
    date: model.date,
    composerName: partyName(model.buyer),
    ...rest,
    ...(content === undefined || answer.outcome === 'rejected' ? {} : { content }),
  };
};
