import type { CallOptions, CrmDeal, CrmDealMark, CrmDealUpdate, CrmGateway, Json, KeyedCall } from '@potok/contracts';
import { batch } from './batch.js';
import { listChangedDeals, type ChangedOrder } from './changed-deals.js';
import { asMark } from './map-deal.js';
import { dealNotFound, readDeal } from './read-deal.js';
import { asRow } from './rows.js';
import { BitrixSession, type SessionOptions } from './session.js';
import { updateDeal } from './update-deal.js';

/** Битрикс24 as a CRM: https://apidocs.bitrix24.ru. */
export class BitrixClient implements CrmGateway {
  private readonly session: BitrixSession;

  constructor(private readonly options: SessionOptions) {
    this.session = new BitrixSession(options);
  }

  getDeal(dealId: string, { signal }: CallOptions): Promise<CrmDeal> {
    const { portalUrl } = this.options.settings;
    return readDeal({ session: this.session, dealId, portalUrl, signal });
  }

  async getDealMark(dealId: string, { signal }: CallOptions): Promise<CrmDealMark> {
    const commands = { deal: { method: 'crm.deal.get', params: { id: dealId } } };
    const deal = asRow((await batch(this.session, commands, { signal })).find('deal'));
    if (deal === undefined) throw dealNotFound(dealId);
    return asMark(deal);
  }

  listChangedDeals(
    order: ChangedOrder,
    { signal }: CallOptions,
  ): Promise<{ readonly deals: readonly CrmDealMark[]; readonly next?: string }> {
    return listChangedDeals(this.session, order, signal);
  }

  updateDeal(order: CrmDealUpdate, { key, signal }: KeyedCall): ReturnType<CrmGateway['updateDeal']> {
    return updateDeal({ session: this.session, order, key, signal });
  }

  /** Any method of the portal, for lists and what the gateway does not hold; numbers come as their source text. */
  call(method: string, params: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<Json> {
    return this.session.call(method, params, signal);
  }
}
