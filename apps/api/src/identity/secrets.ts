import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 bits that nobody guesses, fit for an address or a header. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** How a session's or token's secret is kept: it has full entropy, so a plain hash is enough. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Compares in constant time, whatever the lengths. */
export const isSame = (left: string | Uint8Array, right: string | Uint8Array): boolean => {
  const digest = (value: string | Uint8Array) => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(left), digest(right));
};
