import { DiadocError } from '../http/diadoc-error.js';
import type { EntityRecord, MessageRecord } from '../state/state.js';
import type { World } from '../world.js';
import { signaturesOf } from './tree.js';

/** What a buyer's title repeats of the seller: who it is, and its signature of the document. */
export const sellerSide = async (world: World, message: MessageRecord, entity: EntityRecord) => {
  const signature = signaturesOf(message, entity.entityId)[0];
  if (!signature) throw new DiadocError(404, 'У документа нет подписи продавца');
  return {
    seller: world.getOrganization(message.fromBoxId),
    sellerSignature: await world.blobs.get(signature.sha256),
  };
};
