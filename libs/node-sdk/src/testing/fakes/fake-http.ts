import type { HttpAnswer, HttpService } from '@potok/contracts';
import type { Seen } from './state.js';

type Order = Parameters<HttpService['request']>[0];
/** An answer as a test writes it: text or JSON for the body. */
export interface EasyAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * The outside world over HTTP. Answers with what `answer` gives for the call (default: 200, `{}`); a call that changes
 * something and carries an `Idempotency-Key` acts once and is answered as the first time.
 */
export const fakeHttp = (answer: (order: Order) => EasyAnswer = () => ({})): HttpService & Seen => {
  const acts = new Map<string, HttpAnswer>();
  let unkeyed = 0;
  return {
    async request(order) {
      if (order.signal.aborted) throw new Error('aborted');
      if (order.method === 'GET') return asAnswer(answer(order));
      const key = order.headers?.['Idempotency-Key'] ?? `unkeyed-${(unkeyed += 1)}`;
      const known = acts.get(key);
      if (known !== undefined) return known;
      const fresh = asAnswer(answer(order));
      acts.set(key, fresh);
      return fresh;
    },
    state: () => [...acts.keys()],
  };
};

const asAnswer = ({ status = 200, headers, body = {} }: EasyAnswer): HttpAnswer => ({
  status,
  headers: headers ?? { 'content-type': typeof body === 'string' ? 'text/plain' : 'application/json' },
  body:
    body instanceof Uint8Array
      ? body
      : new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
});
