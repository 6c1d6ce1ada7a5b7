import type { DocflowState } from '../docflow/status.js';
import type { DocumentId, DecimalText, Instant, LegalDate, Sha256 } from '../ids.js';

/** The closed list of what the worker lends to a node that names it under `needs`. */
export const SERVICE_NAMES = ['documents', 'blobs', 'signer', 'http'] as const;
export type ServiceName = (typeof SERVICE_NAMES)[number];

export interface Services {
  readonly documents: DocumentService;
  readonly blobs: BlobService;
  readonly signer: SignerService;
  readonly http: HttpService;
}

/** A value that is too big or too private for step rows and history. */
export interface BlobRef {
  readonly sha256: Sha256;
  readonly sizeBytes: number;
  readonly mediaType: string;
  readonly fileName?: string;
}

export interface BlobService {
  /** Stores bytes under their sha256 in the run's workspace; storing twice is one blob. */
  put(bytes: Uint8Array, about: { readonly mediaType: string; readonly fileName?: string }): Promise<BlobRef>;
  /** Throws `BLOB_NOT_FOUND` (broken) when absent. */
  read(sha256: Sha256): Promise<Uint8Array>;
}

/** Kinds of documents that have a number of their own. */
export type DocumentKind = 'upd' | 'ukd' | 'invoice' | 'act' | 'torg12';

export interface DraftDocument {
  readonly kind: DocumentKind;
  /** Функция of the format: СЧФДОП, СЧФ, ДОП. */
  readonly documentFunction: string;
  readonly organizationId: string;
  readonly counterparty: CounterpartyRef;
  /** Number and date from the CRM or 1С; absent: the next of the organization's series and its date today. */
  readonly number?: string;
  readonly date?: LegalDate;
  readonly dealId?: string;
  readonly total: DecimalText;
  readonly vat: DecimalText;
  /** Lines and all other content, as given to the builder; kept for correction and readable view. */
  readonly content: unknown;
}

export interface CounterpartyRef {
  readonly name: string;
  readonly inn: string;
  readonly kpp?: string;
}

export interface DocumentRecord {
  readonly documentId: DocumentId;
  readonly kind: DocumentKind;
  readonly documentFunction: string;
  readonly organizationId: string;
  readonly number: string;
  readonly date: LegalDate;
  readonly revision: number;
  readonly total: DecimalText;
  readonly vat: DecimalText;
  readonly counterparty: CounterpartyRef;
  readonly content: unknown;
  /** Where it stands now. */
  readonly state: DocflowState;
  /** When the row was made; files of the document are formed as of it, so that a repeat gives the same bytes. */
  readonly draftedAt: Instant;
}

/** Which file of a document: seller's and buyer's title, or a service document. */
export type TitleRole = 'seller' | 'buyer' | 'receipt' | 'confirmation' | 'rejection' | 'clarification' | 'annulment';

export interface TitleFile {
  readonly role: TitleRole;
  readonly fileName: string;
  readonly file: BlobRef;
  /** Detached CMS (`.sgn`), when signed. */
  readonly signature?: BlobRef;
}

