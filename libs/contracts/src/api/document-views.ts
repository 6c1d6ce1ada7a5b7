import type { DocflowState, Headline } from '../docflow/status.js';
import type { DocumentQueue } from '../names.js';
import type { CountView } from './answers.js';

export interface DocumentView {
  readonly id: string;
  readonly kind: string;
  readonly documentFunction: string;
  readonly number: string;
  readonly date: string;
  readonly revision: number;
  readonly organization: { readonly id: string; readonly name: string; readonly inn: string };
  readonly counterparty: { readonly name: string; readonly inn: string; readonly kpp?: string };
  readonly total: string;
  readonly vat: string;
  readonly headline: Headline;
  readonly state: DocflowState;
  readonly runId?: string;
  readonly dealId?: string;
  readonly isTestSignature: boolean;
  /** Made by a trial run: of no force, and in no queue. */
  readonly isTrial: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
}
/** How many documents wait for whom, under the conditions of the list. */
export type DocumentQueuesView = Readonly<Record<'all' | DocumentQueue, CountView>>;
export interface DocumentDetailView extends DocumentView {
  readonly titles: readonly {
    readonly role: string;
    readonly fileName: string;
    readonly sha256: string;
    readonly sizeBytes: number;
    readonly isSigned: boolean;
    readonly signer?: string;
    readonly createdAt: string;
  }[];
  readonly history: readonly {
    readonly at: string;
    readonly kind: string;
    readonly source: string;
    readonly facts: Readonly<Record<string, unknown>>;
  }[];
}
