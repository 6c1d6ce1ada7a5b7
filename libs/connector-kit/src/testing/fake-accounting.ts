import type { AccountingEntry, AccountingGateway, CallOptions, KeyedCall, PostOrder, Posted } from '@potok/contracts';
import { NodeFault, uuidOf } from '@potok/contracts';
import { FakeDoor, Touches, type FakeTroubles } from './fake-door.js';

export interface FakeAccountingOptions extends FakeTroubles<keyof AccountingGateway> {
  /** Own organizations that the base knows; default: ИНН 7736050003. */
  readonly organizations?: readonly { readonly inn: string; readonly kpp?: string }[];
  readonly now?: () => Date;
}

export const aPostOrder = (over: Partial<PostOrder> = {}): PostOrder => ({
  documentId: '01890a5d-ac96-774b-bcce-b302099a8057',
  number: '214',
  date: '2026-03-10',
  organization: { inn: '7736050003', kpp: '773601001' },
  counterparty: { name: 'ООО «Вектор»', inn: '7707083893', kpp: '770701001' },
  contract: { name: 'Договор поставки', number: '12', date: '2026-01-15' },
  isVatIncluded: false,
  lines: [
    {
      name: 'Насос циркуляционный 25-60',
      article: 'NC-2560',
      unitCode: '796',
      unitName: 'шт',
      quantity: '2',
      price: '1000.00',
      vatRate: '22',
      amountWithoutVat: '2000.00',
      vat: '440.00',
      amount: '2440.00',
      isService: false,
    },
  ],
  total: '2440.00',
  vat: '440.00',
  ...over,
});

export interface FakeEntry {
  readonly posted: Posted;
  readonly order: PostOrder;
  readonly isPosted: boolean;
  readonly isMarked: boolean;
}

/** Accounting in memory. It keeps the promises of `describeAccountingGateway`. */
export class FakeAccounting implements AccountingGateway {
  private readonly entries = new Map<string, FakeEntry>();
  private readonly organizations: readonly { readonly inn: string; readonly kpp?: string }[];
  private readonly now: () => Date;
  private readonly door: FakeDoor<keyof AccountingGateway>;
  private readonly touches = new Touches();

  constructor(options: FakeAccountingOptions = {}) {
    this.organizations = options.organizations ?? [{ inn: '7736050003', kpp: '773601001' }];
    this.now = options.now ?? (() => new Date());
    this.door = new FakeDoor(options);
  }

  /** The next call of the method acts, but its answer is lost on the way. */
  loseNextAnswer(method: keyof AccountingGateway): void {
    this.door.loseNextAnswer(method);
  }
  /** Real acts by effect key. */
  get touched(): ReadonlyMap<string, number> {
    return this.touches.all;
  }
  /** What an undo must put back: documents that count. One that is marked for deletion does not. */
  state(): unknown {
    return this.documents.filter((entry) => !entry.isMarked);
  }
  /** Every document ever written, the marked ones included. */
  get documents(): readonly FakeEntry[] {
    return [...this.entries.values()];
  }

  post(order: PostOrder, { key, signal }: KeyedCall): Promise<Posted> {
    return this.door.call('post', signal, () => {
      const id = uuidOf(key);
      const known = this.entries.get(id);
      if (known?.isPosted === true) return known.posted;
      if (!this.organizations.some((own) => own.inn === order.organization.inn))
        throw new NodeFault('refused', 'ORGANIZATION_UNKNOWN', { facts: { ...order.organization } });
      const posted = { id, number: order.number, postedAt: this.now().toISOString() };
      this.entries.set(id, { posted, order, isPosted: true, isMarked: false });
      this.touches.add(key);
      return posted;
    });
  }

  findByKey(key: string, { signal }: CallOptions): ReturnType<AccountingGateway['findByKey']> {
    return this.door.call('findByKey', signal, () => {
      const entry = this.entries.get(uuidOf(key));
      return entry === undefined ? undefined : { id: entry.posted.id, isPosted: entry.isPosted };
    });
  }

  listPosted(
    order: { readonly from: string; readonly cursor?: string; readonly limit: number },
    { signal }: CallOptions,
  ) {
    return this.door.call('listPosted', signal, () => {
      const all = this.documents.filter((one) => one.order.date >= order.from);
      const from = Number(order.cursor ?? '0');
      const to = Math.min(from + order.limit, all.length);
      return { entries: all.slice(from, to).map(asEntry), cursor: String(to), hasMore: to < all.length };
    });
  }

  unpost(id: string, { signal }: CallOptions): Promise<void> {
    return this.door.call('unpost', signal, () => {
      const entry = this.entries.get(id);
      if (entry !== undefined) this.entries.set(id, { ...entry, isPosted: false, isMarked: true });
    });
  }
}

const asEntry = ({ posted, order, isPosted, isMarked }: FakeEntry): AccountingEntry => ({
  id: posted.id,
  number: posted.number,
  date: order.date,
  documentId: order.documentId,
  isPosted: isPosted && !isMarked,
});

/** Accounting in memory that knows one organization, unless told otherwise. */
export const fakeAccounting = (options: FakeAccountingOptions = {}): FakeAccounting => new FakeAccounting(options);
