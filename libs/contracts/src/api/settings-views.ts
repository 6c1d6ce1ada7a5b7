import type { FaultKind } from '../names.js';
import type { AddressText, BankAccount, PersonName } from '../nodes/services.js';

/** Answers of the HTTP API about what is set up once: accounts, own firms, people's trail. See views.ts. */
export interface ConnectionView {
  readonly id: string;
  readonly name: string;
  readonly system: string;
  readonly gateway: string;
  /** A test contour: trial runs may act on it. */
  readonly isTest: boolean;
  readonly status: 'unchecked' | 'works' | 'fails';
  readonly checkedAt?: string;
  readonly fault?: { readonly kind: FaultKind; readonly code: string; readonly detail: string };
  readonly settings: Readonly<Record<string, unknown>>;
  readonly usedBy: readonly { readonly scenarioId: string; readonly name: string }[];
  /** What has changed in the account and is still used; absent when there is nothing. */
  readonly broken?: readonly {
    readonly code: string;
    readonly detail: string;
    /** Where it is used; absent: by the connection itself, or by an organization. */
    readonly scenario?: { readonly scenarioId: string; readonly name: string };
  }[];
}

/** All that a form needs to send it back changed. */
export interface OrganizationView {
  readonly id: string;
  readonly kind: 'legal' | 'sole-trader';
  readonly name: string;
  readonly inn: string;
  readonly kpp?: string;
  readonly ogrn?: string;
  readonly ogrnDate?: string;
  /** Who the sole trader is. */
  readonly person?: PersonName;
  readonly address?: AddressText;
  readonly bank?: BankAccount;
  readonly taxRegime: string;
  readonly timeZone: string;
  readonly boxes: readonly {
    readonly system: string;
    readonly boxId: string;
    readonly fnsParticipantId: string;
    readonly connectionId?: string;
    /** The operator's last list of boxes lacks it. */
    readonly isGone?: true;
  }[];
  readonly signers: readonly CertificateView[];
}
export interface CertificateView {
  readonly id: string;
  readonly organizationId: string;
  readonly owner: string;
  readonly position?: string;
  readonly inn?: string;
  readonly thumbprint: string;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly provider: string;
  readonly isTest: boolean;
}
export interface CounterpartyView {
  readonly id: string;
  readonly name: string;
  readonly inn: string;
  readonly kpp?: string;
  readonly documents: number;
  readonly lastDocumentAt?: string;
}
export interface AuditView {
  readonly id: string;
  readonly at: string;
  /** The person or the token by name, the operator's system, the scenario of the run; or the part of Potok itself. */
  readonly who: string;
  readonly actor: 'user' | 'token' | 'system' | 'run' | 'operator';
  /** Of a run's act; `askedBy` when a person or a token started it. */
  readonly run?: { readonly id: string; readonly askedBy?: string };
  readonly act: string;
  readonly object: { readonly kind: string; readonly id: string };
  readonly facts: Readonly<Record<string, unknown>>;
  readonly hash?: string;
}
