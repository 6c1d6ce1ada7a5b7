import type { TitleSigner } from '@potok/persistence';
import { verifyDetached } from '@potok/signing';

/** Who signed these bytes, as the certificate inside the signature says; undefined when it cannot be read. */
export const titleSigner = (of: {
  readonly bytes: Uint8Array;
  readonly signature: Uint8Array;
  readonly at: Date;
}): TitleSigner | undefined => {
  const certificate = verifyDetached(of).signer;
  if (certificate === undefined) return undefined;
  const { person, position, organization, thumbprint, notAfter } = certificate;
  return {
    person: person ?? { lastName: certificate.commonName ?? certificate.subject, firstName: '' },
    ...(position === undefined ? {} : { position }),
    ...(organization === undefined ? {} : { organization }),
    thumbprint,
    notAfter: notAfter.toISOString(),
  };
};
