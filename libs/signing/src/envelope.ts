import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { joinBytes } from './der.js';
import { SigningFault } from './signing-fault.js';

/** A 32-byte key with the name that is written beside what it sealed. The first of a list seals, all of them open. */
export interface EnvelopeKey {
  readonly id: string;
  readonly bytes: Uint8Array;
}

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals bytes with AES-256-GCM under the first key. `context` names the record that they belong to
 * (`connection:<id>`): what was sealed for one record cannot be opened for another.
 * Form: version, length of key id, key id, nonce, tag, ciphertext.
 */
export const sealSecret = (bytes: Uint8Array, keys: readonly EnvelopeKey[], context: string): Uint8Array => {
  const [key] = keys;
  if (key === undefined) throw new SigningFault('ENVELOPE_KEY_UNKNOWN', { keyId: '' });
  const head = headOf(key.id);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(bound(head, context));
  const hidden = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return joinBytes(head, nonce, cipher.getAuthTag(), hidden);
};

/** Throws ENVELOPE_KEY_UNKNOWN when the key is not given, ENVELOPE_BROKEN for changed bytes or another context. */
export const openSecret = (sealed: Uint8Array, keys: readonly EnvelopeKey[], context: string): Uint8Array => {
  const keyId = sealedWith(sealed);
  const key = keys.find(({ id }) => id === keyId);
  if (key === undefined) throw new SigningFault('ENVELOPE_KEY_UNKNOWN', { keyId });
  const head = headOf(keyId);
  const rest = sealed.subarray(head.length);
  try {
    const nonce = rest.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', key.bytes, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(bound(head, context));
    decipher.setAuthTag(rest.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const hidden = rest.subarray(NONCE_BYTES + TAG_BYTES);
    return new Uint8Array(Buffer.concat([decipher.update(hidden), decipher.final()]));
  } catch {
    throw new SigningFault('ENVELOPE_BROKEN');
  }
};

/** Id of the key that sealed it: whoever rotates keys finds what is left to seal anew. Throws ENVELOPE_BROKEN. */
export const sealedWith = (sealed: Uint8Array): string => {
  const [version, length = 0] = sealed;
  const isWhole = version === VERSION && sealed.length >= 2 + length + NONCE_BYTES + TAG_BYTES;
  if (!isWhole) throw new SigningFault('ENVELOPE_BROKEN');
  return Buffer.from(sealed.subarray(2, 2 + length)).toString('utf8');
};

const headOf = (keyId: string): Uint8Array => {
  const id = Buffer.from(keyId, 'utf8');
  return joinBytes(Uint8Array.of(VERSION, id.length), id);
};

const bound = (head: Uint8Array, context: string): Uint8Array => joinBytes(head, Buffer.from(context, 'utf8'));

/** Seals a signer's private key; it opens only for the certificate with this thumbprint. */
export const sealKey = (privateKey: Uint8Array, keys: readonly EnvelopeKey[], thumbprint: string): Uint8Array =>
  sealSecret(privateKey, keys, `software-key:${thumbprint}`);

/** The other way. Throws as openSecret. */
export const openKey = (sealed: Uint8Array, keys: readonly EnvelopeKey[], thumbprint: string): Uint8Array =>
  openSecret(sealed, keys, `software-key:${thumbprint}`);
