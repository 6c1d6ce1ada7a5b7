import type { FaultKind } from '../names.js';

/** Answers of the HTTP API about what is set up once: accounts, own firms, people's trail. See views.ts. */
export interface ConnectionView {
  readonly id: string;
  readonly name: string;
  readonly system: string;
  readonly gateway: string;
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

export interface OrganizationView {
  readonly id: string;
  readonly kind: 'legal' | 'sole-trader';
  readonly name: string;
  readonly inn: string;
  readonly kpp?: string;
  readonly ogrn?: string;
  readonly address?: string;
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
  readonly who: string;
  readonly act: string;
  readonly object: { readonly kind: string; readonly id: string };
  readonly facts: Readonly<Record<string, unknown>>;
  readonly hash?: string;
}
