import type { FaultOrder } from './fleet.js';

type Kind = Omit<FaultOrder, 'path' | 'times' | 'system' | 'method'> & { readonly words: string };

/** Everything that a system may do to a call instead of answering it, and from which a run must get on by itself. */
export const OUTSIDE_KINDS: readonly Kind[] = [
  { words: '429, Retry-After', kind: 'too-many-requests', retryAfterSec: 1 },
  { words: '429 without a word', kind: 'refusal', status: 429 },
  { words: '500', kind: 'server-error' },
  { words: '503', kind: 'unavailable' },
  { words: 'hang', kind: 'hang' },
  { words: 'reset before the work', kind: 'refuse-connection' },
  { words: 'done, answer lost', kind: 'drop-answer' },
  { words: 'done, answer 500', kind: 'accept-then-fail' },
  { words: 'done, answer past the time-out', kind: 'late-answer', delayMs: 15_000 },
  { words: 'slow drip', kind: 'slow-drip', delayMs: 1500 },
  { words: 'slow drip past the time-out', kind: 'slow-drip', delayMs: 24_000 },
  { words: 'wrong content type', kind: 'wrong-content-type' },
  { words: 'half a body', kind: 'half-body' },
  { words: 'login page', kind: 'login-page' },
  { words: 'token expired', kind: 'token-expiry' },
];

/** 1С proves itself by each call: there is no token that could expire. */
export const kindsOf = (system: FaultOrder['system']): readonly Kind[] =>
  system === 'onec' ? OUTSIDE_KINDS.filter(({ kind }) => kind !== 'token-expiry') : OUTSIDE_KINDS;

/** Acts of the outside that must not happen twice. */
export const ACTS: readonly Pick<FaultOrder, 'system' | 'path' | 'method'>[] = [
  { system: 'diadoc', path: '/V3/PostMessage', method: 'POST' },
  { system: 'onec', path: '/Document_', method: 'POST' },
  { system: 'onec', path: '/Post', method: 'POST' },
];
