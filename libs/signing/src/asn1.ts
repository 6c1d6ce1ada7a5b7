import {
  Constructed,
  fromBER,
  Integer,
  ObjectIdentifier,
  OctetString,
  Sequence,
  Set as SetOf,
  type BaseBlock,
} from 'asn1js';
import { Asn1Unreadable, checkFrame } from './check-frame.js';

const LIMITS = { maxDepth: 32, maxNodes: 20_000, parseEmbedded: false } as const;

/** One whole BER element: refuses bytes after it, depth over 32 and more nodes than any certificate has. */
export const readBer = (bytes: Uint8Array): BaseBlock => {
  checkFrame(bytes);
  const { offset, result } = fromBER(bytes, { ...LIMITS, maxContentLength: Math.max(bytes.length, 1) });
  if (offset !== bytes.length || result.error !== '') throw new Asn1Unreadable(result.error);
  return result;
};

/** The element's own bytes, as they came. Signatures are checked over these and never over a re-serialisation. */
export const rawOf = (block: BaseBlock): Uint8Array => block.valueBeforeDecodeView;

export const childrenOf = (block: BaseBlock | undefined): readonly BaseBlock[] => {
  if (block instanceof Constructed) return block.valueBlock.value;
  throw new Asn1Unreadable('constructed element expected');
};

export const sequenceItems = (block: BaseBlock | undefined): readonly BaseBlock[] => {
  if (block instanceof Sequence) return childrenOf(block);
  throw new Asn1Unreadable('sequence expected');
};

export const setItems = (block: BaseBlock | undefined): readonly BaseBlock[] => {
  if (block instanceof SetOf) return childrenOf(block);
  throw new Asn1Unreadable('set expected');
};

export const isContext = (block: BaseBlock | undefined, n: number): block is BaseBlock =>
  block?.idBlock.tagClass === 3 && block.idBlock.tagNumber === n;

export const oidOf = (block: BaseBlock | undefined): string => {
  if (block instanceof ObjectIdentifier) return block.valueBlock.toString();
  throw new Asn1Unreadable('object identifier expected');
};

/** Value bytes of an octet string; BER may cut it into parts. */
export const octetsOf = (block: BaseBlock | undefined): Uint8Array => {
  if (block instanceof OctetString) return new Uint8Array(block.getValue());
  throw new Asn1Unreadable('octet string expected');
};

export const integerBytes = (block: BaseBlock | undefined): Uint8Array => {
  // An enumerated number is an Integer for the parser.
  if (block instanceof Integer && block.idBlock.tagNumber === 2) return block.valueBlock.valueHexView;
  throw new Asn1Unreadable('integer expected');
};

export const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

export const isSameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
