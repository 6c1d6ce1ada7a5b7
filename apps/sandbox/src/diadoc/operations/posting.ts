import { wakeRobot } from '../buyer/robot.js';
import { composeMessage, composePatch } from '../docflow/compose.js';
import { once, operationIdOf, type Once } from '../docflow/once.js';
import { patchMessage, type Patch } from '../docflow/patch-message.js';
import { postMessage } from '../docflow/post-message.js';
import { DiadocError } from '../http/diadoc-error.js';
import { messageOf, type Answer, type Call, type Operation } from '../http/operation.js';
import { toBoxGuid } from '../ids.js';
import type { OrganizationRecord } from '../state/state.js';
import { Message, MessagePatch } from '../wire/message.js';
import {
  MessagePatchToPost,
  MessagePatchToPostV2,
  MessageToPost,
  type MessageToPostWire,
} from '../wire/message-to-post.js';

const RUNNING: Answer = { kind: 'later', status: 204, seconds: 1 };

const operationId = (call: Call): string => operationIdOf(call.query.find('operationId'), call.body);

const post: Operation = {
  method: 'POST',
  path: '/V3/PostMessage',
  handle: async (call) => {
    const { world } = call;
    const request = call.read(MessageToPost);
    demandPlain(request);
    const from = call.ownBoxOf(request.FromBoxId);
    const key = { kind: 'PostMessage', boxId: from.boxId, operationId: operationId(call) } as const;
    const done = await once(world, key, async () => {
      const to = recipientOf(call, request);
      const sent = await postMessage(world, { from, to, attachments: request.DocumentAttachments ?? [] });
      wakeRobot(world, sent.message);
      world.tools.log('diadoc.message-posted', { messageId: sent.message.messageId });
      return sent.event;
    });
    return answerMessage(call, from, done);
  },
};

/** Parts of the protocol that the stand-in does not play are refused, never passed over. */
const demandPlain = (request: MessageToPostWire): void => {
  if ([request.IsDraft, request.DelaySend, request.IsInternal].some(Boolean)) {
    throw new DiadocError(501, 'Черновики, отложенная отправка и внутренние документы в песочнице не поддерживаются');
  }
  if (request.ProxyBoxId) throw new DiadocError(501, 'Промежуточный получатель в песочнице не поддерживается');
};

const recipientOf = ({ world }: Call, request: MessageToPostWire): OrganizationRecord => {
  const guid = toBoxGuid(request.ToBoxId ?? '');
  if (!guid) throw new DiadocError(400, 'ToBoxId не является идентификатором ящика');
  return world.getOrganization(guid);
};

const answerMessage = async ({ world }: Call, by: OrganizationRecord, done: Once): Promise<Answer> => {
  if (done.kind === 'running') return RUNNING;
  const message = world.getMessage(by.boxId, done.event.messageId);
  const entities = message.entities.filter((entity) => done.event.entityIds.includes(entity.entityId));
  return messageOf(Message, await composeMessage(world, message, { entities, view: { boxId: by.boxId } }));
};

const patch = async (call: Call, order: { boxId: string; messageId: string; items: Patch }): Promise<Answer> => {
  const { world } = call;
  const by = call.ownBoxOf(order.boxId);
  const key = { kind: 'PostMessagePatch', boxId: by.boxId, operationId: operationId(call) } as const;
  const done = await once(world, key, async () =>
    patchMessage({ world, message: world.getMessage(by.boxId, order.messageId), by }, order.items),
  );
  if (done.kind === 'running') return RUNNING;
  const message = world.getMessage(by.boxId, done.event.messageId);
  const view = { boxId: by.boxId };
  return messageOf(MessagePatch, await composePatch(world, message, { event: done.event, view }));
};

const patchV4: Operation = {
  method: 'POST',
  path: '/V4/PostMessagePatch',
  handle: async (call) => {
    const { BoxId, MessageId, ...items } = call.read(MessagePatchToPostV2);
    return patch(call, { boxId: BoxId, messageId: MessageId, items });
  },
};

const patchV3: Operation = {
  method: 'POST',
  path: '/V3/PostMessagePatch',
  sunset: 'Sat, 03 Apr 2027 00:00:00 GMT',
  handle: async (call) => {
    const { BoxId, MessageId, UniversalTransferDocumentBuyerTitles, ...rest } = call.read(MessagePatchToPost);
    const titles = [...(UniversalTransferDocumentBuyerTitles ?? []), ...(rest.RecipientTitles ?? [])];
    return patch(call, { boxId: BoxId, messageId: MessageId, items: { ...rest, RecipientTitles: titles } });
  },
};

export const postingOperations: readonly Operation[] = [post, patchV4, patchV3];
