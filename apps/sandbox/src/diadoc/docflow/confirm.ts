import { makeReceivedConfirmation, makeSentConfirmation, type Confirmed } from '../files/service-files.js';
import type { EntityRecord, MessageRecord } from '../state/state.js';
import type { World } from '../world.js';
import { addSigned, announce } from './steps.js';
import { documentOf, otherBox, signaturesOf } from './tree.js';
import { confirmedTo } from './workflow-rules.js';

/** The box that signs confirmations: the operator has no box of its own, so it signs as nobody's. */
const OPERATOR_BOX = '00000000-0000-0000-0000-000000000000';

/**
 * The operator confirms a file of one side: when it came (ПДП, to the sender) and when it went on (ПДО, to the other
 * side). Each is for one box, one event in either. Nothing happens where the workflow knows no confirmation.
 */
export const confirm = async (world: World, message: MessageRecord, attachment: EntityRecord): Promise<void> => {
  const to = confirmedTo(documentOf(message, attachment)?.document.workflowId ?? 0, attachment.attachmentType);
  if (to === 'nobody' || attachment.onlyFor !== undefined) return;
  const senderBox = signaturesOf(message, attachment.entityId)[0]?.signerBoxId ?? message.fromBoxId;
  const about = await spokenOf(world, message, attachment);
  const parties = {
    sender: world.getOrganization(senderBox),
    recipient: world.getOrganization(otherBox(message, senderBox)),
  };
  const order: Confirmed = { about, ...parties, at: world.now() };
  const made = [
    { file: makeReceivedConfirmation(order), onlyFor: parties.sender.boxId },
    ...(to === 'both' ? [{ file: makeSentConfirmation(order), onlyFor: parties.recipient.boxId }] : []),
  ];
  const entities: EntityRecord[] = [];
  for (const { file, onlyFor } of made) {
    const signature = await world.notary.sign('operator', file.bytes);
    const by = { signature, signerBoxId: OPERATOR_BOX, onlyFor };
    entities.push(
      ...(await addSigned(world, message, {
        ...by,
        fileId: file.fileId,
        bytes: file.bytes,
        attachmentType: 'InvoiceConfirmation',
        parentEntityId: attachment.entityId,
      })),
    );
  }
  announce(world, message, { kind: 'patch', entities });
};

/** A file of the docflow as service files speak of it. */
export const spokenOf = async (world: World, message: MessageRecord, attachment: EntityRecord) => {
  const signatures = signaturesOf(message, attachment.entityId).map((one) => world.blobs.get(one.sha256));
  return { fileId: attachment.fileName ?? '', signatures: await Promise.all(signatures) };
};
