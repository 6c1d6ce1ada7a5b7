import type { faultTexts as ruFaults, findingTexts as ruFindings } from './texts.ru.js';

/** The same sentences in English. */
export const findingTexts = {
  SIGNATURE_TOO_BIG: () => 'The signature file is over 1 MB. Send a detached signature without the document inside.',
  SIGNATURE_UNREADABLE: () =>
    'The signature file cannot be read: it is no CMS or it is damaged. Get the signature again.',
  SIGNATURE_NOT_DETACHED: () => 'A document is attached to the signature. A detached signature is needed.',
  SIGNER_ABSENT: () => 'The signature file names no signer.',
  SIGNER_TOO_MANY: () => 'The signature file holds more than 16 signers or 32 certificates.',
  SIGNER_ID_UNSUPPORTED: () =>
    'The signer is not named by issuer and serial number, as order 472 of the Ministry demands.',
  SIGNER_CERTIFICATE_ABSENT: () =>
    "The signature does not hold the signer's certificate. Sign with the certificate included.",
  ATTRIBUTE_ABSENT: ({ attribute }) => `The signed attribute ${attribute} is absent or repeated.`,
  CONTENT_TYPE_WRONG: () => 'The content type of the signature differs from its signed attribute.',
  DIGEST_UNSUPPORTED: () =>
    'The digest does not fit the key: Streebog of the same length as the GOST R 34.10-2012 key is needed.',
  DIGEST_WRONG: () => 'The document was changed after signing: its digest is not the signed one.',
  CERTIFICATE_REPLACED: () => 'The certificate in the signature is not the one that was signed with.',
  KEY_UNSUPPORTED: () => "The certificate's key is not of GOST R 34.10-2012 or its parameters are unknown.",
  SIGNATURE_WRONG: () => "The signature value is not of the certificate's key.",
  KEY_USAGE_WRONG: () => 'The certificate is not meant for signing: it lacks the usage digitalSignature.',
  POLICY_ABSENT: () => 'The certificate does not name the class of the signing tool (policy 1.2.643.100.113).',
  CERTIFICATE_NOT_YET_VALID: ({ notBefore }) => `The certificate becomes valid on ${notBefore}.`,
  CERTIFICATE_EXPIRED: ({ notAfter }) => `The certificate expired on ${notAfter}. Sign with another one.`,
  SIGNED_OUTSIDE_VALIDITY: () =>
    'The signing time that the signature claims is outside the validity of the certificate.',
  CERTIFICATE_CRITICAL_UNKNOWN: ({ subject }) => `The certificate "${subject}" has an unknown critical extension.`,
  CHAIN_UNTRUSTED: ({ issuer }) => `The issuer "${issuer}" is not among the trusted ones.`,
  CHAIN_ISSUER_NOT_CA: ({ issuer }) => `The certificate "${issuer}" may not issue certificates.`,
  CHAIN_SIGNATURE_WRONG: ({ subject }) => `The issuer's signature under the certificate "${subject}" is wrong.`,
  CHAIN_EXPIRED: ({ issuer }) => `The issuer's certificate "${issuer}" is not valid on the day of checking.`,
  CHAIN_TOO_LONG: () => 'The chain of certificates is longer than allowed.',
} satisfies typeof ruFindings;

export const faultTexts = {
  CERTIFICATE_UNREADABLE: () => 'The certificate cannot be read: it is no X.509 or it is damaged.',
  KEY_UNREADABLE: () => 'The key cannot be read: it is no PKCS#8 with a GOST R 34.10-2012 key or it is damaged.',
  KEY_UNSUPPORTED: () => 'The key is not of GOST R 34.10-2012 or its parameters are unknown.',
  KEY_NOT_OF_CERTIFICATE: () => 'The private key does not belong to this certificate.',
  SIGNATURE_NOT_ACCEPTED: ({ findings }) => `The signature did not pass the check: ${findings}.`,
  ENVELOPE_KEY_UNKNOWN: ({ keyId }) =>
    `The secret is sealed with the master key "${keyId}", which is not configured. Return it to POTOK_MASTER_KEYS.`,
  ENVELOPE_BROKEN: () => 'The secret is damaged or belongs to another record.',
} satisfies typeof ruFaults;
