import type {
  CallOptions,
  KeyedCall,
  OperatorBox,
  OperatorCounterparty,
  OperatorEvent,
  OperatorEventFacts,
  OperatorEventKind,
  OperatorGateway,
  OutgoingDocument,
  SendOrder,
  SentDocument,
  SignedFile,
} from '@potok/contracts';
import { NodeFault } from '@potok/contracts';
import { FakeDoor, Touches, type FakeTroubles } from './fake-door.js';

export interface FakeOperatorOptions extends FakeTroubles<keyof OperatorGateway> {
  /** Own boxes; default: one, `our-box`. */
  readonly boxes?: readonly OperatorBox[];
  /** Default: one partner, ИНН 7707083893, box `their-box`. */
  readonly counterparties?: readonly OperatorCounterparty[];
  readonly now?: () => Date;
}

export const aBox = (over: Partial<OperatorBox> = {}): OperatorBox => ({
  boxId: 'our-box',
  fnsParticipantId: '2BM-7736050003-773601001-201501010000000000001',
  name: 'ООО «Поток»',
  inn: '7736050003',
  kpp: '773601001',
  ...over,
});
export const aCounterparty = (over: Partial<OperatorCounterparty> = {}): OperatorCounterparty => ({
  boxId: 'their-box',
  fnsParticipantId: '2BM-7707083893-770701001-201501010000000000002',
  name: 'ООО «Вектор»',
  inn: '7707083893',
  kpp: '770701001',
  relation: 'partner',
  isRoaming: false,
  ...over,
});
export const aSendOrder = (over: Partial<SendOrder> = {}): SendOrder => ({
  boxId: 'our-box',
  toBoxId: 'their-box',
  kind: 'upd',
  documentFunction: 'СЧФДОП',
  formatVersion: '5.03',
  isRevision: false,
  number: '214',
  date: '2026-03-10',
  title: {
    fileName: 'ON_NSCHFDOPPR_test.xml',
    bytes: new TextEncoder().encode('<Файл ИдФайл="ON_NSCHFDOPPR_test"/>'),
    signature: new Uint8Array([1, 2, 3]),
  },
  ...over,
});

type EntityFile = Awaited<ReturnType<OperatorGateway['readEntity']>>;
interface Sent {
  readonly key: string;
  readonly order: SendOrder;
  readonly document: SentDocument;
}

/** An operator in memory. A document that is sent is confirmed at once; the buyer answers by `emit`. */
export class FakeOperator implements OperatorGateway {
  readonly sent: Sent[] = [];
  readonly receipts: { readonly key: string; readonly entityId: string; readonly file: SignedFile }[] = [];
  private readonly boxes: readonly OperatorBox[];
  private readonly counterparties: readonly OperatorCounterparty[];
  private readonly now: () => Date;
  private readonly door: FakeDoor<keyof OperatorGateway>;
  private readonly touches = new Touches();
  private readonly events: OperatorEvent[] = [];
  private readonly entities = new Map<string, EntityFile>();

  constructor(options: FakeOperatorOptions = {}) {
    this.boxes = options.boxes ?? [aBox()];
    this.counterparties = options.counterparties ?? [aCounterparty()];
    this.now = options.now ?? (() => new Date());
    this.door = new FakeDoor(options);
  }

  /** The next call of the method acts, but its answer is lost on the way. */
  loseNextAnswer(method: keyof OperatorGateway): void {
    this.door.loseNextAnswer(method);
  }
  /** Real acts by effect key. */
  get touched(): ReadonlyMap<string, number> {
    return this.touches.all;
  }
  /** What was sent and which receipts; nothing of it can be undone. */
  state(): unknown {
    return { sent: this.sent.map(({ document }) => document), receipts: this.receipts.map(({ entityId }) => entityId) };
  }
  /** Lets the other side or the operator do something to a sent document; `file` is the evidence that can be read. */
  emit(
    messageId: string,
    kind: OperatorEventKind,
    { facts = {}, file }: { readonly facts?: OperatorEventFacts; readonly file?: EntityFile } = {},
  ): OperatorEvent {
    const { document } = this.sent.find((one) => one.document.messageId === messageId) ?? missing(messageId);
    const id = String(this.events.length + 1);
    const entityId = facts.entityId ?? `entity-${id}`;
    if (file !== undefined) this.entities.set(entityId, file);
    const event: OperatorEvent = {
      id,
      system: 'fake',
      boxId: document.boxId,
      messageId,
      documentEntityId: document.entityId,
      at: this.now().toISOString(),
      kind,
      facts: file === undefined ? facts : { fileName: file.fileName, ...facts, entityId },
    };
    this.events.push(event);
    return event;
  }

  listBoxes({ signal }: CallOptions): Promise<readonly OperatorBox[]> {
    return this.door.call('listBoxes', signal, () => this.boxes);
  }

