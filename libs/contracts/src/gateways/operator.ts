import type { OperatorEvent } from '../docflow/operator-event.js';
import type { Instant } from '../ids.js';
import type { DocumentKind, PersonName } from '../nodes/services.js';
import type { CallOptions, KeyedCall } from './call.js';

/** A participant's box at the operator. `fnsParticipantId` (ИдЭДО) goes into the file's name. */
export interface OperatorBox {
  readonly boxId: string;
  readonly fnsParticipantId: string;
  readonly name: string;
  readonly inn: string;
  readonly kpp?: string;
}

export interface OperatorCounterparty extends OperatorBox {
  /** `partner`: documents may be sent; `invited`, `invites-us`, `rejected`, `none`: not yet; `roaming`: at another operator. */
  readonly relation: 'partner' | 'invited' | 'invites-us' | 'rejected' | 'none';
  readonly isRoaming: boolean;
}

export interface SignedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Detached CAdES-BES over exactly `bytes`. */
  readonly signature: Uint8Array;
}

export interface SendOrder {
  readonly boxId: string;
  readonly toBoxId: string;
  readonly kind: DocumentKind;
  /** СЧФДОП, СЧФ, ДОП. */
  readonly documentFunction: string;
  /** Version of the format, `5.03`. */
  readonly formatVersion: string;
  readonly isRevision: boolean;
  readonly number: string;
  readonly date: string;
  readonly title: SignedFile;
  readonly comment?: string;
  /** Our id of the document, for systems that keep the sender's own id beside it: so that a lost answer can be told. */
  readonly documentId?: string;
}

export interface SentDocument {
  readonly boxId: string;
  readonly messageId: string;
  /** Entity of the seller's title. */
  readonly entityId: string;
  readonly sentAt: Instant;
}

/** A document in the list of what a box has sent, whoever sent it. */
export interface OutgoingDocument extends SentDocument {
  readonly number?: string;
  /** As a legal date, when the system tells one. */
  readonly date?: string;
  /** Our id of it, when it was sent with one. */
  readonly documentId?: string;
}

/** Who signs a service document, for systems that put it into the file. */
export interface ServiceSigner {
  readonly inn: string;
  readonly person: PersonName;
  readonly position?: string;
  /** DER of the certificate that will sign; operators that read the person from it need it. */
  readonly certificate?: Uint8Array;
}

export interface OperatorGateway {
  listBoxes(options: CallOptions): Promise<readonly OperatorBox[]>;
  /** Every box of the ИНН (and КПП when given) with its relation to ours; empty when the operator knows none. */
  findCounterparties(
    by: { readonly boxId: string; readonly inn: string; readonly kpp?: string },
    options: CallOptions,
  ): Promise<readonly OperatorCounterparty[]>;
  /** Sends once per key: a repeat answers with the first message. Throws OPERATOR_REFUSED (refused) with the operator's words. */
  send(order: SendOrder, options: KeyedCall): Promise<SentDocument>;
  /**
   * Events after the cursor, in the operator's order; an empty list ends the reading. `cursor` is opaque. `since` leaves out
   * what is older, where the system can; read so, an event has the same id as in the unbounded reading.
   */
  listEvents(
    order: { readonly boxId: string; readonly cursor?: string; readonly since?: Instant; readonly limit: number },
    options: CallOptions,
  ): Promise<{ readonly events: readonly OperatorEvent[]; readonly cursor?: string; readonly hasMore: boolean }>;
  /** Bytes of an entity: buyer's title, confirmation, notice; with its signature where there is one. */
  readEntity(
    at: { readonly boxId: string; readonly messageId: string; readonly entityId: string },
    options: CallOptions,
  ): Promise<{ readonly fileName: string; readonly bytes: Uint8Array; readonly signature?: Uint8Array }>;
  /** The file of the receipt (извещение о получении, ИоП) that we owe for an entity; unsigned. */
  makeReceipt(
    at: {
      readonly boxId: string;
      readonly messageId: string;
      readonly entityId: string;
      readonly signer: ServiceSigner;
    },
    options: CallOptions,
  ): Promise<{ readonly fileName: string; readonly bytes: Uint8Array }>;
  /** What the box has sent since, oldest first, a page at a time. Absent where the system gives no such list. */
  listOutgoing?(
    order: { readonly boxId: string; readonly since: Instant; readonly cursor?: string; readonly limit: number },
    options: CallOptions,
  ): Promise<{ readonly documents: readonly OutgoingDocument[]; readonly cursor?: string; readonly hasMore: boolean }>;
  /** One sent document, `undefined` when the operator does not have it. Absent where the system cannot be asked so. */
  findSent?(
    at: { readonly boxId: string; readonly messageId: string; readonly entityId: string },
    options: CallOptions,
  ): Promise<OutgoingDocument | undefined>;
  /** Sends it, signed, once per key. */
  sendReceipt(
    order: { readonly boxId: string; readonly messageId: string; readonly entityId: string; readonly file: SignedFile },
    options: KeyedCall,
  ): Promise<void>;
}
