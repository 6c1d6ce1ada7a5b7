import { verifyDetached, type Verdict } from './verify-detached.js';
import { SigningFault } from './signing-fault.js';

export type ProviderKind = 'software' | 'dss' | 'operator-cloud' | 'browser';

export interface ProviderOrder {
  readonly documents: readonly Uint8Array[];
  /** sha1 of the signer's certificate, lower-case hex. */
  readonly thumbprint: string;
  readonly signedAt: Date;
  readonly signal: AbortSignal;
}

/** Signatures at once (detached CMS, one a document, in order), or a task that a person must finish. */
export type ProviderAnswer =
  | { readonly kind: 'signed'; readonly signatures: readonly Uint8Array[] }
  | {
      readonly kind: 'pending';
      readonly id: string;
      readonly by: 'sms' | 'mobile' | 'browser';
      readonly expiresAt: Date;
    };

/** Something that makes signatures: a software key, CryptoPro DSS, an operator's cloud, a plug-in in the browser. */
export interface SignatureProvider {
  readonly kind: ProviderKind;
  /** True when a person takes part, so that `pending` may be the answer. */
  readonly isInteractive: boolean;
  sign(order: ProviderOrder): Promise<ProviderAnswer>;
}

/**
 * Checks what a provider gave before anybody believes it: each signature over the exact bytes, by the certificate that
 * was ordered. Throws SIGNATURE_NOT_ACCEPTED with the codes that were found.
 */
export const acceptSignatures = (order: ProviderOrder, signatures: readonly Uint8Array[]): readonly Verdict[] =>
  order.documents.map((bytes, i) => {
    const signature = signatures[i] ?? new Uint8Array();
    const verdict = verifyDetached({ bytes, signature, at: order.signedAt });
    const isOther = verdict.signer !== undefined && verdict.signer.thumbprint !== order.thumbprint.toLowerCase();
    const codes = [...verdict.findings.map(({ code }) => code), ...(isOther ? ['CERTIFICATE_REPLACED'] : [])];
    if (codes.length > 0) throw new SigningFault('SIGNATURE_NOT_ACCEPTED', { findings: codes.join(', ') });
    return verdict;
  });
