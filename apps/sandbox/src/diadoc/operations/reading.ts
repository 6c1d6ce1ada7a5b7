import { composeMessage } from '../docflow/compose.js';
import { documentInfo } from '../docflow/document-info.js';
import { findEntity, isDocument, isVisible, type DocumentEntity } from '../docflow/tree.js';
import { DiadocError } from '../http/diadoc-error.js';
import { messageOf, type Answer, type Call, type Operation } from '../http/operation.js';
import type { EntityRecord, MessageRecord } from '../state/state.js';
import { Document, DocumentList } from '../wire/document.js';
import { Message } from '../wire/message.js';

const getMessage = async (call: Call): Promise<Answer> => {
  const { world, query } = call;
  const { boxId } = call.ownBox();
  const message = world.getMessage(boxId, query.get('messageId'));
  const entityId = query.find('entityId')?.toLowerCase();
  const isInjected = query.flag('injectEntityContent');
  const hasContent = (entity: EntityRecord): boolean =>
    isInjected && (entityId === undefined || entity.entityId === entityId || entity.parentEntityId === entityId);
  return messageOf(
    Message,
    await composeMessage(world, message, { entities: message.entities, view: { boxId, hasContent } }),
  );
};

/** An entity that the box sees. */
const demandEntity = (message: MessageRecord, boxId: string, entityId: string): EntityRecord => {
  const found = findEntity(message, entityId);
  if (!found || !isVisible(found, boxId)) throw new DiadocError(404, `Сущность ${entityId} не найдена`);
  return found;
};

export const locate = (
  call: Call,
  { boxId, messageId, entityId }: { boxId: string; messageId: string; entityId: string },
) => {
  const message = call.world.getMessage(boxId, messageId);
  return { message, entity: demandEntity(message, boxId, entityId) };
};

const getEntityContent: Operation = {
  method: 'GET',
  path: '/V4/GetEntityContent',
  handle: async (call) => {
    const { boxId } = call.ownBox();
    const at = { boxId, messageId: call.query.get('messageId'), entityId: call.query.get('entityId') };
    const { entity } = locate(call, at);
    return { kind: 'bytes', bytes: await call.world.blobs.get(entity.sha256), contentType: 'application/octet-stream' };
  },
};

const getDocument: Operation = {
  method: 'GET',
  path: '/V3/GetDocument',
  handle: async (call) => {
    const { boxId } = call.ownBox();
    const at = { boxId, messageId: call.query.get('messageId'), entityId: call.query.get('entityId') };
    const { message, entity } = locate(call, at);
    if (!isDocument(entity)) throw new DiadocError(404, `Сущность ${entity.entityId} не является документом`);
    return messageOf(Document, documentInfo(call.world, message, { entity, boxId }));
  },
};

const getDocumentsByMessageId: Operation = {
  method: 'GET',
  path: '/GetDocumentsByMessageId',
  handle: async (call) => {
    const { boxId } = call.ownBox();
    const message = call.world.getMessage(boxId, call.query.get('messageId'));
    const documents = message.entities.filter(isDocument);
    return messageOf(DocumentList, {
      TotalCount: documents.length,
      Documents: documents.map((entity) => documentInfo(call.world, message, { entity, boxId })),
      HasMoreResults: false,
    });
  },
};

const CATEGORY = /^(\w+)\.(Inbound|Outbound|Internal|Proxy)(\w*)$/i;
const PAGE = 100;

interface Placed {
  readonly message: MessageRecord;
  readonly entity: DocumentEntity;
}

/**
 * `filterCategory` without a status part; a status is refused, not passed over. Newest first unless `sortDirection` says
 * otherwise; `timestampFromTicks`, `timestampToTicks`, `afterIndexKey` and `count` as the protocol has them.
 */
const getDocuments: Operation = {
  method: 'GET',
  path: '/V3/GetDocuments',
  handle: async (call) => {
    const { world, query } = call;
    const { boxId } = call.ownBox();
    const [, type = '', direction = '', status = ''] = CATEGORY.exec(query.get('filterCategory')) ?? [];
    if (type === '') throw new DiadocError(400, 'filterCategory пишется как Тип.Направление');
    if (status !== '') throw new DiadocError(501, 'Отбор документов по состоянию в песочнице не поддерживается');
    const from = direction.toLowerCase() === 'outbound' ? 'fromBoxId' : 'toBoxId';
    const found = Object.values(world.state.messages)
      .filter((message) => message[from] === boxId)
      .flatMap((message) => message.entities.filter(isDocument).map((entity) => ({ message, entity })))
      .filter(({ entity }) => fitsType(entity, type) && isInTime(call, entity));
    const all = inOrder(found, query.find('sortDirection')?.toLowerCase() === 'ascending');
    const rest = all.slice(startAfter(all, query.find('afterIndexKey')));
    const count = query.number('count', { fallback: PAGE, min: 1, max: PAGE });
    return messageOf(DocumentList, {
      TotalCount: all.length,
      Documents: rest.slice(0, count).map((one) => ({
        ...documentInfo(world, one.message, { entity: one.entity, boxId }),
        IndexKey: indexKeyOf(one),
      })),
      HasMoreResults: rest.length > count,
    });
  },
};

const inOrder = (found: readonly Placed[], isAscending: boolean): readonly Placed[] => {
  const newestFirst = found.toSorted((a, b) => (BigInt(b.entity.ticks) > BigInt(a.entity.ticks) ? 1 : -1));
  return isAscending ? newestFirst.toReversed() : newestFirst;
};

const indexKeyOf = ({ entity }: Placed): string => Buffer.from(`${entity.ticks}/${entity.entityId}`).toString('base64');

const startAfter = (all: readonly Placed[], key: string | undefined): number => {
  if (key === undefined) return 0;
  const place = all.findIndex((one) => indexKeyOf(one) === key.replaceAll(' ', '+'));
  if (place < 0) throw new DiadocError(400, 'Документ, с которого нужно продолжить, не найден в ящике');
  return place + 1;
};

const isInTime = ({ query }: Call, { ticks }: DocumentEntity): boolean => {
  const from = query.find('timestampFromTicks');
  const to = query.find('timestampToTicks');
  return (from === undefined || BigInt(ticks) >= BigInt(from)) && (to === undefined || BigInt(ticks) < BigInt(to));
};

const fitsType = ({ document }: DocumentEntity, type: string): boolean =>
  type.toLowerCase() === 'any' || document.typeNamedId.toLowerCase() === type.toLowerCase();

export const readingOperations: readonly Operation[] = [
  { method: 'GET', path: '/V6/GetMessage', handle: getMessage },
  { method: 'GET', path: '/V5/GetMessage', handle: getMessage, sunset: 'Sat, 03 Apr 2027 00:00:00 GMT' },
  getEntityContent,
  getDocument,
  getDocumentsByMessageId,
  getDocuments,
];
