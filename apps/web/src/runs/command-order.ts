import type { RunCommandKind } from '@potok/contracts';

/** The body of `POST …/runs/:id/commands`. */
export interface CommandOrder {
  readonly kind: RunCommandKind;
  readonly node?: string;
  readonly visit?: string;
  /** Which way out a skipped step takes. */
  readonly port?: string;
  /** The mended input of the step. */
  readonly data?: unknown;
  readonly reason?: string;
}

export const ASKED = ['cancel', 'mend-and-go-on', 'skip-step', 'undo', 'close'] as const;
export type AskedCommand = (typeof ASKED)[number];

/** Commands that a dialog explains before they are given. */
export const isAsked = (kind: RunCommandKind): kind is AskedCommand => ASKED.some((one) => one === kind);
