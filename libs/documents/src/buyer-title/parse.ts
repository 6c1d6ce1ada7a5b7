import { demandShape } from '../checks/shape.js';
import { openTitle, takeMoment, type ParsedTitle } from '../titles/open-title.js';
import { UPD_VERSION } from '../upd/model.js';
import { readElement } from '../xml/fields.js';
import { readXml } from '../xml/read.js';
import { buyerTitleSteps } from './buyer-title-steps.js';
import { UPD_BUYER_KND, UpdBuyerTitle } from './model.js';

/** The buyer's title: the answer (`outcome`), its date, what it answers (`sellerFileId`). Throws as `parseUpd` does. */
export const parseUpdBuyerTitle = (bytes: Uint8Array): ParsedTitle<UpdBuyerTitle> => {
  const { document, fileId } = openTitle(readXml(bytes), { knd: UPD_BUYER_KND, version: UPD_VERSION });
  const { made, rest } = takeMoment(document, 'ДатаИнфПок', 'ВремИнфПок');
  const { value, unread } = readElement(rest, buyerTitleSteps);
  return { model: demandShape(UpdBuyerTitle, value), fileId, formedAt: made, unread };
};
