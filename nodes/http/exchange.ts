import { NodeFault, type HttpAnswer, type HttpService } from '@potok/contracts';

/** One call, as both nodes of this family make it. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
  readonly timeoutSec: number | undefined;
  readonly signal: AbortSignal;
}
export interface Exchanged {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

/** The largest answer that goes into a step's data; what is bigger belongs into a file. */
export const MAX_ANSWER_BYTES = 4 * 1024 * 1024;
const SHOWN_CHARACTERS = 300;
const TRY_LATER = [408, 425, 429];

/** Calls and reads the answer. Statuses other than 2xx are faults: 408, 425, 429 and 5xx may be tried again, others may not. */
export const exchange = async (http: HttpService, order: Exchange): Promise<Exchanged> => {
  const { timeoutSec, ...call } = order;
  const answer = await http.request({ ...call, ...(timeoutSec === undefined ? {} : { timeoutMs: timeoutSec * 1000 }) });
  if (answer.status < 200 || answer.status > 299) throw faultOf(answer, order.url);
  if (answer.body.length > MAX_ANSWER_BYTES)
    throw new NodeFault('refused', 'HTTP_ANSWER_TOO_BIG', {
      facts: { host: hostOf(order.url), sizeBytes: answer.body.length, limitBytes: MAX_ANSWER_BYTES },
    });
  return { status: answer.status, headers: { ...answer.headers }, body: bodyOf(answer) };
};

const faultOf = (answer: HttpAnswer, url: string): NodeFault => {
  const isLater = answer.status >= 500 || TRY_LATER.includes(answer.status);
  const retryAfterMs = retryAfterOf(answer.headers['retry-after']);
  return new NodeFault(isLater ? 'unavailable' : 'refused', isLater ? 'HTTP_UNAVAILABLE' : 'HTTP_REFUSED', {
    facts: { status: answer.status, host: hostOf(url), answer: textOf(answer).slice(0, SHOWN_CHARACTERS) },
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
};

/** Seconds only; a date in `Retry-After` is left to the usual delays. */
const retryAfterOf = (header: string | undefined): number | undefined => {
  const seconds = Number(header ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
};

const textOf = (answer: HttpAnswer): string => {
  const charset = /charset="?([\w-]+)/i.exec(answer.headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(answer.body);
  } catch {
    return new TextDecoder().decode(answer.body);
  }
};

const bodyOf = (answer: HttpAnswer): unknown => {
  const text = textOf(answer);
  if (!/[/+]json\b/i.test(answer.headers['content-type'] ?? '')) return text;
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
};

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url.slice(0, 100));
