/** Signs for the demo firms and for the operator, and checks everybody's signatures. Detached CMS over the exact bytes. */
export interface Notary {
  sign(by: Signatory, content: Uint8Array): Promise<Uint8Array>;
  check(content: Uint8Array, signature: Uint8Array): Promise<SignatureCheck>;
  /** DER of the demo certificate of a box. */
  certificateOf(boxId: string): Uint8Array;
}

/** `operator`, or the box of a demo firm. */
export type Signatory = 'operator' | { readonly boxId: string };

export interface SignatureCheck {
  readonly isValid: boolean;
  /** Why not, for people. */
  readonly problem?: string;
  /** ИНН of the organization in the certificate, when it names one. */
  readonly innLegal?: string;
  /** ИНН of the person. */
  readonly inn?: string;
}
