import { demandShape } from '../checks/shape.js';
import { openTitle, takeMoment, type ParsedTitle } from '../titles/open-title.js';
import { readElement } from '../xml/fields.js';
import { readXml } from '../xml/read.js';
import { UPD_KND, UPD_VERSION, UpdModel } from './model.js';
import { updSteps } from './upd-steps.js';

/**
 * The seller's title back into the model. Throws XML_… (see `readXml`), TITLE_UNKNOWN when it is another document or
 * version, TITLE_UNREADABLE with fields when the content does not fit the model (all invalid).
 */
export const parseUpd = (bytes: Uint8Array): ParsedTitle<UpdModel> => {
  const { document, fileId } = openTitle(readXml(bytes), { knd: UPD_KND, version: UPD_VERSION });
  const { made, rest } = takeMoment(document, 'ДатаИнфПр', 'ВремИнфПр');
  const { value, unread } = readElement(rest, updSteps);
  return { model: demandShape(UpdModel, value), fileId, formedAt: made, unread };
};
