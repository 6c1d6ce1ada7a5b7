import { parseCertificate } from './certificate.js';
import { signDetached } from './sign-detached.js';
import type { SignatureProvider } from './signature-provider.js';
import { SigningFault } from './signing-fault.js';

export interface SoftwareKey {
  readonly certificateDer: Uint8Array;
  /** Opens the sealed key for one use; the provider keeps nothing. */
  readonly openPrivateKey: () => Promise<Uint8Array> | Uint8Array;
}

/** Answers at once with keys that this process holds. For test certificates only: it is no certified tool. */
export const softwareProvider = (keys: readonly SoftwareKey[]): SignatureProvider => ({
  kind: 'software',
  isInteractive: false,
  async sign({ documents, thumbprint, signedAt, signal }) {
    const key = keys.find(
      ({ certificateDer }) => parseCertificate(certificateDer).thumbprint === thumbprint.toLowerCase(),
    );
    if (key === undefined) throw new SigningFault('KEY_NOT_OF_CERTIFICATE');
    const privateKey = await key.openPrivateKey();
    const signatures = documents.map((bytes) => {
      signal.throwIfAborted();
      return signDetached({ bytes, certificateDer: key.certificateDer, privateKey, signedAt });
    });
    privateKey.fill(0);
    return { kind: 'signed', signatures };
  },
});
