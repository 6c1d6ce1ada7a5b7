import { isSameBytes } from './asn1.js';
import { readCertificate, type CertificateFacts, type ReadCertificate } from './certificate.js';
import { checkSigner } from './check-signer.js';
import { checkChain } from './check-chain.js';
import { dayOf, finding, isValidAt, type Finding } from './finding.js';
import { OID } from './oids.js';
import { readCms, type Cms, type CmsSigner } from './read-cms.js';

export interface VerifyOrder {
  /** Exactly the bytes that were signed. */
  readonly bytes: Uint8Array;
  /** CMS, DER or BER. */
  readonly signature: Uint8Array;
  /** DER of the authorities that are believed. Absent: the chain is not looked at, and `isChainChecked` says so. */
  readonly trustedCertificates?: readonly Uint8Array[];
  /** The moment by which validity is judged: a trusted time when there is one, else now (63-ФЗ, ст. 11). */
  readonly at: Date;
  /** Demands the class of the signing tool in the certificate, as qualified ones have it. True when absent. */
  readonly needsPolicy?: boolean;
}

export interface CheckedSigner {
  readonly certificate: CertificateFacts;
  /** DER of the signer's certificate, as it came. */
  readonly certificateDer: Uint8Array;
  /** The signer's own claim, proven by nobody. */
  readonly signedAt?: Date;
}

export interface Verdict {
  /** True when every signer of the file passed every check. */
  readonly isValid: boolean;
  readonly findings: readonly Finding[];
  readonly isChainChecked: boolean;
  /** The first signer; absent when the file is not that far readable. */
  readonly signer?: CertificateFacts;
  readonly signedAt?: Date;
  readonly signers: readonly CheckedSigner[];
}

const MAX_BYTES = 1024 * 1024;
const MAX_SIGNERS = 16;
const MAX_CERTIFICATES = 32;

/**
 * Checks a detached CAdES-BES signature with GOST keys over exactly these bytes and never throws for bad input: reasons
 * are in `findings`. A technical check: a qualified one in the sense of 63-ФЗ needs a certified tool. Revocation and
 * time stamps are not looked at.
 */
export const verifyDetached = (order: VerifyOrder): Verdict => {
  const isChainChecked = order.trustedCertificates !== undefined;
  const read = order.signature.length > MAX_BYTES ? finding('SIGNATURE_TOO_BIG') : tryRead(order.signature);
  if ('code' in read) return { isValid: false, findings: [read], isChainChecked, signers: [] };
  const shape = checkShape(read.cms);
  const checked = shape.some(({ code }) => code === 'SIGNER_TOO_MANY')
    ? []
    : read.cms.signers.map((signer) => checkOne(order, read, signer));
  const findings = [...shape, ...checked.flatMap((one) => one.findings)];
  const signers = checked.flatMap(({ signer }) => (signer === undefined ? [] : [signer]));
  const [first] = signers;
  return {
    isValid: findings.length === 0,
    findings,
    isChainChecked,
    ...(first === undefined ? {} : { signer: first.certificate }),
    ...(first?.signedAt === undefined ? {} : { signedAt: first.signedAt }),
    signers,
  };
};

interface Readable {
  readonly cms: Cms;
  readonly certificates: readonly ReadCertificate[];
}

const tryRead = (signature: Uint8Array): Readable | Finding => {
  try {
    const cms = readCms(signature);
    const certificates = cms.certificates.slice(0, MAX_CERTIFICATES).map((der) => readCertificate(der));
    return { cms, certificates };
  } catch {
    return finding('SIGNATURE_UNREADABLE');
  }
};

const checkShape = (cms: Cms): Finding[] => [
  ...(cms.hasContent ? [finding('SIGNATURE_NOT_DETACHED')] : []),
  ...(cms.contentType === OID.data ? [] : [finding('CONTENT_TYPE_WRONG')]),
  ...(cms.signers.length === 0 ? [finding('SIGNER_ABSENT')] : []),
  ...(cms.signers.length > MAX_SIGNERS || cms.certificates.length > MAX_CERTIFICATES
    ? [finding('SIGNER_TOO_MANY')]
    : []),
];

const checkOne = (
  order: VerifyOrder,
  { cms, certificates }: Readable,
  signer: CmsSigner,
): { readonly findings: readonly Finding[]; readonly signer?: CheckedSigner } => {
  const { issuerName, serial } = signer;
  if (issuerName === undefined || serial === undefined) return { findings: [finding('SIGNER_ID_UNSUPPORTED')] };
  const certificate = certificates.find(
    (one) => isSameBytes(one.issuerName, issuerName) && isSameBytes(one.serial, serial),
  );
  if (certificate === undefined) return { findings: [finding('SIGNER_CERTIFICATE_ABSENT')] };
  const { findings, signedAt } = checkSigner({ cms, signer, certificate, bytes: order.bytes });
  return {
    findings: [
      ...findings,
      ...checkCertificate(certificate, { at: order.at, signedAt, needsPolicy: order.needsPolicy ?? true }),
      ...chainOf(order, certificate, certificates),
    ],
    signer: {
      certificate: certificate.facts,
      certificateDer: certificate.der,
      ...(signedAt === undefined ? {} : { signedAt }),
    },
  };
};

const chainOf = (order: VerifyOrder, certificate: ReadCertificate, between: readonly ReadCertificate[]): Finding[] =>
  order.trustedCertificates === undefined
    ? []
    : checkChain({
        certificate,
        between,
        at: order.at,
        trusted: order.trustedCertificates.map((der) => readCertificate(der)),
      });

const checkCertificate = (
  { facts, unknownCritical }: ReadCertificate,
  {
    at,
    signedAt,
    needsPolicy,
  }: { readonly at: Date; readonly signedAt: Date | undefined; readonly needsPolicy: boolean },
): Finding[] => {
  const hasPolicy = facts.policies.some((oid) => oid.startsWith(`${OID.signToolClass}.`));
  return [
    ...(facts.keyUsage?.includes('digitalSignature') ? [] : [finding('KEY_USAGE_WRONG')]),
    ...(needsPolicy && !hasPolicy ? [finding('POLICY_ABSENT')] : []),
    ...(unknownCritical.length === 0 ? [] : [finding('CERTIFICATE_CRITICAL_UNKNOWN', { subject: facts.subject })]),
    ...(at < facts.notBefore ? [finding('CERTIFICATE_NOT_YET_VALID', { notBefore: dayOf(facts.notBefore) })] : []),
    ...(at > facts.notAfter ? [finding('CERTIFICATE_EXPIRED', { notAfter: dayOf(facts.notAfter) })] : []),
    ...(signedAt !== undefined && !isValidAt(facts, signedAt) ? [finding('SIGNED_OUTSIDE_VALIDITY')] : []),
  ];
};
