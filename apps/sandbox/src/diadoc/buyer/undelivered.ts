import { announceFailure } from '../docflow/steps.js';
import { findEntity, isDocument } from '../docflow/tree.js';
import { DiadocError } from '../http/diadoc-error.js';
import type { EntityRecord } from '../state/state.js';
import type { World } from '../world.js';

/** The other operator could not hand a roaming document over: the sender is told so, with the reason. */
export const failDelivery = async (
  world: World,
  { messageId, entityId, reason }: { messageId: string; entityId: string; reason: string },
): Promise<void> =>
  world.change(async () => {
    const message = world.state.messages[messageId.toLowerCase()];
    const document = message && findEntity(message, entityId);
    if (!message || !document || !isDocument(document)) throw new DiadocError(404, 'Документ не найден');
    if (!message.roaming) throw new DiadocError(409, 'Получатель обслуживается в Диадоке: роуминга нет');
    if (!message.roaming.isSuccess) throw new DiadocError(409, 'О недоставке уже сообщено');
    const text = Buffer.from(reason, 'utf8');
    const notice: EntityRecord = {
      entityId: world.newId(),
      parentEntityId: document.entityId,
      entityType: 'Attachment',
      attachmentType: 'DeliveryFailureNotification',
      fileName: 'delivery-failure',
      sha256: await world.blobs.put(text),
      sizeBytes: text.length,
      ticks: world.nextTicks(),
      labels: [],
      onlyFor: message.fromBoxId,
    };
    message.entities.push(notice);
    message.roaming = { isSuccess: false, description: reason };
    announceFailure(world, message, notice);
  });
