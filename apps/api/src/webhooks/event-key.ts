import { createHash } from 'node:crypto';
import { Refusal } from '../problems/refusal.js';

const LONGEST = 200;

/** RFC 6901; `undefined` where nothing lies. */
export const valueAt = (value: unknown, pointer: string): unknown => {
  let here = value;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, name)) return undefined;
    here = (here as Record<string, unknown>)[name];
  }
  return here;
};

const digest = (value: string | Uint8Array) => createHash('sha256').update(value).digest('hex');

/**
 * By what a repeat is known: the value at the trigger's pointer, else the caller's `Idempotency-Key`, else nothing (a key
 * of its own). A number that JavaScript cannot hold exactly would make two events one: then the whole body is the key.
 */
export const eventKeyOf = (call: {
  readonly sameAs: string | null;
  readonly body: unknown;
  readonly bytes: Uint8Array;
  readonly idempotencyKey: string | undefined;
  readonly freshId: string;
}): string => {
  if (call.sameAs !== null) return keyAt(call.body, call.sameAs, call.bytes);
  if (call.idempotencyKey === undefined || call.idempotencyKey === '') return `fresh:${call.freshId}`;
  return short(`key:${call.idempotencyKey}`);
};

const keyAt = (body: unknown, pointer: string, bytes: Uint8Array): string => {
  const value = valueAt(body, pointer);
  if (typeof value === 'string' && value !== '') return short(`body:${value}`);
  if (typeof value === 'number') return Number.isSafeInteger(value) ? `body:${value}` : `bytes:${digest(bytes)}`;
  throw new Refusal('invalid', 'SAME_AS_MISSING', { field: pointer, facts: { pointer } });
};

const short = (key: string) => (key.length > LONGEST ? `sha256:${digest(key)}` : key);
