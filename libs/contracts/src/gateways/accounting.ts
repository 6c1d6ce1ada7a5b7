import type { DecimalText, Instant, LegalDate } from '../ids.js';
import type { CallOptions, KeyedCall } from './call.js';

export interface AccountingParty {
  readonly name: string;
  readonly fullName?: string;
  readonly inn: string;
  readonly kpp?: string;
}
export interface AccountingLine {
  readonly name: string;
  readonly article?: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly quantity: DecimalText;
  readonly price: DecimalText;
  /** `22`, `20`, `10`, `7`, `5`, `0`, `none`. */
  readonly vatRate: string;
  readonly amountWithoutVat: DecimalText;
  readonly vat: DecimalText;
  readonly amount: DecimalText;
  readonly isService: boolean;
}
/** Реализация товаров и услуг, as accounting wants it. */
export interface PostOrder {
  readonly documentId: string;
  readonly number: string;
  readonly date: LegalDate;
  readonly organization: { readonly inn: string; readonly kpp?: string };
  readonly counterparty: AccountingParty;
  readonly contract?: { readonly name: string; readonly number: string; readonly date: LegalDate };
  readonly isVatIncluded: boolean;
  readonly lines: readonly AccountingLine[];
  readonly total: DecimalText;
  readonly vat: DecimalText;
  readonly comment?: string;
}
export interface Posted {
  readonly id: string;
  readonly number: string;
  readonly postedAt: Instant;
  readonly url?: string;
}

/** A document of ours in the books: found by the mark that `post` leaves in it. */
export interface AccountingEntry {
  readonly id: string;
  readonly number: string;
  readonly date: LegalDate;
  /** Our id of the document. */
  readonly documentId: string;
  /** Posted, and not marked for deletion. */
  readonly isPosted: boolean;
}

export interface AccountingGateway {
  /**
   * Finds or creates counterparty, contract and goods, writes the document under a GUID made of the key, posts it
   * (проведение). A repeat with the same key finds what is there. Throws ORGANIZATION_UNKNOWN, POSTING_REFUSED (refused).
   */
  post(order: PostOrder, options: KeyedCall): Promise<Posted>;
  /** What the key has made, posted or not. */
  findByKey(
    key: string,
    options: CallOptions,
  ): Promise<{ readonly id: string; readonly isPosted: boolean } | undefined>;
  /** What bears our mark and is dated `from` or later, a page at a time; `cursor` is opaque. Absent where the system gives no list. */
  listPosted?(
    order: { readonly from: LegalDate; readonly cursor?: string; readonly limit: number },
    options: CallOptions,
  ): Promise<{ readonly entries: readonly AccountingEntry[]; readonly cursor?: string; readonly hasMore: boolean }>;
  /** Takes the posting back and marks the document for deletion; safe twice and safe when it is gone. */
  unpost(id: string, options: CallOptions): Promise<void>;
}
