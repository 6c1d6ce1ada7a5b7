import { expect, it } from '@jest/globals';
import { openKey, openSecret, sealedWith, sealKey, sealSecret, type EnvelopeKey } from './envelope.js';
import { generateKey } from './gost-keys.js';

const key = (id: string, byte: number): EnvelopeKey => ({ id, bytes: new Uint8Array(32).fill(byte) });
const [now, old] = [key('2026-б', 1), key('2025', 2)];
const secret = new TextEncoder().encode('пароль');

it('opens what it sealed, also when another key became the current one', () => {
  const sealed = sealSecret(secret, [old], 'connection:1');
  expect(openSecret(sealed, [now, old], 'connection:1')).toEqual(secret);
  expect(sealedWith(sealed)).toBe('2025');
  expect(sealedWith(sealSecret(secret, [now, old], 'connection:1'))).toBe('2026-б');
});

it('seals the same bytes differently each time and shows nothing of them', () => {
  const [a, b] = [sealSecret(secret, [now], 'c'), sealSecret(secret, [now], 'c')];
  expect(a).not.toEqual(b);
  expect(Buffer.from(a).includes(Buffer.from(secret))).toBe(false);
});

it('opens nothing for another record, with another key, or after a change', () => {
  const sealed = sealSecret(secret, [now], 'connection:1');
  expect(() => openSecret(sealed, [now], 'connection:2')).toThrow('ENVELOPE_BROKEN');
  expect(() => openSecret(sealed, [old], 'connection:1')).toThrow('ENVELOPE_KEY_UNKNOWN');
  expect(() => openSecret(sealed, [{ ...old, id: now.id }], 'connection:1')).toThrow('ENVELOPE_BROKEN');
  for (let i = 0; i < sealed.length; i += 1) {
    const changed = Uint8Array.from(sealed);
    changed[i] = changed[i]! ^ 1;
    expect(() => openSecret(changed, [now, old], 'connection:1')).toThrow('ENVELOPE');
  }
  expect(() => openSecret(sealed.subarray(0, 20), [now], 'connection:1')).toThrow('ENVELOPE_BROKEN');
});

it("keeps a signer's key for its certificate only", () => {
  const privateKey = generateKey(256);
  const sealed = sealKey(privateKey, [now], 'aa');
  expect(openKey(sealed, [now], 'aa')).toEqual(privateKey);
  expect(() => openKey(sealed, [now], 'bb')).toThrow('ENVELOPE_BROKEN');
});