export interface DocumentService {
  /**
   * Makes the document's row, or finds the one this key has made: number and date are fixed here, once, and neither a
   * retry nor midnight changes them. Unique: organization, kind, number, date, revision (fault `refused`, DOCUMENT_NUMBER_TAKEN).
   */
  draft(order: DraftDocument, key: string): Promise<DocumentRecord>;
  /** Throws DOCUMENT_NOT_FOUND (invalid). */
  get(documentId: string): Promise<DocumentRecord>;
  /** Own organization as documents need it. Throws ORGANIZATION_NOT_FOUND (invalid). */
  organization(organizationId: string): Promise<OrganizationProfile>;
  /** The only own organization, or the one whose ИНН (and КПП) is given. Throws ORGANIZATION_NOT_FOUND, ORGANIZATION_AMBIGUOUS (invalid). */
  findOrganization(by: { readonly inn?: string; readonly kpp?: string }): Promise<OrganizationProfile>;
  /** Adds a title once per role; adding the same bytes twice is one title, other bytes are refused (TITLE_FIXED). */
  addTitle(
    documentId: string,
    title: { readonly role: TitleRole; readonly fileName: string; readonly bytes: Uint8Array },
  ): Promise<TitleFile>;
  addSignature(documentId: string, role: TitleRole, signature: Uint8Array): Promise<TitleFile>;
  readTitle(
    documentId: string,
    role: TitleRole,
  ): Promise<{ readonly title: TitleFile; readonly bytes: Uint8Array; readonly signature?: Uint8Array }>;
  /** Notes where the operator keeps the document; the pollers find the document by it. */
  recordSent(
    documentId: string,
    at: {
      readonly boxId: string;
      readonly messageId: string;
      readonly entityId: string;
      readonly system: string;
      readonly connectionId?: string;
    },
  ): Promise<void>;
  /** Marks beside the four tracks. */
  recordMark(
    documentId: string,
    mark: 'exported' | 'paid' | 'archived',
    evidence: Readonly<Record<string, unknown>>,
  ): Promise<void>;
  removeMark(documentId: string, mark: 'exported' | 'paid' | 'archived'): Promise<void>;
  /** Throws away a draft that was never sent; its number stays used. Safe twice, safe when it never came to be. */
  discard(key: string): Promise<void>;
}

export interface OrganizationProfile {
  readonly organizationId: string;
  readonly kind: 'legal' | 'sole-trader';
  readonly name: string;
  readonly inn: string;
  readonly kpp?: string;
  readonly ogrn?: string;
  readonly ogrnDate?: LegalDate;
  readonly person?: PersonName;
  readonly address?: AddressText;
  readonly bank?: BankAccount;
  /** Режим налогообложения. */
  readonly taxRegime: 'osno' | 'usn' | 'usn-vat-5' | 'usn-vat-7' | 'psn' | 'npd';
  readonly timeZone: string;
  readonly boxes: readonly { readonly system: string; readonly boxId: string; readonly fnsParticipantId: string }[];
  readonly signers: readonly SignerProfile[];
}

export interface PersonName {
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName?: string;
}
export interface AddressText {
  readonly countryCode: string;
  readonly countryName?: string;
  readonly text: string;
  readonly regionCode?: string;
  readonly postalCode?: string;
}
export interface BankAccount {
  readonly account: string;
  readonly bankName?: string;
  readonly bik?: string;
  readonly correspondentAccount?: string;
}
export interface SignerProfile {
  readonly certificateId: string;
  readonly person: PersonName;
  readonly position?: string;
  readonly thumbprint: string;
  readonly provider: 'software' | 'dss' | 'operator-cloud' | 'browser';
  readonly notAfter: string;
  /** Signed with a software key: «тестовая подпись, без юридической силы». */
  readonly isTest: boolean;
}

export interface SignerService {
  /**
   * Signs with a key that the worker holds: detached CAdES-BES. Throws CERTIFICATE_EXPIRED, CERTIFICATE_OF_OTHER_OWNER,
   * SIGNER_NOT_FOUND (invalid). Returns `undefined` when the provider needs a person: then the wait stays open.
   */
  sign(order: {
    readonly organizationId: string;
    readonly certificateId?: string;
    readonly bytes: Uint8Array;
  }): Promise<{ readonly signature: Uint8Array; readonly signer: SignerProfile } | undefined>;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}
/** Outgoing HTTP of a node without a gateway, behind the SSRF guard. */
export interface HttpService {
  request(order: {
    readonly method: string;
    readonly url: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: Uint8Array | string;
    readonly timeoutMs?: number;
    readonly signal: AbortSignal;
  }): Promise<HttpAnswer>;
}
