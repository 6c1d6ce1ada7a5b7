import { NodeFault, type FaultKind, type HttpAnswer, type Json } from '@potok/contracts';
import { faultOfStatus, retryAfterMs, type CallAbout } from '@potok/connector-kit';

export const SYSTEM = 'bitrix24';

/** An error of the REST envelope, of a call or of one command of a batch. */
export interface RestError {
  readonly code: string;
  readonly words: string;
}

const CODES: Readonly<Record<string, readonly [kind: FaultKind, code: string]>> = {
  QUERY_LIMIT_EXCEEDED: ['unavailable', 'TOO_MANY_REQUESTS'],
  OVERLOAD_LIMIT: ['unavailable', 'TOO_MANY_REQUESTS'],
  OPERATION_TIME_LIMIT: ['unavailable', 'TOO_MANY_REQUESTS'],
  INTERNAL_SERVER_ERROR: ['unavailable', 'SYSTEM_UNAVAILABLE'],
  ERROR_UNEXPECTED_ANSWER: ['unavailable', 'SYSTEM_UNAVAILABLE'],
  NO_AUTH_FOUND: ['refused', 'NOT_AUTHORIZED'],
  INVALID_CREDENTIALS: ['refused', 'NOT_AUTHORIZED'],
  EXPIRED_TOKEN: ['refused', 'NOT_AUTHORIZED'],
  ACCESS_DENIED: ['refused', 'ACCESS_DENIED'],
  INSUFFICIENT_SCOPE: ['refused', 'ACCESS_DENIED'],
  USER_ACCESS_ERROR: ['refused', 'ACCESS_DENIED'],
  PAYMENT_REQUIRED: ['refused', 'PAYMENT_REQUIRED'],
  PORTAL_DELETED: ['refused', 'PORTAL_DELETED'],
};

/** The error of an envelope; `undefined` when it is a success. The code may be empty, a number or a word. */
export const restErrorOf = (body: Json): RestError | undefined => {
  if (typeof body !== 'object' || body === null || Array.isArray(body) || !('error' in body)) return undefined;
  const { error, error_description: words } = body as Readonly<Record<string, Json>>;
  return { code: typeof error === 'string' ? error : '', words: typeof words === 'string' ? words : '' };
};

/** Older CRM methods say «not found» with an empty code, newer ones by name. */
export const isNotFound = ({ code, words }: RestError): boolean =>
  code === 'NOT_FOUND' || code === 'ERROR_NOT_FOUND' || /not found/i.test(words);

/** The fault of an error inside a batch or of a whole call. */
export const faultOfError = (error: RestError, method: string, waitMs?: number): NodeFault => {
  const [kind, code] = CODES[error.code.toUpperCase()] ?? ['refused', 'CRM_REFUSED'];
  return new NodeFault(kind, code, {
    facts: { system: SYSTEM, method, words: error.words === '' ? error.code : error.words, crmCode: error.code },
    ...(kind === 'unavailable' && waitMs !== undefined ? { retryAfterMs: waitMs } : {}),
  });
};

/** The fault of a failed answer: by the error's own code where it says one, else by the status. */
export const faultOfCall = (
  answer: HttpAnswer,
  body: Json,
  about: CallAbout & { readonly method: string },
): NodeFault => {
  const error = restErrorOf(body);
  const isKnown = error !== undefined && error.code.toUpperCase() in CODES;
  if (error === undefined || (!isKnown && answer.status >= 500)) return faultOfStatus(answer, about);
  return faultOfError(error, about.method, retryAfterMs(answer.headers, about.now) ?? untilReset(body, about.now));
};

/** OPERATION_TIME_LIMIT says when the method may be called again: `time.operating_reset_at`, seconds since 1970. */
const untilReset = (body: Json, now: Date): number | undefined => {
  const { time } = body as { readonly time?: { readonly operating_reset_at?: string } };
  const resetMs = Number(time?.operating_reset_at) * 1000 - now.getTime();
  return Number.isNaN(resetMs) ? undefined : Math.max(resetMs, 0);
};
