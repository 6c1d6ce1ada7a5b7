import type { TitleSigner } from '../document/document-title.entity.js';

/** A document as PostgreSQL gives it, with its counterparty. */
export interface DocumentRow {
  readonly id: string;
  readonly kind: string;
  readonly document_function: string;
  readonly organization_id: string;
  readonly number: string;
  readonly date: string;
  readonly revision: number;
  readonly total: string;
  readonly vat: string;
  readonly content: unknown;
  readonly run_id: string | null;
  readonly deal_id: string | null;
  readonly key: string;
  readonly delivery: string;
  readonly answer: string;
  readonly annulment: string;
  readonly correction: string;
  readonly reason: string | null;
  readonly answered_at: Date | null;
  readonly exported_at: Date | null;
  readonly paid_at: Date | null;
  readonly archived_at: Date | null;
  readonly system: string | null;
  readonly connection_id: string | null;
  readonly box_id: string | null;
  readonly message_id: string | null;
  readonly entity_id: string | null;
  readonly created_at: Date;
  readonly counterparty_name: string;
  readonly counterparty_inn: string;
  readonly counterparty_kpp: string | null;
}

export interface TitleRow {
  readonly id: string;
  readonly role: string;
  readonly file_name: string;
  readonly sha256: string;
  readonly size_bytes: number;
  readonly signature_sha256: string | null;
  readonly signature_size_bytes: number | null;
}

export interface NewDocument {
  readonly id: string;
  readonly counterpartyId: string;
  readonly eventId: string;
  readonly auditId: string;
  readonly organizationId: string;
  readonly counterparty: { readonly inn: string; readonly kpp?: string; readonly name: string };
  readonly kind: string;
  readonly documentFunction: string;
  readonly number: string | undefined;
  readonly date: string;
  readonly key: string;
  readonly total: string;
  readonly vat: string;
  readonly content: unknown;
  readonly runId: string;
  readonly dealId: string | undefined;
  readonly now: Date;
}

export interface NewTitle {
  readonly id: string;
  readonly documentId: string;
  readonly role: string;
  readonly fileName: string;
  /** The operator's id of the file that this one answers. */
  readonly answers?: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly signatureSha256?: string;
  readonly signatureSizeBytes?: number;
  readonly signer?: TitleSigner;
}

/** A mark keeps the time at which it was first set; taken away it is null. */
export const newerState = (known: Date | null, isSet: boolean, at: Date): Date | null => (isSet ? (known ?? at) : null);
