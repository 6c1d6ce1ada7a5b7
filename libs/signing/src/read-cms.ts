import { SignerInfo } from 'pkijs';
import type { BaseBlock } from 'asn1js';
import {
  childrenOf,
  integerBytes,
  isContext,
  isSameBytes,
  oidOf,
  octetsOf,
  rawOf,
  readBer,
  sequenceItems,
  setItems,
} from './asn1.js';
import { Asn1Unreadable } from './check-frame.js';
import { joinBytes, nothing } from './der.js';
import { OID } from './oids.js';

export interface CmsSigner {
  /** Absent when the signer is named by a key identifier. */
  readonly issuerName?: Uint8Array;
  readonly serial?: Uint8Array;
  readonly digestOid: string;
  readonly signatureOid: string;
  /** The attributes as they were signed: a SET. Absent: the signature has none. */
  readonly signedAttributes?: Uint8Array;
  readonly attributes: readonly { readonly oid: string; readonly values: readonly BaseBlock[] }[];
  readonly value: Uint8Array;
}

export interface Cms {
  readonly hasContent: boolean;
  readonly contentType: string;
  readonly digestOids: readonly string[];
  /** DER of each, as it came. */
  readonly certificates: readonly Uint8Array[];
  readonly signers: readonly CmsSigner[];
}

/** Takes a CMS SignedData (BER or DER) apart, keeping the bytes that are signed. Throws on anything else. */
export const readCms = (bytes: Uint8Array): Cms => {
  const [type, wrapped] = sequenceItems(readBer(bytes));
  if (oidOf(type) !== OID.signedData || !isContext(wrapped, 0)) throw new Asn1Unreadable('SignedData expected');
  const [version, digests, encapsulated, ...rest] = sequenceItems(only(childrenOf(wrapped)));
  // RFC 5652, 5.1: other versions belong to signers and contents that are not ours; 5 to revocation data of other forms.
  const versions = rest.some((block) => isContext(block, 1)) ? [1, 5] : [1];
  if (!versions.includes(numberOf(version))) throw new Asn1Unreadable('unexpected version');
  const [contentType, content] = sequenceItems(encapsulated);
  const certificates = rest.filter((block) => isContext(block, 0));
  const signers = rest.filter((block) => !isContext(block, 0) && !isContext(block, 1));
  return {
    hasContent: content !== undefined,
    contentType: oidOf(contentType),
    digestOids: setItems(digests).map((block) => algorithmOid(block)),
    certificates: certificates.flatMap((block) => childrenOf(block).map(rawOf)),
    signers: setItems(only(signers)).map(readSigner),
  };
};

const readSigner = (block: BaseBlock): CmsSigner => {
  const info = new SignerInfo({ schema: block });
  const [version, name, digest, ...rest] = sequenceItems(block);
  const attributes = rest.find((item) => isContext(item, 0));
  const [signature] = rest.filter((item) => !isContext(item, 0) && !isContext(item, 1));
  const isNamed = !isContext(name, 0);
  if (numberOf(version) !== (isNamed ? 1 : 3)) throw new Asn1Unreadable('version does not fit the signer');
  return {
    ...(isNamed ? issuerAndSerial(name) : {}),
    digestOid: algorithmOid(digest),
    signatureOid: algorithmOid(signature),
    ...(attributes === undefined ? {} : { signedAttributes: asSet(rawOf(attributes)) }),
    attributes: attributes === undefined ? [] : childrenOf(attributes).map(readAttribute),
    value: octetsOf(info.signature),
  };
};

const issuerAndSerial = (block: BaseBlock | undefined) => {
  const [issuer, serial] = sequenceItems(block);
  if (issuer === undefined) throw new Asn1Unreadable('issuer expected');
  return { issuerName: rawOf(issuer), serial: integerBytes(serial) };
};

const readAttribute = (block: BaseBlock) => {
  const [oid, values] = sequenceItems(block);
  return { oid: oidOf(oid), values: setItems(values) };
};

/** Algorithms of GOST digests and signatures have no parameters, or NULL for them. */
const algorithmOid = (block: BaseBlock | undefined): string => {
  const [oid, parameters, ...more] = sequenceItems(block);
  const isPlain = parameters === undefined || isSameBytes(rawOf(parameters), nothing);
  if (!isPlain || more.length > 0) throw new Asn1Unreadable('no parameters expected');
  return oidOf(oid);
};

const asSet = (raw: Uint8Array): Uint8Array => joinBytes(Uint8Array.of(0x31), raw.subarray(1));

const numberOf = (block: BaseBlock | undefined): number => {
  const [value = -1, ...more] = integerBytes(block);
  return more.length === 0 ? value : -1;
};

const only = <T>(items: readonly T[]): T => {
  const [first, ...more] = items;
  if (first === undefined || more.length > 0) throw new Asn1Unreadable('one element expected');
  return first;
};
