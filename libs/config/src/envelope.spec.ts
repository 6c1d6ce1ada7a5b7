import { expect, it } from '@jest/globals';
import { EnvelopeBroken, openSecret, sealedWith, sealSecret } from './envelope.js';

const key = (id: string, byte: number) => ({ id, bytes: new Uint8Array(32).fill(byte) });
const secret = new TextEncoder().encode('ключ');

it('opens what it sealed, also after the first key was replaced', () => {
  const sealed = sealSecret(secret, [key('old', 1)], 'connection:a');
  expect(openSecret(sealed, [key('new', 2), key('old', 1)], 'connection:a')).toEqual(secret);
  expect(sealedWith(sealed)).toBe('old');
});

it('opens it for no other record, with no other key, and not when a byte was changed', () => {
  const sealed = sealSecret(secret, [key('k', 1)], 'connection:a');
  expect(() => openSecret(sealed, [key('k', 1)], 'connection:b')).toThrow(EnvelopeBroken);
  expect(() => openSecret(sealed, [key('other', 1)], 'connection:a')).toThrow('ENVELOPE_KEY_UNKNOWN k');
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Uint8Array.from(sealed, (byte, index) => (index === at ? byte ^ 1 : byte));
    expect(() => openSecret(changed, [key('k', 1)], 'connection:a')).toThrow(EnvelopeBroken);
  }
});

it('never seals the same secret to the same bytes', () => {
  expect(sealSecret(secret, [key('k', 1)], 'c')).not.toEqual(sealSecret(secret, [key('k', 1)], 'c'));
});