  findCounterparties(
    by: { readonly boxId: string; readonly inn: string; readonly kpp?: string },
    { signal }: CallOptions,
  ): Promise<readonly OperatorCounterparty[]> {
    return this.door.call('findCounterparties', signal, () =>
      this.counterparties.filter((one) => one.inn === by.inn && (by.kpp === undefined || one.kpp === by.kpp)),
    );
  }

  send(order: SendOrder, { key, signal }: KeyedCall): Promise<SentDocument> {
    return this.door.call('send', signal, () => {
      const known = this.sent.find((one) => one.key === key);
      if (known !== undefined) return known.document;
      this.checkSides(order);
      const number = this.sent.length + 1;
      const document = {
        boxId: order.boxId,
        messageId: `message-${number}`,
        entityId: `title-${number}`,
        sentAt: this.now().toISOString(),
      };
      this.sent.push({ key, order, document });
      this.entities.set(document.entityId, order.title);
      this.touches.add(key);
      this.emit(document.messageId, 'sent');
      this.emit(document.messageId, 'confirmed-by-operator');
      return document;
    });
  }

  listEvents(
    order: { readonly boxId: string; readonly cursor?: string; readonly since?: string; readonly limit: number },
    { signal }: CallOptions,
  ): ReturnType<OperatorGateway['listEvents']> {
    return this.door.call('listEvents', signal, () => {
      const { since = '' } = order;
      const mine = this.events.filter((event) => event.boxId === order.boxId && event.at >= since);
      const from = Number(order.cursor ?? '0');
      const to = Math.min(from + order.limit, mine.length);
      const cursor = to === 0 ? order.cursor : String(to);
      return { events: mine.slice(from, to), hasMore: to < mine.length, ...(cursor === undefined ? {} : { cursor }) };
    });
  }

  readEntity(at: { readonly entityId: string }, { signal }: CallOptions): Promise<EntityFile> {
    return this.door.call('readEntity', signal, () => this.entities.get(at.entityId) ?? missing(at.entityId));
  }

  listOutgoing(
    order: { readonly boxId: string; readonly since: string; readonly cursor?: string; readonly limit: number },
    { signal }: CallOptions,
  ) {
    return this.door.call('listOutgoing', signal, () => {
      const all = this.sent.map(asOutgoing).filter((one) => one.boxId === order.boxId && one.sentAt >= order.since);
      const from = Number(order.cursor ?? '0');
      const to = Math.min(from + order.limit, all.length);
      return { documents: all.slice(from, to), cursor: String(to), hasMore: to < all.length };
    });
  }

  findSent(at: { readonly messageId: string; readonly entityId: string }, { signal }: CallOptions) {
    return this.door.call('findSent', signal, () =>
      this.sent.map(asOutgoing).find((one) => one.messageId === at.messageId && one.entityId === at.entityId),
    );
  }

  makeReceipt(at: { readonly entityId: string }, { signal }: CallOptions): ReturnType<OperatorGateway['makeReceipt']> {
    return this.door.call('makeReceipt', signal, () => ({
      fileName: `DP_IZVPOL_${at.entityId}.xml`,
      bytes: new TextEncoder().encode(`<Файл ИдФайл="DP_IZVPOL_${at.entityId}"/>`),
    }));
  }

  sendReceipt(
    order: { readonly messageId: string; readonly entityId: string; readonly file: SignedFile },
    { key, signal }: KeyedCall,
  ): Promise<void> {
    return this.door.call('sendReceipt', signal, () => {
      if (this.receipts.some((receipt) => receipt.key === key)) return;
      this.receipts.push({ key, entityId: order.entityId, file: order.file });
      this.touches.add(key);
      this.emit(order.messageId, 'receipt-finished', { facts: { entityId: order.entityId } });
    });
  }

  private checkSides(order: SendOrder): void {
    if (!this.boxes.some((box) => box.boxId === order.boxId))
      throw new NodeFault('refused', 'BOX_UNKNOWN', { facts: { boxId: order.boxId } });
    const to = this.counterparties.find((one) => one.boxId === order.toBoxId);
    if (to === undefined) throw new NodeFault('refused', 'COUNTERPARTY_UNKNOWN', { facts: { boxId: order.toBoxId } });
    if (to.relation === 'partner') return;
    throw new NodeFault('refused', to.isRoaming ? 'COUNTERPARTY_ROAMING' : 'COUNTERPARTY_NOT_PARTNER', {
      facts: { boxId: order.toBoxId, name: to.name, inn: to.inn, relation: to.relation },
    });
  }
}

/** An operator in memory with one own box and one partner, unless told otherwise. */
export const fakeOperator = (options: FakeOperatorOptions = {}): FakeOperator => new FakeOperator(options);

const asOutgoing = ({ order, document }: Sent): OutgoingDocument => ({
  ...document,
  number: order.number,
  date: order.date,
  ...(order.documentId === undefined ? {} : { documentId: order.documentId }),
});

const missing = (id: string): never => {
  throw new NodeFault('invalid', 'ENTITY_NOT_FOUND', { facts: { entityId: id } });
};
