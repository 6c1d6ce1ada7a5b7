import type { StandInId } from '../server/stand-in-id.js';

/** Faults that the shell plays on any route of a system. */
export const TRANSPORT_FAULTS = [
  'latency',
  'too-many-requests',
  'server-error',
  'unavailable',
  'refusal',
  'hang',
  'refuse-connection',
  'drop-answer',
  'late-answer',
  'slow-drip',
  'accept-then-fail',
  'login-page',
  'half-body',
  'wrong-content-type',
] as const;
/** Faults that only the stand-in itself can play; it takes them from the board. */
export const STAND_IN_FAULTS = ['repeat-events', 'reorder-events', 'token-expiry'] as const;
export const FAULT_KINDS = [...TRANSPORT_FAULTS, ...STAND_IN_FAULTS] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

export interface FaultOrder {
  readonly system: StandInId;
  readonly kind: FaultKind;
  /** Absent: any request of the system. `path` is a part of the address, letter case aside. */
  readonly match?: FaultMatch;
  /** How many requests it meets; absent: until it is disarmed. */
  readonly times?: number;
  /** Milliseconds of `latency`, of `late-answer`, and over all of `slow-drip`. */
  readonly delayMs?: number;
  /** Status of `refusal`, 400 to 599: 402, 403, 409, 410… */
  readonly status?: number;
  /** Seconds of `Retry-After` in 429 and 503. A `refusal` with 429 names none unless it is told here. */
  readonly retryAfterSec?: number;
}

export interface FaultMatch {
  readonly method?: string;
  readonly path?: string;
}

export interface ArmedFault extends FaultOrder {
  readonly id: string;
  readonly met: number;
}

/** What a request shows to the board. */
export interface FaultTarget {
  readonly system: StandInId;
  readonly method: string;
  readonly path: string;
}
