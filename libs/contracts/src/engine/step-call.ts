import type { Instant } from '../ids.js';
import type { FaultFacts } from '../node-fault.js';

/** One side of a call as it may be shown: secrets masked, of the body a beginning, and nothing of what is no short text. */
export interface CallSide {
  readonly headers: Readonly<Record<string, string>>;
  readonly sizeBytes: number;
  readonly body?: string;
  /** `body` is only its beginning. */
  readonly isCut?: boolean;
}

/** One HTTP call to an outside system. Neither status nor failure: nobody waited for the answer. */
export interface OutsideCall {
  readonly at: Instant;
  readonly method: string;
  /** Without user and query, secrets in the path masked. */
  readonly url: string;
  readonly request: CallSide;
  readonly status?: number;
  readonly response?: CallSide;
  /** Why there was no answer. */
  readonly failure?: { readonly code: string; readonly facts: FaultFacts };
  readonly ms?: number;
}

/** A call of a step, with the try in which it was made. */
export interface StepCall extends OutsideCall {
  readonly attempt?: number;
  /** Made while the step was undone. */
  readonly isUndo?: boolean;
}
