import { patchMessage } from '../docflow/patch-message.js';
import { spokenOf } from '../docflow/confirm.js';
import { factsOf, findEntity, isDocument } from '../docflow/tree.js';
import { makeNotice } from '../files/service-files.js';
import { DiadocError } from '../http/diadoc-error.js';
import type { World } from '../world.js';

export interface RevocationAnswer {
  readonly messageId: string;
  readonly entityId: string;
  readonly kind: 'accept' | 'reject';
  readonly reason?: string;
}

/** The buyer's yes (a signature under the offer) or no (a refusal) to the seller's offer to annul. */
export const answerRevocation = async (world: World, order: RevocationAnswer): Promise<void> =>
  world.change(async () => {
    const message = world.state.messages[order.messageId.toLowerCase()];
    const document = message && findEntity(message, order.entityId);
    const request = document && isDocument(document) ? factsOf(message, document).revocation?.request : undefined;
    if (!message || !request) throw new DiadocError(404, 'Предложения об аннулировании нет');
    const by = world.getOrganization(message.toBoxId);
    const sign = (bytes: Uint8Array) => world.notary.sign({ boxId: by.boxId }, bytes);
    const parent = { ParentEntityId: request.entityId };
    if (order.kind === 'accept') {
      const Signature = await sign(await world.blobs.get(request.sha256));
      await patchMessage({ world, message, by }, { Signatures: [{ ...parent, Signature }] });
      return;
    }
    const to = world.getOrganization(message.fromBoxId);
    const about = await spokenOf(world, message, request);
    const reason = order.reason?.trim() || 'Документ остаётся в силе';
    const file = makeNotice({ about, by, to, signer: by.signer, at: world.now() }, reason);
    const SignedContent = { Content: file.bytes, Signature: await sign(file.bytes) };
    await patchMessage({ world, message, by }, { XmlSignatureRejections: [{ ...parent, SignedContent }] });
  });
