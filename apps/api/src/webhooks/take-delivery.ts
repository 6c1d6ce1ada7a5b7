import { openSecret, type MasterKey } from '@potok/config';
import { newId } from '@potok/persistence';
import { Refusal } from '../problems/refusal.js';
import type { EndpointCache } from './endpoint-cache.js';
import { eventKeyOf } from './event-key.js';
import type { HookDatabase, HookEndpoint } from './hook-database.js';
import { maskBody, maskHeaders } from './mask-secrets.js';
import { isProven } from './prove-caller.js';
import { readBody, type ReadBody } from './read-body.js';

export interface HookParts {
  readonly db: HookDatabase;
  readonly endpoints: EndpointCache;
  readonly keys: readonly MasterKey[];
  readonly now: () => Date;
}

export interface IncomingCall {
  readonly kind: HookEndpoint['kind'];
  readonly token: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** Checks who calls, stores, answers. What the call means is decided by the worker's admission. */
export const takeDelivery = async (parts: HookParts, call: IncomingCall): Promise<{ deliveryId: string }> => {
  const endpoint = await parts.endpoints.find(call.kind, call.token);
  if (endpoint === undefined) throw new Refusal('not-found', 'HOOK_UNKNOWN');
  if (endpoint.expiresAt !== null && endpoint.expiresAt <= parts.now()) throw new Refusal('not-found', 'HOOK_UNKNOWN');
  if (!endpoint.isEnabled) throw new Refusal('not-found', 'HOOK_DISABLED');
  const body = readBody(call.bytes, call.contentType);
  refuseUnproven(parts, { call, endpoint, body });
  const id = newId();
  const value = body.kind === 'raw' ? undefined : body.value;
  const { deliveryId } = await parts.db.store({
    id,
    endpoint,
    eventKey: eventKeyOf({
      sameAs: endpoint.sameAs,
      body: value,
      bytes: call.bytes,
      idempotencyKey: call.headers['idempotency-key'],
      freshId: id,
    }),
    headers: maskHeaders(call.headers, endpoint.proof),
    contentType: call.contentType,
    body: textToStore(body),
    raw: body.kind === 'raw' ? body.bytes : null,
    sizeBytes: call.bytes.length,
  });
  return { deliveryId };
};

const textToStore = (body: ReadBody): string | null => {
  switch (body.kind) {
    case 'json':
      return maskBody(body.value) === body.value ? body.text : JSON.stringify(maskBody(body.value));
    case 'form':
      return JSON.stringify(maskBody(body.value));
    case 'raw':
      return null;
  }
};

const refuseUnproven = (
  { keys }: HookParts,
  { call, endpoint, body }: { call: IncomingCall; endpoint: HookEndpoint; body: ReadBody },
): void => {
  const { proof, sealedKey, id } = endpoint;
  if (proof.kind === 'none') return;
  if (sealedKey === null) throw new Refusal('forbidden', 'PROOF_KEY_MISSING');
  const key = Buffer.from(openSecret(sealedKey, keys, `endpoint:${id}`)).toString('utf8');
  const value = body.kind === 'raw' ? undefined : body.value;
  if (isProven(proof, { headers: call.headers, body: value, bytes: call.bytes }, key)) return;
  throw new Refusal('unknown-caller', 'PROOF_WRONG');
};
