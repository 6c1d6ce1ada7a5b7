import type { AccountingGateway, CallOptions, KeyedCall, PostOrder, Posted } from '@potok/contracts';
import { NodeFault, isNodeFault, uuidOf } from '@potok/contracts';
import type { ListItem } from '@potok/node-sdk';
import { findOrMakeContract, findOrMakeCounterparty, mustOrganization } from './find-party.js';
import { mustAccounts, mustRouble, mustWarehouse } from './find-fixtures.js';
import { findOrMakeGoods } from './find-goods.js';
import { listPosted, type PostedOrder } from './list-posted.js';
import { asSale, type SaleRefs } from './map-sale.js';
import { SETS } from './names.js';
import { OData, SYSTEM, textAt, type Entity, type ODataOptions } from './odata.js';

/** «1С:Бухгалтерия предприятия 3.0» over the standard OData interface. */
export class OneCClient implements AccountingGateway {
  private readonly odata: OData;

  constructor(private readonly options: ODataOptions) {
    this.odata = new OData(options);
  }

  async post(order: PostOrder, { key, signal }: KeyedCall): Promise<Posted> {
    const id = uuidOf(key);
    const found = await this.odata.find(SETS.sale, id, signal);
    if (found !== undefined && isStanding(found)) return this.asPosted(found, id);
    const sale = asSale(order, await this.refsOf(order, signal));
    // What an attempt before has left unposted gets the order's content anew: the data may have been mended since.
    const fields = { ...sale, DeletionMark: false };
    if (found === undefined) await this.odata.create(SETS.sale, { Ref_Key: id, ...sale }, signal);
    else await this.odata.change(SETS.sale, { id, fields }, signal);
    return this.carryOut(id, signal);
  }

  async findByKey(key: string, { signal }: CallOptions): ReturnType<AccountingGateway['findByKey']> {
    const id = uuidOf(key);
    const found = await this.odata.find(SETS.sale, id, signal);
    return found === undefined ? undefined : { id, isPosted: isStanding(found) };
  }

  listPosted(order: PostedOrder, { signal }: CallOptions): ReturnType<typeof listPosted> {
    return listPosted(this.odata, order, signal);
  }

  async unpost(id: string, { signal }: CallOptions): Promise<void> {
    const found = await this.odata.find(SETS.sale, id, signal);
    if (found === undefined) return;
    if (found.Posted === true) await this.odata.act(SETS.sale, { id, verb: 'Unpost' }, signal);
    if (found.DeletionMark !== true) await this.odata.change(SETS.sale, { id, fields: { DeletionMark: true } }, signal);
  }

  /** Whether the base shows what this connector works with. Throws OBJECTS_NOT_PUBLISHED (refused) with their names. */
  async check(signal: AbortSignal): Promise<void> {
    const metadata = await this.odata.metadata(signal);
    const missing = Object.values(SETS).filter((set) => !metadata.includes(`Name="${set}"`));
    if (missing.length > 0)
      throw new NodeFault('refused', 'OBJECTS_NOT_PUBLISHED', {
        facts: { system: SYSTEM, missing: missing.join(', ') },
      });
  }

  /** Records of a catalog as choices for a form. */
  async choices(set: string, signal: AbortSignal): Promise<readonly ListItem[]> {
    const selection = { filter: 'DeletionMark eq false', select: ['Ref_Key', 'Description'], orderby: 'Description' };
    const rows = await this.odata.list(set, selection, signal);
    return rows.map((row) => ({ value: textAt(row, 'Ref_Key'), label: textAt(row, 'Description') }));
  }

  private async refsOf(order: PostOrder, signal: AbortSignal): Promise<SaleRefs> {
    const { odata } = this;
    const organizationId = await mustOrganization(odata, order, signal);
    const accounts = await mustAccounts(odata, signal);
    const currencyId = await mustRouble(odata, signal);
    const hasGoods = order.lines.some((line) => !line.isService);
    const warehouseId = hasGoods
      ? await mustWarehouse(odata, this.options.settings.warehouseId, signal)
      : this.options.settings.warehouseId;
    const counterpartyId = await findOrMakeCounterparty(odata, order, signal);
    const contractId = await findOrMakeContract(odata, { order, organizationId, counterpartyId }, signal);
    const goods = await findOrMakeGoods(odata, order.lines, signal);
    return { organizationId, counterpartyId, contractId, currencyId, warehouseId, accounts, goods };
  }

  /** Проведение. An answer may be lost or be an error after the act: what the base says of the document counts. */
  private async carryOut(id: string, signal: AbortSignal): Promise<Posted> {
    const refusal = await this.tryToPost(id, signal);
    const document = await this.odata.find(SETS.sale, id, signal);
    if (document !== undefined && isStanding(document)) return this.asPosted(document, id);
    throw refusal ?? new NodeFault('unavailable', 'UNEXPECTED_ANSWER', { facts: { system: SYSTEM, documentId: id } });
  }

  /** The fault that 1С answered with; a line that broke is thrown. */
  private async tryToPost(id: string, signal: AbortSignal): Promise<NodeFault | undefined> {
    try {
      await this.odata.act(SETS.sale, { id, verb: 'Post' }, signal);
      return undefined;
    } catch (error) {
      if (!isNodeFault(error) || error.facts.status === undefined) throw error;
      return error.code === 'BASE_REFUSED' ? asPostingRefused(error, id) : error;
    }
  }

  private asPosted(document: Entity, id: string): Posted {
    return { id, number: textAt(document, 'Number'), postedAt: this.options.now().toISOString() };
  }
}

const isStanding = (document: Entity): boolean => document.Posted === true && document.DeletionMark !== true;

const asPostingRefused = ({ facts }: NodeFault, documentId: string): NodeFault =>
  new NodeFault('refused', 'POSTING_REFUSED', { facts: { ...facts, documentId } });
