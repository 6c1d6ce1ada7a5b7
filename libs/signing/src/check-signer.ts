import { createHash } from 'node:crypto';
import { GeneralizedTime, UTCTime, type BaseBlock } from 'asn1js';
import { integerBytes, isContext, isSameBytes, octetsOf, oidOf, rawOf, childrenOf, sequenceItems } from './asn1.js';
import type { ReadCertificate } from './certificate.js';
import { finding, type Finding } from './finding.js';
import { readPublicKey, type PublicKey } from './gost-keys.js';
import { isSignatureOf } from './gost-signature.js';
import { OID } from './oids.js';
import type { Cms, CmsSigner } from './read-cms.js';
import { streebog, type DigestBits } from './streebog.js';

export interface SignerOrder {
  readonly cms: Cms;
  readonly signer: CmsSigner;
  readonly certificate: ReadCertificate;
  readonly bytes: Uint8Array;
}

const DIGESTS: Readonly<Record<string, DigestBits>> = { [OID.digest256]: 256, [OID.digest512]: 512 };
/** A signer may name its key or its key with the digest. */
const SIGNATURES: Readonly<Record<string, DigestBits>> = {
  [OID.key256]: 256,
  [OID.signature256]: 256,
  [OID.key512]: 512,
  [OID.signature512]: 512,
};

/** The signature itself: algorithms, signed attributes, digest of the bytes, the certificate that was meant, the value. */
export const checkSigner = ({
  cms,
  signer,
  certificate,
  bytes,
}: SignerOrder): { readonly findings: readonly Finding[]; readonly signedAt?: Date } => {
  const key = keyOf(certificate);
  if (key === undefined) return { findings: [finding('KEY_UNSUPPORTED')] };
  const { keySize } = key.curve;
  const isFit = DIGESTS[signer.digestOid] === keySize && SIGNATURES[signer.signatureOid] === keySize;
  const isAnnounced = cms.digestOids.includes(signer.digestOid) && cms.digestOids.every((oid) => oid in DIGESTS);
  if (!isFit || !isAnnounced) return { findings: [finding('DIGEST_UNSUPPORTED')] };
  const { signedAttributes } = signer;
  // OpenSSL says "CAdES successful" without them (openssl#27055): then nothing ties the certificate to the signature.
  if (signedAttributes === undefined)
    return { findings: [finding('ATTRIBUTE_ABSENT', { attribute: 'messageDigest' })] };
  const signedAt = signingTimeOf(signer);
  return {
    findings: [
      ...checkContentType(signer, cms),
      ...checkMessageDigest(signer, streebog(keySize, bytes)),
      ...checkSigningCertificate(signer, certificate),
      ...checkSigningTime(signer, signedAt),
      ...(isSignatureOf(key, streebog(keySize, signedAttributes), signer.value) ? [] : [finding('SIGNATURE_WRONG')]),
    ],
    ...(signedAt === undefined ? {} : { signedAt }),
  };
};

const keyOf = (certificate: ReadCertificate): PublicKey | undefined => {
  try {
    return readPublicKey(certificate.publicKeyInfo);
  } catch {
    return undefined;
  }
};

/** The one value of an attribute that must stand once. */
const valueOf = (signer: CmsSigner, oid: string): BaseBlock | undefined => {
  const [first, ...more] = signer.attributes.filter((attribute) => attribute.oid === oid);
  return more.length === 0 && first?.values.length === 1 ? first.values[0] : undefined;
};

const absent = (attribute: string): Finding[] => [finding('ATTRIBUTE_ABSENT', { attribute })];

const checkContentType = (signer: CmsSigner, cms: Cms): Finding[] => {
  const value = valueOf(signer, OID.contentType);
  if (value === undefined) return absent('contentType');
  return attempt(() => oidOf(value)) === cms.contentType ? [] : [finding('CONTENT_TYPE_WRONG')];
};

const checkMessageDigest = (signer: CmsSigner, digest: Uint8Array): Finding[] => {
  const value = valueOf(signer, OID.messageDigest);
  if (value === undefined) return absent('messageDigest');
  const said = attempt(() => octetsOf(value));
  return said !== undefined && isSameBytes(said, digest) ? [] : [finding('DIGEST_WRONG')];
};

/** Without this check a certificate may be swapped for another one of the same key. */
const checkSigningCertificate = (signer: CmsSigner, certificate: ReadCertificate): Finding[] => {
  const value = valueOf(signer, OID.signingCertificateV2);
  if (value === undefined) return absent('signingCertificateV2');
  return attempt(() => isMeant(value, certificate)) === true ? [] : [finding('CERTIFICATE_REPLACED')];
};

/** ESSCertIDv2 (RFC 5035): algorithm (SHA-256 when absent), digest of the certificate, perhaps issuer and serial. */
const isMeant = (value: BaseBlock, certificate: ReadCertificate): boolean => {
  const [first] = sequenceItems(sequenceItems(value)[0]);
  const items = [...sequenceItems(first)];
  const hasAlgorithm = items[0]?.idBlock.tagNumber === 16;
  const oid = hasAlgorithm ? oidOf(sequenceItems(items.shift())[0]) : OID.sha256;
  const digest = digestOf(oid, certificate.der);
  if (digest === undefined || !isSameBytes(octetsOf(items[0]), digest)) return false;
  return items[1] === undefined || isIssuerSerial(items[1], certificate);
};

const isIssuerSerial = (block: BaseBlock, certificate: ReadCertificate): boolean => {
  const [names, serial] = sequenceItems(block);
  const directory = sequenceItems(names).find((name) => isContext(name, 4));
  const [issuer] = childrenOf(directory);
  return (
    issuer !== undefined &&
    isSameBytes(rawOf(issuer), certificate.issuerName) &&
    isSameBytes(integerBytes(serial), certificate.serial)
  );
};

const SHA: Readonly<Record<string, string>> = {
  [OID.sha256]: 'sha256',
  [OID.sha384]: 'sha384',
  [OID.sha512]: 'sha512',
};

const digestOf = (oid: string, bytes: Uint8Array): Uint8Array | undefined => {
  const gost = DIGESTS[oid];
  if (gost !== undefined) return streebog(gost, bytes);
  const sha = SHA[oid];
  return sha === undefined ? undefined : createHash(sha).update(bytes).digest();
};

const signingTimeOf = (signer: CmsSigner): Date | undefined => {
  const value = valueOf(signer, OID.signingTime);
  if (!(value instanceof UTCTime || value instanceof GeneralizedTime)) return undefined;
  const at = attempt(() => value.toDate());
  return at === undefined || Number.isNaN(at.getTime()) ? undefined : at;
};

/** BES does not demand a time, but what claims to be one must be readable. */
const checkSigningTime = (signer: CmsSigner, signedAt: Date | undefined): Finding[] => {
  const isClaimed = signer.attributes.some(({ oid }) => oid === OID.signingTime);
  return isClaimed && signedAt === undefined ? absent('signingTime') : [];
};

const attempt = <T>(read: () => T): T | undefined => {
  try {
    return read();
  } catch {
    return undefined;
  }
};
