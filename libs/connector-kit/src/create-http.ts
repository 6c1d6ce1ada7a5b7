import { isIP } from 'node:net';
import { Agent, request, type Dispatcher } from 'undici';
import { NodeFault, type HttpAnswer, type HttpService } from '@potok/contracts';
import { faultOfNetwork } from './faults.js';
import { isForbiddenAddress } from './forbidden-address.js';
import { guardedLookup, type ResolveAll } from './guarded-lookup.js';
import type { Limiter } from './limiter.js';
import { redact, redactUrl } from './redact.js';
import { nextHop } from './redirect.js';
import { traceCall, type Tracing } from './trace-call.js';

export interface HttpOptions extends Tracing {
  /** Non-public addresses that may be called all the same, `host:port`; the port is always written. */
  readonly allowHosts: readonly string[];
  /** Facts of each call: method, address without query, status, milliseconds. Never a header, never a body. */
  readonly log: (event: string, facts: Readonly<Record<string, unknown>>) => void;
  readonly limiter?: Limiter;
  /** Default 30 s a call; an order may say otherwise. */
  readonly timeoutMs?: number;
  /** Default 32 MiB. */
  readonly maxRequestBytes?: number;
  readonly maxResponseBytes?: number;
  /** How names are resolved; default: the system. */
  readonly resolve?: ResolveAll;
}
type Order = Parameters<HttpService['request']>[0];
interface Doors {
  readonly guarded: Dispatcher;
  readonly open: Dispatcher;
}

const TIMEOUT_MS = 30_000;
const MAX_BYTES = 32 * 1024 * 1024;
const MAX_HOPS = 5;
const CONNECT = { timeout: 10_000 };

const doorsOf = (resolve?: ResolveAll): Doors => ({
  guarded: new Agent({ connect: { ...CONNECT, lookup: guardedLookup(resolve) } }),
  open: new Agent({ connect: CONNECT }),
});
// Connections are kept alive and shared by all callers of a process.
const shared = doorsOf();

/**
 * The way outside for connectors and nodes. Promises: an answer of any status, or a NodeFault (NETWORK_FAILED,
 * DEADLINE_EXCEEDED: `unavailable`; ADDRESS_FORBIDDEN, CERTIFICATE_NOT_TRUSTED, ANSWER_TOO_BIG: `refused`; BAD_ADDRESS,
 * BAD_CALL, BODY_TOO_BIG: `invalid`), or the reason of the caller's abort. Connects to public addresses and to `allowHosts` only,
 * also after a redirect; follows redirects of GET and HEAD, taking credentials to no other origin.
 */
export const createHttp = (options: HttpOptions): HttpService => {
  const doors = options.resolve === undefined ? shared : doorsOf(options.resolve);
  return {
    async request(order) {
      const body = typeof order.body === 'string' ? new TextEncoder().encode(order.body) : order.body;
      const max = options.maxRequestBytes ?? MAX_BYTES;
      if (body !== undefined && body.length > max)
        throw new NodeFault('invalid', 'BODY_TOO_BIG', { facts: { sizeBytes: body.length, maxBytes: max } });
      await options.limiter?.take(order.signal);
      return withDeadline(order, options, (signal) =>
        follow({ ...order, signal, ...(body === undefined ? {} : { body }) }, (hop, url) => {
          const door = isAllowed(url, options.allowHosts) ? doors.open : doors.guarded;
          return callOnce(hop, { url, door, options });
        }),
      );
    },
  };
};

const withDeadline = async (
  order: Order,
  options: HttpOptions,
  work: (signal: AbortSignal) => Promise<HttpAnswer>,
): Promise<HttpAnswer> => {
  order.signal.throwIfAborted();
  const timeoutMs = order.timeoutMs ?? options.timeoutMs ?? TIMEOUT_MS;
  // A timer of its own, ended with the call: a signal that times out by itself holds all that hangs on it until then.
  const deadline = new AbortController();
  const timer = setTimeout(() => {
    deadline.abort(new DOMException('The deadline is over', 'TimeoutError'));
  }, timeoutMs);
  const host = hostOf(order.url, options.secrets ?? []);
  try {
    return await work(AbortSignal.any([order.signal, deadline.signal]));
  } catch (error) {
    order.signal.throwIfAborted();
    if (deadline.signal.aborted)
      throw new NodeFault('unavailable', 'DEADLINE_EXCEEDED', { facts: { host, timeoutMs } });
    throw faultOfNetwork(error, { host });
  } finally {
    clearTimeout(timer);
  }
};

const follow = async (first: Order, call: (order: Order, url: URL) => Promise<HttpAnswer>): Promise<HttpAnswer> => {
  let order = first;
  for (let hops = 0; ; hops += 1) {
    const url = parse(order.url);
    const answer = await call(order, url);
    const next = nextHop(order, url, answer);
    if (next === undefined) return answer;
    if (hops >= MAX_HOPS) throw new NodeFault('refused', 'TOO_MANY_REDIRECTS', { facts: { host: url.host } });
    order = next;
  }
};

interface Call {
  readonly url: URL;
  readonly door: Dispatcher;
  readonly options: HttpOptions;
}

const callOnce = async (order: Order, at: Call): Promise<HttpAnswer> => {
  const { url, options } = at;
  const startedMs = options.now().getTime();
  const facts = { method: order.method, url: redactUrl(url, options.secrets ?? []) };
  const trace = traceCall(options, order, url);
  try {
    const answer = await send(order, at);
    options.log('http.answered', { ...facts, status: answer.status, ms: options.now().getTime() - startedMs });
    trace?.answered(answer);
    return answer;
  } catch (error) {
    trace?.failed(error);
    throw error;
  }
};

const send = async (order: Order, { url, door, options }: Call): Promise<HttpAnswer> => {
  const answer = await request(url, {
    method: order.method,
    headers: { ...order.headers },
    body: order.body ?? null,
    signal: order.signal,
    dispatcher: door,
  });
  const body = await readAll(answer.body, options.maxResponseBytes ?? MAX_BYTES, url.host);
  return { status: answer.statusCode, headers: plain(answer.headers), body };
};

const readAll = async (body: AsyncIterable<Uint8Array>, maxBytes: number, host: string): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    // Leaving the loop destroys the stream, and with it the connection.
    if (size > maxBytes) throw new NodeFault('refused', 'ANSWER_TOO_BIG', { facts: { host, maxBytes } });
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
};

const parse = (text: string): URL => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new NodeFault('invalid', 'BAD_ADDRESS', { facts: {} });
};

// A literal address never passes a lookup, so it is judged here.
const isAllowed = (url: URL, allowHosts: readonly string[]): boolean => {
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
  if (allowHosts.includes(`${url.hostname}:${port}`)) return true;
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) === 0 || !isForbiddenAddress(literal)) return false;
  throw new NodeFault('refused', 'ADDRESS_FORBIDDEN', { facts: { host: url.host } });
};

const plain = (headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), typeof value === 'string' ? value : value.join(', ')]],
    ),
  );

const hostOf = (text: string, secrets: readonly string[]): string =>
  URL.canParse(text) ? redact(new URL(text).host, secrets) : '';
