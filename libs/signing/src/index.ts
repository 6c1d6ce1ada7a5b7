export { streebog, type DigestBits } from './streebog.js';
export { generateKey, type KeySize, type PrivateKeyDer } from './gost-keys.js';
export { parseCertificate, type CertificateFacts, type KeyUsage } from './certificate.js';
export { type NameFacts } from './names.js';
export { signDetached, type SignOrder } from './sign-detached.js';
export { verifyDetached, type VerifyOrder, type Verdict, type CheckedSigner } from './verify-detached.js';
export { type Finding } from './finding.js';
export {
  issueDemoCa,
  issueDemoCertificate,
  type CertifiedKey,
  type DemoCa,
  type DemoCaOrder,
  type DemoCertificateOrder,
} from './demo-ca.js';
export { sealSecret, openSecret, sealedWith, sealKey, openKey, type EnvelopeKey } from './envelope.js';
export {
  acceptSignatures,
  type SignatureProvider,
  type ProviderKind,
  type ProviderOrder,
  type ProviderAnswer,
} from './signature-provider.js';
export { softwareProvider, type SoftwareKey } from './software-provider.js';
export { SigningFault } from './signing-fault.js';
export { describeFinding, describeSigningFault } from './describe.js';
export { type FindingCode, type SigningFaultCode } from './texts.ru.js';
