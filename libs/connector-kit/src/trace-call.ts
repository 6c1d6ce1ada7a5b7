import type { HttpAnswer, HttpService, OutsideCall } from '@potok/contracts';
import { faultOfNetwork } from './faults.js';
import { redactUrl } from './redact.js';
import { shownSide } from './shown-body.js';

type Order = Parameters<HttpService['request']>[0];
type Draft = { -readonly [K in keyof OutsideCall]: OutsideCall[K] };

export interface Tracing {
  readonly now: () => Date;
  /** Values that must never be seen in a log, a fault or a trace. */
  readonly secrets?: readonly string[];
  /**
   * Who listens to the call that is about to be made, if anybody. The call is handed over when it begins and is filled in
   * when it ends, so that one that never ends is seen too.
   */
  readonly onCall?: () => ((call: OutsideCall) => void) | undefined;
}

export interface Trace {
  answered(answer: HttpAnswer): void;
  failed(error: unknown): void;
}

/** Tells the listener of one call what may be shown of it. Costs nothing when nobody listens. */
export const traceCall = (tracing: Tracing, order: Order, url: URL): Trace | undefined => {
  const tell = tracing.onCall?.();
  if (tell === undefined) return undefined;
  const secrets = tracing.secrets ?? [];
  const startedAt = tracing.now();
  const call: Draft = {
    at: startedAt.toISOString(),
    method: order.method.slice(0, 20),
    url: redactUrl(url, secrets).slice(0, 500),
    request: shownSide({ headers: order.headers ?? {}, body: bytesOf(order.body) }, secrets),
  };
  tell(call);
  const end = () => {
    call.ms = tracing.now().getTime() - startedAt.getTime();
  };
  return {
    answered: ({ status, headers, body }) => {
      end();
      call.status = status;
      call.response = shownSide({ headers, body, status }, secrets);
    },
    failed: (error) => {
      end();
      call.failure = failureOf(error, { host: url.host, ms: call.ms ?? 0 });
    },
  };
};

const bytesOf = (body: Order['body']): Uint8Array =>
  typeof body === 'string' ? new TextEncoder().encode(body) : (body ?? new Uint8Array());

const failureOf = (error: unknown, { host, ms }: { readonly host: string; readonly ms: number }) => {
  const name = nameOf(error);
  if (name === 'TimeoutError') return { code: 'DEADLINE_EXCEEDED', facts: { host, timeoutMs: ms } };
  if (name === 'AbortError') return { code: 'CALL_CANCELLED', facts: { host } };
  const { code, facts } = faultOfNetwork(error, { host });
  return { code, facts };
};

const nameOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'name' in error ? error.name : undefined;
