import { expect, it } from '@jest/globals';
import { asOperatorEvents, type News } from './map.js';
import type { Document, Entity, Message } from './wire/shapes.js';
import type { XmlFacts } from './xml-facts.js';

const OURS = '26af83e5fabf480595ed7ef0fc16a4b8@diadoc.ru';
const THEIRS = '8561678b256a4d51a96abf255220867b@diadoc.ru';
const TICKS = '638775123456789012';

const aDocument = (over: Partial<Document> = {}): Document => ({
  MessageId: 'message',
  EntityId: 'title',
  CreationTimestampTicks: TICKS,
  RecipientReceiptMetadata: { ReceiptStatus: 3 },
  ConfirmationMetadata: { ReceiptStatus: 3 },
  RecipientResponseStatus: 2,
  AmendmentRequestMetadata: { ReceiptStatus: 1 },
  SenderReceiptMetadata: { ReceiptStatus: 1 },
  ...over,
});
const title = (info: Partial<Document> = {}): Entity => ({
  EntityType: 1,
  EntityId: 'title',
  AttachmentType: 41,
  DocumentInfo: aDocument(info),
});
const under = (parent: string, over: Partial<Entity>): Entity => ({
  EntityType: 1,
  EntityId: 'new',
  ParentEntityId: parent,
  ...over,
});
const signed = (parent: string, box: string): Entity => ({
  EntityType: 2,
  EntityId: `${parent}-signature`,
  ParentEntityId: parent,
  SignerBoxId: box,
});
const kindsOf = (news: readonly Entity[], known: readonly Entity[], over: Partial<News> = {}) =>
  eventsOf(news, known, over).map(({ kind }) => kind);
const eventsOf = (news: readonly Entity[], known: readonly Entity[], over: Partial<News> = {}) => {
  const message: Message = {
    MessageId: 'message',
    TimestampTicks: TICKS,
    FromBoxId: OURS,
    ToBoxId: THEIRS,
    Entities: [...known, ...news],
  };
  return asOperatorEvents({
    boxId: OURS,
    id: 'event',
    ticks: TICKS,
    entities: news,
    isDelivered: false,
    message,
    facts: new Map<string, XmlFacts>(),
    ...over,
  });
};

it('calls a new document sent, under its own entity and with a stable id', () => {
  const events = eventsOf([title(), signed('title', OURS)], []);
  expect(events).toEqual([
    {
      id: 'title:sent',
      system: 'diadoc',
      boxId: OURS,
      messageId: 'message',
      documentEntityId: 'title',
      at: '2025-03-14T01:25:45.678Z',
      kind: 'sent',
      facts: {},
    },
  ]);
});

it('takes the confirmation of the title for the operator and no other confirmation', () => {
  expect(kindsOf([under('title', { AttachmentType: 3 })], [title()])).toEqual(['confirmed-by-operator']);
  const buyerTitle = under('title', { EntityId: 'buyer', AttachmentType: 42 });
  expect(kindsOf([under('buyer', { AttachmentType: 3 })], [title(), buyerTitle])).toEqual([]);
});

it('takes the receipt of the buyer for delivery', () => {
  expect(kindsOf([under('title', { AttachmentType: 2 })], [title(), signed('new', THEIRS)])).toEqual(['delivered']);
  expect(kindsOf([], [title()], { isDelivered: true })).toEqual(['delivered']);
});

it.each([
  ['1', 'accepted'],
  ['2', 'accepted-with-discrepancies'],
  ['3', 'rejected'],
] as const)('reads КодИтога %s of the buyer as %s', (outcomeCode, kind) => {
  const facts = new Map([['new', { outcomeCode }]]);
  const events = eventsOf([under('title', { AttachmentType: 42, FileName: 'pok.xml' })], [title()], { facts });
  expect(events).toMatchObject([{ kind, facts: { outcomeCode, entityId: 'new', fileName: 'pok.xml' } }]);
});

