import type { Comparison, GapCode, GapState } from '../engine/reconcile.js';

/** Answers of the HTTP API about reconciliations. See views.ts. */
export interface ReconciliationView {
  readonly id: string;
  /** `ordered`: no worker has begun it yet. */
  readonly status: 'ordered' | 'running' | 'done' | 'failed';
  /** The person or the token that asked for it; the schedule's own name otherwise. */
  readonly askedBy: string;
  readonly since?: string;
  readonly orderedAt: string;
  readonly startedAt?: string;
  readonly endedAt?: string;
  readonly counts: ReconciliationCounts;
}
export interface ReconciliationCounts {
  readonly found: number;
  /** Of them, those that no earlier report had. */
  readonly new: number;
  readonly mended: number;
  readonly parked: number;
  readonly open: number;
}
export interface ReconciliationDetailView extends ReconciliationView {
  readonly comparisons: readonly (Comparison & { readonly detail: string; readonly connectionName?: string })[];
  readonly fault?: { readonly code: string; readonly detail: string };
  /** A page of them, the latest first; `next` leads on. */
  readonly findings: readonly ReconciliationFindingView[];
  readonly next?: string;
}
export interface ReconciliationFindingView {
  readonly id: string;
  readonly code: GapCode;
  readonly state: GapState;
  readonly isNew: boolean;
  readonly foundAt: string;
  readonly subject: string;
  readonly runId?: string;
  readonly documentId?: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly detail: string;
}
