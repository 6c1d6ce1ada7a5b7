import { createHmac } from 'node:crypto';
import type { Proof } from '@potok/contracts';
import { isSame } from '../identity/secrets.js';
import { valueAt } from './event-key.js';

export interface Call {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly bytes: Uint8Array;
}

/** Is the caller who it says? `key` is the endpoint's secret; without one nobody is, except where no proof is asked. */
export const isProven = (proof: Proof, call: Call, key: string | undefined): boolean => {
  if (proof.kind === 'none') return true;
  if (key === undefined || key === '') return false;
  switch (proof.kind) {
    case 'bitrix24-application-token':
      return isSame(textOf(valueAt(call.body, '/auth/application_token')), key);
    case 'hmac-sha256':
      return isSigned(headerOf(call, proof.header), call.bytes, key);
    case 'token':
      return isSame(headerOf(call, proof.header).replace(/^Bearer\s+/i, ''), key);
    case 'basic':
      return isSame(headerOf(call, 'authorization'), `Basic ${Buffer.from(key, 'utf8').toString('base64')}`);
  }
};

const headerOf = ({ headers }: Call, name: string): string => headers[name.toLowerCase()] ?? '';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Hex or base64, with or without `sha256=` before it: senders differ. */
const isSigned = (header: string, bytes: Uint8Array, key: string): boolean => {
  const given = header.replace(/^sha256=/i, '').trim();
  const right = createHmac('sha256', key).update(bytes).digest();
  return isSame(given.toLowerCase(), right.toString('hex')) || isSame(given, right.toString('base64'));
};
