import { createHash } from 'node:crypto';
import { BasicConstraints, Certificate, CertificatePolicies, type Extension } from 'pkijs';
import { BitString, type BaseBlock } from 'asn1js';
import { hexOf, integerBytes, isContext, readBer, sequenceItems, rawOf, childrenOf } from './asn1.js';
import { readNames, type NameFacts } from './names.js';
import { OID } from './oids.js';
import { SigningFault } from './signing-fault.js';

/** What a certificate says, in our words. Nothing of it is proven until a signature and a chain are checked. */
export interface CertificateFacts extends NameFacts {
  /** The whole subject and issuer as one line, for people. */
  readonly subject: string;
  readonly issuer: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** sha1 of the DER, lower-case hex. */
  readonly thumbprint: string;
  /** Lower-case hex. */
  readonly serial: string;
  /** Absent for a key that is not of GOST R 34.10-2012. */
  readonly keySize?: 256 | 512;
  readonly isCa: boolean;
  /** Names of RFC 5280: digitalSignature, nonRepudiation… Absent: the certificate does not limit its use. */
  readonly keyUsage?: readonly KeyUsage[];
  readonly policies: readonly string[];
}

export const KEY_USAGES = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const;
export type KeyUsage = (typeof KEY_USAGES)[number];

/** A certificate with the very bytes that its signature and its name are compared by. */
export interface ReadCertificate {
  readonly der: Uint8Array;
  readonly facts: CertificateFacts;
  readonly toBeSigned: Uint8Array;
  readonly signatureOid: string;
  readonly signature: Uint8Array;
  readonly issuerName: Uint8Array;
  readonly subjectName: Uint8Array;
  /** Content bytes of the serial number. */
  readonly serial: Uint8Array;
  readonly publicKeyInfo: Uint8Array;
  readonly maxPathLength?: number;
  /** Critical extensions that we do not understand: then the certificate must not be trusted. */
  readonly unknownCritical: readonly string[];
}

/** Facts of a certificate in DER. Throws CERTIFICATE_UNREADABLE. */
export const parseCertificate = (der: Uint8Array): CertificateFacts => readCertificate(der).facts;

const MAX_BYTES = 64 * 1024;
const remembered = new Map<string, ReadCertificate>();
const MAX_REMEMBERED = 500;

/** As parseCertificate, with the raw parts. Certificates are remembered by their sha256. Throws CERTIFICATE_UNREADABLE. */
export const readCertificate = (der: Uint8Array): ReadCertificate => {
  const key = createHash('sha256').update(der).digest('hex');
  const found = remembered.get(key) ?? read(der);
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(key, found);
  return found;
};

const read = (der: Uint8Array): ReadCertificate => {
  if (der.length > MAX_BYTES) throw new SigningFault('CERTIFICATE_UNREADABLE');
  try {
    return parse(Uint8Array.from(der));
  } catch {
    throw new SigningFault('CERTIFICATE_UNREADABLE');
  }
};

const parse = (der: Uint8Array): ReadCertificate => {
  const block = readBer(der);
  const certificate = new Certificate({ schema: block });
  const { tbs, serial, issuer, subject, info } = partsOf(block);
  const signatureOid = certificate.signatureAlgorithm.algorithmId;
  if (certificate.signature.algorithmId !== signatureOid) throw new SigningFault('CERTIFICATE_UNREADABLE');
  const extensions = certificate.extensions ?? [];
  const constraints = constraintsOf(extensions);
  return {
    der,
    facts: factsOf(certificate, {
      der,
      serial: hexOf(serial),
      subject: readNames(subject),
      issuer: readNames(issuer).line,
      isCa: constraints?.cA ?? false,
    }),
    toBeSigned: tbs,
    signatureOid,
    signature: certificate.signatureValue.valueBlock.valueHexView,
    issuerName: issuer,
    subjectName: subject,
    serial,
    publicKeyInfo: info,
    ...(typeof constraints?.pathLenConstraint === 'number' ? { maxPathLength: constraints.pathLenConstraint } : {}),
    unknownCritical: extensions
      .filter(({ critical, extnID }) => critical && !UNDERSTOOD.includes(extnID))
      .map(({ extnID }) => extnID),
  };
};

/** Raw bytes of the parts that are compared, hashed or verified. */
const partsOf = (block: BaseBlock) => {
  const [tbs] = sequenceItems(block);
  const parts = childrenOf(tbs);
  // Version 3 begins with [0]; without it every part is one place earlier.
  const [serial, , issuer, , subject, info] = isContext(parts[0], 0) ? parts.slice(1) : parts;
  if (!tbs || !issuer || !subject || !info) throw new SigningFault('CERTIFICATE_UNREADABLE');
  return {
    tbs: rawOf(tbs),
    serial: integerBytes(serial),
    issuer: rawOf(issuer),
    subject: rawOf(subject),
    info: rawOf(info),
  };
};

const UNDERSTOOD: readonly string[] = [
  OID.basicConstraints,
  OID.keyUsage,
  OID.extendedKeyUsage,
  OID.certificatePolicies,
  OID.subjectKeyIdentifier,
  OID.authorityKeyIdentifier,
];

interface Known {
  readonly der: Uint8Array;
  readonly serial: string;
  readonly subject: ReturnType<typeof readNames>;
  readonly issuer: string;
  readonly isCa: boolean;
}

const KEY_SIZES: Readonly<Record<string, 256 | 512>> = { [OID.key256]: 256, [OID.key512]: 512 };

const factsOf = (certificate: Certificate, { der, serial, subject, issuer, isCa }: Known): CertificateFacts => {
  const extensions = certificate.extensions ?? [];
  const keySize = KEY_SIZES[certificate.subjectPublicKeyInfo.algorithm.algorithmId];
  const keyUsage = keyUsageOf(extensions);
  return {
    ...subject.facts,
    subject: subject.line,
    issuer,
    notBefore: certificate.notBefore.value,
    notAfter: certificate.notAfter.value,
    thumbprint: createHash('sha1').update(der).digest('hex'),
    serial,
    ...(keySize === undefined ? {} : { keySize }),
    isCa,
    ...(keyUsage === undefined ? {} : { keyUsage }),
    policies: policiesOf(extensions),
  };
};

const valueOf = (extensions: readonly Extension[], oid: string): Uint8Array | undefined => {
  const found = extensions.filter(({ extnID }) => extnID === oid);
  if (found.length > 1) throw new SigningFault('CERTIFICATE_UNREADABLE');
  return found[0]?.extnValue.valueBlock.valueHexView;
};

const constraintsOf = (extensions: readonly Extension[]): BasicConstraints | undefined => {
  const value = valueOf(extensions, OID.basicConstraints);
  return value && new BasicConstraints({ schema: readBer(value) });
};

const keyUsageOf = (extensions: readonly Extension[]): KeyUsage[] | undefined => {
  const value = valueOf(extensions, OID.keyUsage);
  if (!value) return undefined;
  const block = readBer(value);
  if (!(block instanceof BitString)) throw new SigningFault('CERTIFICATE_UNREADABLE');
  const bytes = block.valueBlock.valueHexView;
  return KEY_USAGES.filter((_, i) => (((bytes[i >> 3] ?? 0) >> (7 - (i & 7))) & 1) === 1);
};

const policiesOf = (extensions: readonly Extension[]): string[] => {
  const value = valueOf(extensions, OID.certificatePolicies);
  if (!value) return [];
  return new CertificatePolicies({ schema: readBer(value) }).certificatePolicies.map(
    ({ policyIdentifier }) => policyIdentifier,
  );
};
