import type { AddressText, BankAccount, PersonName } from '../nodes/services.js';
import type { DecimalText, Instant, LegalDate } from '../ids.js';
import type { CallOptions, KeyedCall } from './call.js';

/** Реквизиты of a party as a CRM keeps them: any field may be missing or wrong; `data.check-requisites` says so. */
export interface PartyRequisites {
  readonly kind: 'legal' | 'sole-trader' | 'person' | 'foreign';
  readonly name: string;
  readonly fullName?: string;
  readonly inn?: string;
  readonly kpp?: string;
  readonly ogrn?: string;
  readonly ogrnDate?: LegalDate;
  readonly person?: PersonName;
  readonly address?: AddressText;
  readonly bank?: BankAccount;
  readonly email?: string;
  readonly phone?: string;
}

export interface CrmLine {
  readonly id: string;
  readonly name: string;
  readonly article?: string;
  readonly quantity: DecimalText;
  /** ОКЕИ code and name as the CRM has them. */
  readonly unitCode?: string;
  readonly unitName?: string;
  /** Price of one unit after discount, without НДС and with it. */
  readonly priceWithoutVat: DecimalText;
  readonly priceWithVat: DecimalText;
  /** `22`, `20`, `10`, `7`, `5`, `0`, or `none` for «без НДС». Whatever else the CRM holds comes as it is, for the checks. */
  readonly vatRate: string;
  readonly isVatIncluded: boolean;
  readonly isService: boolean;
}

export interface CrmDeal {
  readonly id: string;
  readonly title: string;
  readonly stageId: string;
  readonly pipelineId: string;
  readonly stageMeaning: 'open' | 'won' | 'lost';
  readonly currency: string;
  readonly amount: DecimalText;
  readonly createdAt: Instant;
  readonly modifiedAt: Instant;
  /** When the deal came to its present stage. */
  readonly movedAt: Instant;
  readonly responsibleId?: string;
  /** Address of the deal's page for people. */
  readonly url?: string;
  readonly company?: { readonly id: string; readonly name: string };
  readonly contact?: { readonly id: string; readonly name: string; readonly email?: string; readonly phone?: string };
  readonly buyer?: PartyRequisites;
  /** Own company chosen in the deal. */
  readonly seller?: PartyRequisites;
  readonly lines: readonly CrmLine[];
  /** The account's own fields (`UF_CRM_*`), as the CRM gives them. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What the sweep needs to know of a deal; cheap to list. */
export interface CrmDealMark {
  readonly id: string;
  readonly stageId: string;
  readonly pipelineId: string;
  readonly modifiedAt: Instant;
  readonly movedAt: Instant;
}

export interface CrmDealUpdate {
  readonly dealId: string;
  readonly stageId?: string;
  readonly fields?: Readonly<Record<string, string | number | boolean | null>>;
  /** Plain text; the connector escapes what its CRM would read as markup. */
  readonly comment?: string;
  readonly task?: {
    readonly title: string;
    readonly description?: string;
    readonly responsibleId?: string;
    readonly deadline?: Instant;
  };
}

export interface CrmGateway {
  /** With company, contact, requisites and lines. Throws DEAL_NOT_FOUND (invalid). */
  getDeal(dealId: string, options: CallOptions): Promise<CrmDeal>;
  /** The deal's mark alone, one light call; used by the trigger at admission. Throws DEAL_NOT_FOUND (invalid). */
  getDealMark(dealId: string, options: CallOptions): Promise<CrmDealMark>;
  /** Deals changed at or after `since`, oldest change first; `next` is opaque. */
  listChangedDeals(
    order: { readonly since: Instant; readonly next?: string; readonly limit: number },
    options: CallOptions,
  ): Promise<{ readonly deals: readonly CrmDealMark[]; readonly next?: string }>;
  /**
   * Sets stage and fields, adds a comment and a task. The same key adds comment and task once: a CRM without keys is
   * looked through before it is written again. Answers what was there before, so that an undo can put it back.
   */
  updateDeal(
    order: CrmDealUpdate,
    options: KeyedCall,
  ): Promise<{
    readonly dealId: string;
    readonly commentId?: string;
    readonly taskId?: string;
    readonly before: { readonly stageId: string; readonly fields: Readonly<Record<string, unknown>> };
  }>;
}
