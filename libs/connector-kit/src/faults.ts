import { NodeFault, isNodeFault, type FaultFacts, type FaultKind, type HttpAnswer } from '@potok/contracts';
import { ADDRESS_FORBIDDEN } from './guarded-lookup.js';
import { retryAfterMs } from './retry-after.js';

const LONGEST_WORDS = 500;

/** What is known of a call when its answer is judged. */
export interface CallAbout {
  /** The connector's id, `diadoc`. */
  readonly system: string;
  readonly now: Date;
  /** What the system said in its own words, when the connector could read them; default: a plain-text body. */
  readonly words?: string;
  readonly facts?: FaultFacts;
}

/** The words of a plain-text or short JSON answer; nothing of a page made for a browser. */
export const wordsOf = (answer: HttpAnswer): string | undefined => {
  if (isHtml(answer)) return undefined;
  const text = new TextDecoder().decode(answer.body.subarray(0, LONGEST_WORDS * 4)).trim();
  return text === '' ? undefined : text.slice(0, LONGEST_WORDS);
};

/** Whether the answer is a page for a browser: a login form, a stub of a proxy, a page of maintenance. */
export const isHtml = (answer: HttpAnswer): boolean => {
  if ((answer.headers['content-type'] ?? '').includes('text/html')) return true;
  const start = new TextDecoder().decode(answer.body.subarray(0, 200)).trimStart().toLowerCase();
  return start.startsWith('<!doctype html') || start.startsWith('<html');
};

const judge = (status: number): { readonly kind: FaultKind; readonly code: string } => {
  if (status === 429) return { kind: 'unavailable', code: 'TOO_MANY_REQUESTS' };
  if (status >= 500 || status === 408 || status === 423 || status === 425)
    return { kind: 'unavailable', code: 'SYSTEM_UNAVAILABLE' };
  if (status === 401) return { kind: 'refused', code: 'NOT_AUTHORIZED' };
  if (status === 402) return { kind: 'refused', code: 'PAYMENT_REQUIRED' };
  if (status === 403) return { kind: 'refused', code: 'ACCESS_DENIED' };
  if (status >= 400) return { kind: 'refused', code: 'CALL_REFUSED' };
  return { kind: 'unavailable', code: 'UNEXPECTED_ANSWER' };
};

/**
 * The fault of an answer that is no success: 429, 5xx and 408 are `unavailable` with the Retry-After of the answer,
 * other 4xx `refused`; a success or redirect that was not wanted is UNEXPECTED_ANSWER.
 */
export const faultOfStatus = (answer: HttpAnswer, about: CallAbout): NodeFault => {
  const { kind, code } = judge(answer.status);
  const words = about.words ?? wordsOf(answer);
  const waitMs = kind === 'unavailable' ? retryAfterMs(answer.headers, about.now) : undefined;
  return new NodeFault(kind, code, {
    facts: { system: about.system, status: answer.status, ...(words === undefined ? {} : { words }), ...about.facts },
    ...(waitMs === undefined ? {} : { retryAfterMs: waitMs }),
  });
};

/** The fault of a 2xx answer that is not what the protocol says: a page where data was expected. Worth another try later. */
export const faultOfAnswer = (answer: HttpAnswer, about: CallAbout): NodeFault =>
  new NodeFault('unavailable', 'UNEXPECTED_ANSWER', {
    facts: { system: about.system, status: answer.status, isPage: isHtml(answer), ...about.facts },
  });

const CERTIFICATE = /^(CERT_|ERR_TLS|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH)/;

/**
 * The fault of a call that got no answer: name, connection or line failed (`unavailable`, NETWORK_FAILED), the other
 * side's certificate is wrong (`refused`), the address is not public (`refused`, ADDRESS_FORBIDDEN), the call itself has
 * a method or header that HTTP does not know (`invalid`, BAD_CALL).
 */
export const faultOfNetwork = (error: unknown, facts: FaultFacts): NodeFault => {
  if (isNodeFault(error)) return error;
  const reason = codeOf(error);
  if (reason === 'UND_ERR_INVALID_ARG') return new NodeFault('invalid', 'BAD_CALL', { facts, cause: error });
  if (reason === ADDRESS_FORBIDDEN) return new NodeFault('refused', 'ADDRESS_FORBIDDEN', { facts });
  if (CERTIFICATE.test(reason))
    return new NodeFault('refused', 'CERTIFICATE_NOT_TRUSTED', { facts: { ...facts, reason } });
  return new NodeFault('unavailable', 'NETWORK_FAILED', { facts: { ...facts, reason } });
};

const codeOf = (error: unknown): string => {
  const { code, cause } = (typeof error === 'object' && error !== null ? error : {}) as {
    readonly code?: unknown;
    readonly cause?: unknown;
  };
  if (typeof code === 'string') return code;
  return cause === undefined ? 'UNKNOWN' : codeOf(cause);
};