it('accepts nothing under a wrong signature of the buyer', () => {
  const known = [title({ RecipientResponseStatus: 5 })];
  expect(kindsOf([under('title', { AttachmentType: 42 })], known)).toEqual(['signature-invalid']);
});

it('passes on the words of a rejection and of a request for clarification', () => {
  const facts = new Map([['new', { reason: 'неверная цена' }]]);
  const rejected = eventsOf([under('title', { AttachmentType: 28 })], [title()], { facts });
  expect(rejected).toMatchObject([{ kind: 'rejected', facts: { reason: 'неверная цена' } }]);
  const asked = eventsOf([under('title', { AttachmentType: 4 })], [title()], { facts });
  expect(asked).toMatchObject([{ kind: 'clarification-requested', facts: { reason: 'неверная цена' } }]);
});

it('says which receipt is owed, until it is there', () => {
  const asks = under('title', { EntityId: 'ask', AttachmentType: 4 });
  const known = [title({ AmendmentRequestMetadata: { ReceiptStatus: 2 } })];
  expect(kindsOf([asks], known)).toEqual(['clarification-requested', 'receipt-required']);
  const buyerTitle = under('title', { EntityId: 'buyer', AttachmentType: 42, NeedReceipt: true });
  expect(kindsOf([buyerTitle], [title()])).toEqual(['accepted', 'receipt-required']);
  const receipt = under('buyer', { EntityId: 'receipt', AttachmentType: 27 });
  const ours = [receipt, signed('receipt', OURS)];
  expect(kindsOf([buyerTitle], [title(), ...ours])).toEqual(['accepted']);
  const finished = eventsOf(ours, [title(), buyerTitle]);
  expect(finished).toMatchObject([{ kind: 'receipt-finished', facts: { entityId: 'buyer', byUs: true } }]);
});

it('follows an annulment that we ask for and one that they ask for', () => {
  const asked = (box: string) =>
    under('title', { EntityId: 'annul', AttachmentType: 29, RevocationRequestInfo: { InitiatorBoxId: box } });
  expect(eventsOf([asked(OURS), signed('annul', OURS)], [title()])).toMatchObject([
    { kind: 'annulment-requested', facts: { byUs: true } },
  ]);
  expect(kindsOf([signed('annul', THEIRS)], [title(), asked(OURS)])).toEqual(['annulment-accepted']);
  expect(eventsOf([signed('annul', OURS)], [title(), asked(THEIRS)])).toMatchObject([
    { kind: 'annulment-accepted', facts: { byUs: true } },
  ]);
  expect(kindsOf([under('annul', { AttachmentType: 28 })], [title(), asked(OURS)])).toEqual(['annulment-refused']);
});

it('understands universal messages', () => {
  const says = (CodeGroup: number) =>
    under('title', {
      AttachmentType: 79,
      UniversalMessageInfo: { CodeGroup, Events: [{ StatusCode: 3999, PlainText: 'не тот товар' }] },
    });
  expect(eventsOf([says(3)], [title()])).toMatchObject([{ kind: 'rejected', facts: { reason: 'не тот товар' } }]);
  expect(kindsOf([says(2)], [title()])).toEqual(['clarification-requested']);
  expect(kindsOf([says(1)], [title()])).toEqual(['delivered']);
  expect(kindsOf([says(4)], [title()])).toEqual([]);
});

it('reports failed roaming with what the other operator said', () => {
  const known = [title({ RoamingNotificationStatus: 3, RoamingNotificationStatusDescription: 'ящик закрыт' })];
  expect(eventsOf([under('title', { AttachmentType: 39 })], known)).toMatchObject([
    { kind: 'roaming-failed', facts: { reason: 'ящик закрыт' } },
  ]);
});

it('keeps silent about approvals inside the other firm and about what hangs on nothing', () => {
  expect(kindsOf([{ ...signed('title', THEIRS), IsApprovementSignature: true }], [title()])).toEqual([]);
  expect(kindsOf([under('elsewhere', { AttachmentType: 3 })], [title()])).toEqual([]);
});
