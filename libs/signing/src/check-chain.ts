import { isSameBytes } from './asn1.js';
import type { ReadCertificate } from './certificate.js';
import { finding, isValidAt, type Finding } from './finding.js';
import { readPublicKey, type PublicKey } from './gost-keys.js';
import { isSignatureOf } from './gost-signature.js';
import { OID } from './oids.js';
import { streebog } from './streebog.js';

const MAX_LENGTH = 8;

export interface ChainOrder {
  readonly certificate: ReadCertificate;
  /** Where the chain may end. */
  readonly trusted: readonly ReadCertificate[];
  /** What may stand between: certificates that came with the signature. They are not trusted by themselves. */
  readonly between: readonly ReadCertificate[];
  readonly at: Date;
}

/** Findings against the chain from a certificate to a trusted one; none when it holds. Revocation is not looked at. */
export const checkChain = (order: ChainOrder): Finding[] => climb(order, order.certificate, []);

const climb = (order: ChainOrder, certificate: ReadCertificate, below: readonly ReadCertificate[]): Finding[] => {
  if (order.trusted.some(({ der }) => isSameBytes(der, certificate.der))) return [];
  if (below.length >= MAX_LENGTH) return [finding('CHAIN_TOO_LONG')];
  const issuers = [...order.trusted, ...order.between].filter(
    (issuer) =>
      isSameBytes(issuer.subjectName, certificate.issuerName) && !below.some(({ der }) => isSameBytes(der, issuer.der)),
  );
  const tried = issuers.map((issuer) => {
    const found = checkLink({ certificate, issuer, depth: below.length, at: order.at });
    return found.length > 0 ? found : climb(order, issuer, [...below, certificate]);
  });
  return (
    tried.find((found) => found.length === 0) ??
    tried[0] ?? [finding('CHAIN_UNTRUSTED', { issuer: certificate.facts.issuer })]
  );
};

interface Link {
  readonly certificate: ReadCertificate;
  readonly issuer: ReadCertificate;
  /** How many CA certificates stand below the issuer. */
  readonly depth: number;
  readonly at: Date;
}

const checkLink = ({ certificate, issuer, depth, at }: Link): Finding[] => {
  const { facts } = issuer;
  const mayIssue = facts.isCa && facts.keyUsage?.includes('keyCertSign') !== false;
  if (!mayIssue) return [finding('CHAIN_ISSUER_NOT_CA', { issuer: facts.subject })];
  if (issuer.maxPathLength !== undefined && depth > issuer.maxPathLength) return [finding('CHAIN_TOO_LONG')];
  if (!isValidAt(facts, at)) return [finding('CHAIN_EXPIRED', { issuer: facts.subject })];
  if (issuer.unknownCritical.length > 0) return [finding('CERTIFICATE_CRITICAL_UNKNOWN', { subject: facts.subject })];
  return isIssuedBy(certificate, issuer)
    ? []
    : [finding('CHAIN_SIGNATURE_WRONG', { subject: certificate.facts.subject })];
};

const isIssuedBy = (certificate: ReadCertificate, issuer: ReadCertificate): boolean => {
  const key = keyOf(issuer);
  if (key === undefined) return false;
  const { keySize } = key.curve;
  if (certificate.signatureOid !== (keySize === 256 ? OID.signature256 : OID.signature512)) return false;
  return isSignatureOf(key, streebog(keySize, certificate.toBeSigned), certificate.signature);
};

const keyOf = (certificate: ReadCertificate): PublicKey | undefined => {
  try {
    return readPublicKey(certificate.publicKeyInfo);
  } catch {
    return undefined;
  }
};
