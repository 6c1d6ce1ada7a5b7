import { createHash, randomBytes } from 'node:crypto';
import { octetsOf, readBer, sequenceItems } from './asn1.js';
import {
  bits,
  boolean,
  context,
  ia5String,
  integer,
  joinBytes,
  numericString,
  objectId,
  octets,
  printableString,
} from './der.js';
import { sequence, setOf, smallInteger, tagged, time, utf8, type Der } from './der.js';
import { publicKeyInfo, readPrivateKey, type PrivateKeyDer } from './gost-keys.js';
import { signDigest } from './gost-signature.js';
import { NAME_PARTS, OID, type NamePart } from './oids.js';
import { streebog } from './streebog.js';
import { BitString } from 'asn1js';

export type SubjectParts = Partial<Readonly<Record<NamePart, string>>>;

export interface CertificateOrder {
  readonly subject: SubjectParts;
  readonly issuer: SubjectParts;
  /** Of the subject: only its public half goes in. */
  readonly subjectKey: PrivateKeyDer;
  readonly issuerKey: PrivateKeyDer;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly extensions: readonly Der[];
}

/** An X.509 v3 certificate, signed with the issuer's GOST key. */
export const buildCertificate = (order: CertificateOrder): Der => {
  const { curve, secret } = readPrivateKey(order.issuerKey);
  const algorithm = sequence(objectId(curve.keySize === 256 ? OID.signature256 : OID.signature512));
  const toBeSigned = sequence(
    context(0, smallInteger(2)),
    integer(joinBytes(Uint8Array.of(1), randomBytes(15))),
    algorithm,
    nameOf(order.issuer),
    sequence(time(order.notBefore), time(order.notAfter)),
    nameOf(order.subject),
    publicKeyInfo(order.subjectKey),
    context(
      3,
      sequence(
        ...order.extensions,
        extension(OID.subjectKeyIdentifier, octets(keyIdentifier(order.subjectKey))),
        extension(OID.authorityKeyIdentifier, sequence(tagged(0x80, keyIdentifier(order.issuerKey)))),
      ),
    ),
  );
  const value = signDigest(curve, secret, streebog(curve.keySize, toBeSigned));
  return sequence(toBeSigned, algorithm, bits(value));
};

export const extension = (oid: string, value: Der, isCritical = false): Der =>
  sequence(objectId(oid), ...(isCritical ? [boolean(true)] : []), octets(value));

/** Method 1 of RFC 5280, 4.2.1.2, over the key's value as the engine of OpenSSL does it. */
const keyIdentifier = (privateKey: PrivateKeyDer): Uint8Array => {
  const [, key] = sequenceItems(readBer(publicKeyInfo(privateKey)));
  const content = key instanceof BitString ? key.valueBlock.valueHexView : octetsOf(key);
  return createHash('sha1').update(content).digest();
};

const DIGITS: readonly NamePart[] = ['inn', 'innLegal', 'ogrn', 'ogrnip', 'snils'];

const nameOf = (parts: SubjectParts): Der =>
  sequence(
    ...(Object.entries(parts) as [NamePart, string][]).map(([part, value]) =>
      setOf(sequence(objectId(NAME_PARTS[part].oid), textOf(part, value))),
    ),
  );

const textOf = (part: NamePart, value: string): Der => {
  if (DIGITS.includes(part)) return numericString(value);
  if (part === 'country') return printableString(value);
  return part === 'email' ? ia5String(value) : utf8(value);
};
