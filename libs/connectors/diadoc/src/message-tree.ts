import { ATTACHMENT, ENTITY } from './wire/codes.js';
import type { Entity, Message } from './wire/shapes.js';

/** Where an entity stands in its message: its parent, the document at the root, and who signed it. */
export interface Place {
  readonly entity: Entity;
  readonly parent: Entity | undefined;
  readonly document: Entity;
  readonly authorBoxes: readonly string[];
}

/** The place of an entity as the message knows it now; `undefined` when it hangs on nothing that is a document. */
export const ancestryOf = (entity: Entity, message: Message): Place | undefined => {
  const byId = new Map(message.Entities.map((one) => [one.EntityId, one]));
  const known = byId.get(entity.EntityId) ?? entity;
  const parent = parentOf(known, byId);
  const document = rootOf(known, byId);
  if (document?.DocumentInfo === undefined) return undefined;
  return { entity: known, parent, document, authorBoxes: signersOf(known, message) };
};

const parentOf = (entity: Entity, byId: ReadonlyMap<string, Entity>): Entity | undefined =>
  hasParent(entity) ? byId.get(entity.ParentEntityId) : undefined;
const hasParent = (entity: Entity): entity is Entity & { readonly ParentEntityId: string } =>
  entity.ParentEntityId !== undefined && entity.ParentEntityId !== '';

const DEEPEST = 20;
const rootOf = (entity: Entity, byId: ReadonlyMap<string, Entity>): Entity | undefined => {
  let here: Entity | undefined = entity;
  for (let depth = 0; depth < DEEPEST && here !== undefined && hasParent(here); depth += 1)
    here = byId.get(here.ParentEntityId);
  return here !== undefined && hasParent(here) ? undefined : here;
};

const signersOf = (entity: Entity, message: Message): readonly string[] =>
  message.Entities.flatMap((one) =>
    one.EntityType === ENTITY.signature && one.ParentEntityId === entity.EntityId && one.SignerBoxId !== undefined
      ? [one.SignerBoxId]
      : [],
  );

const BUYER_TITLES: ReadonlySet<number> = new Set([
  ATTACHMENT.torg12BuyerTitle,
  ATTACHMENT.actBuyerTitle,
  ATTACHMENT.utdBuyerTitle,
  ATTACHMENT.ucdBuyerTitle,
  ATTACHMENT.title,
]);

/** A title under a document is the other side's answer. */
export const isBuyerTitle = ({ AttachmentType, EntityType }: Entity): boolean =>
  EntityType === ENTITY.attachment && AttachmentType !== undefined && BUYER_TITLES.has(AttachmentType);

export const isReceipt = ({ AttachmentType }: Entity): boolean =>
  AttachmentType === ATTACHMENT.receipt || AttachmentType === ATTACHMENT.invoiceReceipt;
