import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { MasterKey } from './parse-values.js';

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A sealed record that cannot be opened: its key is not given, its bytes were changed, or it belongs to another record. */
export class EnvelopeBroken extends Error {
  constructor(
    readonly code: 'ENVELOPE_KEY_UNKNOWN' | 'ENVELOPE_BROKEN',
    readonly keyId: string,
  ) {
    super(`${code} ${keyId}`);
    this.name = 'EnvelopeBroken';
  }
}

/**
 * Seals bytes with AES-256-GCM under the first key. `context` names the record that they belong to
 * (`connection:<id>`): what was sealed for one record cannot be opened for another.
 * Form: version, length of key id, key id, nonce, tag, ciphertext.
 */
export const sealSecret = (bytes: Uint8Array, keys: readonly MasterKey[], context: string): Uint8Array => {
  const [key] = keys;
  if (key === undefined) throw new EnvelopeBroken('ENVELOPE_KEY_UNKNOWN', '');
  const head = headOf(key.id);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.concat([head, Buffer.from(context, 'utf8')]));
  const hidden = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return new Uint8Array(Buffer.concat([head, nonce, cipher.getAuthTag(), hidden]));
};

/** Throws EnvelopeBroken: ENVELOPE_KEY_UNKNOWN when the key is not given, ENVELOPE_BROKEN for changed bytes or another context. */
export const openSecret = (sealed: Uint8Array, keys: readonly MasterKey[], context: string): Uint8Array => {
  const keyId = sealedWith(sealed);
  const key = keys.find(({ id }) => id === keyId);
  if (key === undefined) throw new EnvelopeBroken('ENVELOPE_KEY_UNKNOWN', keyId);
  const head = headOf(keyId);
  const rest = sealed.subarray(head.length);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key.bytes, rest.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.concat([head, Buffer.from(context, 'utf8')]));
    decipher.setAuthTag(rest.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return new Uint8Array(Buffer.concat([decipher.update(rest.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]));
  } catch {
    throw new EnvelopeBroken('ENVELOPE_BROKEN', keyId);
  }
};

/** Id of the key that sealed it: whoever rotates keys finds what is left to seal anew. Throws EnvelopeBroken. */
export const sealedWith = (sealed: Uint8Array): string => {
  const [version, length = 0] = sealed;
  const isWhole = version === VERSION && sealed.length >= 2 + length + NONCE_BYTES + TAG_BYTES;
  if (!isWhole) throw new EnvelopeBroken('ENVELOPE_BROKEN', '');
  return Buffer.from(sealed.subarray(2, 2 + length)).toString('utf8');
};

const headOf = (keyId: string): Uint8Array => {
  const id = Buffer.from(keyId, 'utf8');
  return Buffer.concat([Uint8Array.of(VERSION, id.length), id]);
};
