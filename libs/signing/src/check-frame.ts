/** Thrown by everything that takes ASN.1 apart; callers turn it into a code of theirs. */
export class Asn1Unreadable extends Error {}

const MAX_DEPTH = 32;
const MAX_ELEMENTS = 20_000;
const CONSTRUCTED = 0x20;
const INDEFINITE = 0x80;
/** Universal types that may be constructed in BER: octet and bit string; and those that must be: sequence and set. */
const MAY_BE_CONSTRUCTED = [0x04, 0x03];
const MUST_BE_CONSTRUCTED = [0x10, 0x11];

/**
 * Walks the frame of tags and lengths before a parser sees it. Parsers forgive lengths that do not fit and types that
 * are constructed and should not be; what is signed must have one reading only. Throws Asn1Unreadable.
 */
export const checkFrame = (bytes: Uint8Array): void => {
  const walk: Walk = { bytes, elements: 0 };
  if (readElement(walk, { at: 0, end: bytes.length }, 0) !== bytes.length)
    throw new Asn1Unreadable('bytes after the end');
};

interface Walk {
  readonly bytes: Uint8Array;
  elements: number;
}
interface Span {
  readonly at: number;
  readonly end: number;
}

/** Answers where the element ends. */
const readElement = (walk: Walk, { at, end }: Span, depth: number): number => {
  walk.elements += 1;
  if (depth > MAX_DEPTH || walk.elements > MAX_ELEMENTS) throw new Asn1Unreadable('too deep or too many');
  const tag = byteAt(walk, at, end);
  checkTag(tag);
  const { length, from } = readLength(walk, { at: at + 1, end });
  const isConstructed = (tag & CONSTRUCTED) !== 0;
  if (length === undefined) {
    if (!isConstructed) throw new Asn1Unreadable('indefinite length of a value');
    return readUntilEnd(walk, { at: from, end }, depth);
  }
  const stop = from + length;
  if (stop > end) throw new Asn1Unreadable('length beyond the end');
  if (tag === 0x05 && length !== 0) throw new Asn1Unreadable('null with a value');
  for (let next = from; isConstructed && next < stop;) next = readElement(walk, { at: next, end: stop }, depth + 1);
  return stop;
};

/** Elements up to the two zero bytes that close an indefinite length. */
const readUntilEnd = (walk: Walk, { at, end }: Span, depth: number): number => {
  let next = at;
  while (byteAt(walk, next, end) !== 0 || byteAt(walk, next + 1, end) !== 0) {
    next = readElement(walk, { at: next, end }, depth + 1);
  }
  return next + 2;
};

const checkTag = (tag: number): void => {
  const number = tag & 0x1f;
  const isConstructed = (tag & CONSTRUCTED) !== 0;
  const isUniversal = (tag & 0xc0) === 0;
  const mustBe = MUST_BE_CONSTRUCTED.includes(number);
  const isOdd = isUniversal && isConstructed !== mustBe && !MAY_BE_CONSTRUCTED.includes(number);
  if (tag === 0 || number === 0x1f || isOdd) throw new Asn1Unreadable('unexpected tag');
};

const readLength = (walk: Walk, { at, end }: Span): { readonly length?: number; readonly from: number } => {
  const first = byteAt(walk, at, end);
  if (first < INDEFINITE) return { length: first, from: at + 1 };
  if (first === INDEFINITE) return { from: at + 1 };
  const count = first - INDEFINITE;
  if (count > 4) throw new Asn1Unreadable('length of a length');
  let length = 0;
  for (let i = 1; i <= count; i += 1) length = length * 256 + byteAt(walk, at + i, end);
  return { length, from: at + 1 + count };
};

const byteAt = ({ bytes }: Walk, at: number, end: number): number => {
  const byte = at < end ? bytes[at] : undefined;
  if (byte === undefined) throw new Asn1Unreadable('end of input');
  return byte;
};
