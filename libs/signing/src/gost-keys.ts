import { BitString, type BaseBlock } from 'asn1js';
import { childrenOf, hexOf, octetsOf, oidOf, readBer, sequenceItems } from './asn1.js';
import { bits, objectId, octets, sequence, smallInteger, type Der, joinBytes } from './der.js';
import { findCurve, type GostCurve } from './gost-curves.js';
import { pointOf, randomScalar, type GostPoint } from './gost-signature.js';
import { fromBigEndian, fromLittleEndian, toLittleEndian } from './integers.js';
import { OID } from './oids.js';
import { SigningFault } from './signing-fault.js';

export type KeySize = 256 | 512;

/** A private key as PKCS#8 DER, the form that OpenSSL's GOST engine reads and writes. Keep it sealed at rest. */
export type PrivateKeyDer = Uint8Array;

export interface SecretKey {
  readonly curve: GostCurve;
  readonly secret: bigint;
}
export interface PublicKey {
  readonly curve: GostCurve;
  readonly point: GostPoint;
}

/** What real qualified certificates carry: CryptoPro XchA for 256 bits, ТК 26 set A for 512. */
const USUAL_CURVE = { 256: '1.2.643.2.2.36.0', 512: '1.2.643.7.1.2.1.2.1' } as const;
const KEY_SIZES: Readonly<Record<string, KeySize>> = { [OID.key256]: 256, [OID.key512]: 512 };

/** A new random key of GOST R 34.10-2012. `curveOid` names another parameter set than the usual one of the size. */
export const generateKey = (keySize: KeySize, curveOid: string = USUAL_CURVE[keySize]): PrivateKeyDer => {
  const curve = findCurve(curveOid);
  if (curve?.keySize !== keySize) throw new SigningFault('KEY_UNSUPPORTED', { curve: curveOid });
  const secret = toLittleEndian(randomScalar(curve), keySize / 8);
  return sequence(smallInteger(0), algorithmOf(keySize, curveOid), octets(secret));
};

/** Reads PKCS#8: the number raw, in an octet string (both little-endian) or as an integer (RFC 9215). Throws KEY_UNREADABLE. */
export const readPrivateKey = (privateKey: PrivateKeyDer): SecretKey & { readonly curveOid: string } => {
  try {
    const [, algorithm, value] = sequenceItems(readBer(privateKey));
    const { curve, curveOid } = readAlgorithm(algorithm);
    const secret = secretOf(octetsOf(value), curve);
    if (secret > 0n && secret < curve.order) return { curve, curveOid, secret };
  } catch (error) {
    if (error instanceof SigningFault) throw error;
  }
  throw new SigningFault('KEY_UNREADABLE');
};

const secretOf = (value: Uint8Array, { keySize }: GostCurve): bigint => {
  if (value.length === keySize / 8) return fromLittleEndian(value);
  const inner = readBer(value);
  return value[0] === 0x02 ? fromBigEndian(value.subarray(2)) : fromLittleEndian(octetsOf(inner));
};

/** SubjectPublicKeyInfo of the key's public half. */
export const publicKeyInfo = (privateKey: PrivateKeyDer): Der => {
  const { curve, curveOid, secret } = readPrivateKey(privateKey);
  const { x, y } = curve.points().BASE.multiply(secret).toAffine();
  const sizeBytes = curve.keySize / 8;
  const point = joinBytes(toLittleEndian(x, sizeBytes), toLittleEndian(y, sizeBytes));
  return sequence(algorithmOf(curve.keySize, curveOid), bits(octets(point)));
};

/** CryptoPro's parameter sets name the digest too, those of ТК 26 do not (RFC 9215, 4.1). */
const algorithmOf = (keySize: KeySize, curveOid: string): Der => {
  const digest = curveOid.startsWith('1.2.643.2.2.') ? [objectId(OID.digest256)] : [];
  return sequence(objectId(keySize === 256 ? OID.key256 : OID.key512), sequence(objectId(curveOid), ...digest));
};

const readAlgorithm = (block: BaseBlock | undefined): { readonly curve: GostCurve; readonly curveOid: string } => {
  const [key, parameters] = sequenceItems(block);
  const keySize = KEY_SIZES[oidOf(key)];
  const curveOid = keySize === undefined ? oidOf(key) : oidOf(childrenOf(parameters)[0]);
  const curve = findCurve(curveOid);
  if (keySize === undefined || curve?.keySize !== keySize)
    throw new SigningFault('KEY_UNSUPPORTED', { curve: curveOid });
  return { curve, curveOid };
};

const known = new Map<string, PublicKey>();
const KNOWN_KEYS = 500;

/**
 * The public key of a SubjectPublicKeyInfo. Throws KEY_UNSUPPORTED for other algorithms and unknown parameter sets,
 * KEY_UNREADABLE for a point that is not on the curve or not in its subgroup. Remembers keys: the check costs milliseconds.
 */
export const readPublicKey = (info: Uint8Array): PublicKey => {
  const name = hexOf(info);
  const found = known.get(name) ?? parsePublicKey(info);
  if (known.size >= KNOWN_KEYS) known.clear();
  known.set(name, found);
  return found;
};

const parsePublicKey = (info: Uint8Array): PublicKey => {
  const [algorithm, key] = sequenceItems(readBer(info));
  const { curve } = readAlgorithm(algorithm);
  const sizeBytes = curve.keySize / 8;
  const content = key instanceof BitString && key.valueBlock.unusedBits === 0 ? key.valueBlock.valueHexView : undefined;
  const xy = content === undefined ? new Uint8Array() : octetsOf(readBer(content));
  if (xy.length !== 2 * sizeBytes) throw new SigningFault('KEY_UNREADABLE');
  const point = pointOf(curve, {
    x: fromLittleEndian(xy.subarray(0, sizeBytes)),
    y: fromLittleEndian(xy.subarray(sizeBytes)),
  });
  if (point === undefined) throw new SigningFault('KEY_UNREADABLE');
  return { curve, point };
};
