/**
 * Writing DER, byte for byte. Certificates and attributes are signed as bytes, so that what we write is made here and
 * what we read is never written anew.
 */
export type Der = Uint8Array;

export const joinBytes = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** Any element: its tag byte and the bytes inside. */
export const tagged = (tag: number, ...inside: readonly Uint8Array[]): Der => {
  const content = joinBytes(...inside);
  return joinBytes(Uint8Array.of(tag), lengthOf(content.length), content);
};

const lengthOf = (length: number): Uint8Array => {
  if (length < 0x80) return Uint8Array.of(length);
  const hex = length.toString(16);
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  return joinBytes(Uint8Array.of(0x80 | bytes.length), bytes);
};

export const sequence = (...items: readonly Der[]): Der => tagged(0x30, ...items);
/** SET OF: DER sorts its items. */
export const setOf = (...items: readonly Der[]): Der =>
  tagged(0x31, ...[...items].sort((a, b) => Buffer.compare(a, b)));
/** `[n]`, constructed. */
export const context = (n: number, ...inside: readonly Uint8Array[]): Der => tagged(0xa0 | n, ...inside);
export const octets = (bytes: Uint8Array): Der => tagged(0x04, bytes);
export const bits = (bytes: Uint8Array, unused = 0): Der => tagged(0x03, Uint8Array.of(unused), bytes);
export const boolean = (value: boolean): Der => tagged(0x01, Uint8Array.of(value ? 0xff : 0));
export const nothing: Der = Uint8Array.of(0x05, 0);

/** A number of zero or more, from its big-endian bytes. */
export const integer = (bigEndian: Uint8Array): Der => {
  const first = bigEndian.findIndex((byte) => byte !== 0);
  const trimmed = first === -1 ? Uint8Array.of(0) : bigEndian.subarray(first);
  return tagged(0x02, ((trimmed[0] ?? 0) & 0x80) === 0 ? trimmed : joinBytes(Uint8Array.of(0), trimmed));
};
export const smallInteger = (value: number): Der => integer(Uint8Array.of(value));

export const objectId = (dotted: string): Der => {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return tagged(0x06, Uint8Array.from([40 * first + second, ...rest].flatMap(base128)));
};

const base128 = (value: number): number[] => {
  const digits = [value % 128];
  for (let left = Math.floor(value / 128); left > 0; left = Math.floor(left / 128)) digits.unshift(0x80 | (left % 128));
  return digits;
};

export const utf8 = (text: string): Der => tagged(0x0c, Buffer.from(text, 'utf8'));
export const numericString = (text: string): Der => tagged(0x12, Buffer.from(text, 'latin1'));
export const printableString = (text: string): Der => tagged(0x13, Buffer.from(text, 'latin1'));
export const ia5String = (text: string): Der => tagged(0x16, Buffer.from(text, 'latin1'));

/** UTCTime up to 2049, GeneralizedTime after; whole seconds. */
export const time = (at: Date): Der => {
  const digits = `${at.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;
  return at.getUTCFullYear() < 2050 ? tagged(0x17, Buffer.from(digits.slice(2))) : tagged(0x18, Buffer.from(digits));
};
