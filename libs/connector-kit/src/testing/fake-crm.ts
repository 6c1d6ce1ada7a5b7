import type { CallOptions, CrmDeal, CrmDealMark, CrmDealUpdate, CrmGateway, KeyedCall } from '@potok/contracts';
import { NodeFault } from '@potok/contracts';
import { aCrmDeal } from './a-crm-deal.js';
import { FakeDoor, Touches, type FakeTroubles } from './fake-door.js';

export interface FakeCrmOptions extends FakeTroubles<keyof CrmGateway> {
  /** Default: one won deal, number 101. */
  readonly deals?: readonly CrmDeal[];
  /** What a stage means; a stage that is not named is open. */
  readonly stages?: Readonly<Record<string, CrmDeal['stageMeaning']>>;
  readonly now?: () => Date;
}
interface Note {
  readonly id: string;
  readonly dealId: string;
  readonly key: string;
  readonly text: string;
}

const STAGES: Readonly<Record<string, CrmDeal['stageMeaning']>> = { WON: 'won', LOSE: 'lost' };

/** A CRM in memory. It keeps the promises of `describeCrmGateway`. */
export class FakeCrm implements CrmGateway {
  readonly comments: Note[] = [];
  readonly tasks: Note[] = [];
  private readonly deals: Map<string, CrmDeal>;
  private readonly door: FakeDoor<keyof CrmGateway>;
  private readonly touches = new Touches();
  private readonly stages: Readonly<Record<string, CrmDeal['stageMeaning']>>;
  private readonly now: () => Date;

  constructor(options: FakeCrmOptions = {}) {
    this.deals = new Map((options.deals ?? [aCrmDeal()]).map((deal) => [deal.id, deal]));
    this.stages = { ...STAGES, ...options.stages };
    this.now = options.now ?? (() => new Date());
    this.door = new FakeDoor(options);
  }

  /** The next call of the method acts, but its answer is lost on the way. */
  loseNextAnswer(method: keyof CrmGateway): void {
    this.door.loseNextAnswer(method);
  }
  /** Real changes by effect key; a repeat that finds all as ordered counts nothing. */
  get touched(): ReadonlyMap<string, number> {
    return this.touches.all;
  }
  /** What an undo must put back: stage and fields of every deal. Comments and tasks are words to people and stay. */
  state(): unknown {
    return [...this.deals.values()].map(({ id, stageId, fields }) => ({ id, stageId, fields: { ...fields } }));
  }
  /** Puts a deal in, as a person at the CRM would. */
  put(deal: CrmDeal): void {
    this.deals.set(deal.id, deal);
  }

  getDeal(dealId: string, { signal }: CallOptions): Promise<CrmDeal> {
    return this.door.call('getDeal', signal, () => this.find(dealId));
  }

  getDealMark(dealId: string, { signal }: CallOptions): Promise<CrmDealMark> {
    return this.door.call('getDealMark', signal, () => asMark(this.find(dealId)));
  }

  listChangedDeals(
    order: { readonly since: string; readonly next?: string; readonly limit: number },
    { signal }: CallOptions,
  ): Promise<{ readonly deals: readonly CrmDealMark[]; readonly next?: string }> {
    return this.door.call('listChangedDeals', signal, () => {
      const since = Date.parse(order.since);
      const changed = [...this.deals.values()].filter((deal) => Date.parse(deal.modifiedAt) >= since).sort(byChange);
      const from = Number(order.next ?? '0');
      const to = from + order.limit;
      const deals = changed.slice(from, to).map(asMark);
      return to < changed.length ? { deals, next: String(to) } : { deals };
    });
  }

  updateDeal(order: CrmDealUpdate, { key, signal }: KeyedCall): ReturnType<CrmGateway['updateDeal']> {
    return this.door.call('updateDeal', signal, () => {
      const deal = this.find(order.dealId);
      const before = { stageId: deal.stageId, fields: pick(deal.fields, Object.keys(order.fields ?? {})) };
      const isChanged = this.change(deal, order);
      const comment = this.noteOnce(this.comments, { dealId: deal.id, key, text: order.comment });
      const task = this.noteOnce(this.tasks, { dealId: deal.id, key, text: order.task?.title });
      if (isChanged || comment?.isNew === true || task?.isNew === true) this.touches.add(key);
      return {
        dealId: deal.id,
        ...(comment === undefined ? {} : { commentId: comment.id }),
        ...(task === undefined ? {} : { taskId: task.id }),
        before,
      };
    });
  }

  private change(deal: CrmDeal, order: CrmDealUpdate): boolean {
    const isMoved = order.stageId !== undefined && order.stageId !== deal.stageId;
    const fields = { ...deal.fields, ...order.fields };
    if (!isMoved && JSON.stringify(fields) === JSON.stringify(deal.fields)) return false;
    const at = this.now().toISOString();
    const stageId = order.stageId ?? deal.stageId;
    this.deals.set(deal.id, {
      ...deal,
      stageId,
      stageMeaning: this.stages[stageId] ?? 'open',
      fields,
      modifiedAt: at,
      movedAt: isMoved ? at : deal.movedAt,
    });
    return true;
  }

  private noteOnce(
    notes: Note[],
    note: { readonly dealId: string; readonly key: string; readonly text: string | undefined },
  ): { readonly id: string; readonly isNew: boolean } | undefined {
    if (note.text === undefined) return undefined;
    const known = notes.find((other) => other.key === note.key);
    if (known !== undefined) return { id: known.id, isNew: false };
    const id = String(notes.length + 1);
    notes.push({ ...note, id, text: note.text });
    return { id, isNew: true };
  }

  private find(dealId: string): CrmDeal {
    const deal = this.deals.get(dealId);
    if (deal === undefined) throw new NodeFault('invalid', 'DEAL_NOT_FOUND', { facts: { dealId } });
    return deal;
  }
}

/** A CRM in memory with one won deal, unless told otherwise. */
export const fakeCrm = (options: FakeCrmOptions = {}): FakeCrm => new FakeCrm(options);

const asMark = ({ id, stageId, pipelineId, modifiedAt, movedAt }: CrmDeal): CrmDealMark => ({
  id,
  stageId,
  pipelineId,
  modifiedAt,
  movedAt,
});
const byChange = (a: CrmDeal, b: CrmDeal): number =>
  a.modifiedAt === b.modifiedAt ? a.id.localeCompare(b.id) : a.modifiedAt < b.modifiedAt ? -1 : 1;
const pick = (fields: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
