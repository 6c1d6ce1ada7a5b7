/** What a person decided about a signature, as the API writes it into the inbox; the signature itself comes as the file. */
export type Decision =
  | { readonly kind: 'signed'; readonly by: { readonly signer?: string; readonly isTest?: boolean } }
  | { readonly kind: 'refused'; readonly reason: string };

/** Reads `{ decision: 'signed', signer?, isTest? }` or `{ decision: 'refused', reason? }`; anything else is no decision. */
export const decisionOf = (body: unknown): Decision | undefined => {
  if (typeof body !== 'object' || body === null || !('decision' in body)) return undefined;
  const { decision, signer, isTest, reason } = body as Readonly<Record<string, unknown>>;
  if (decision === 'refused') return { kind: 'refused', reason: typeof reason === 'string' ? reason : '' };
  if (decision !== 'signed') return undefined;
  return {
    kind: 'signed',
    by: { ...(typeof signer === 'string' ? { signer } : {}), ...(typeof isTest === 'boolean' ? { isTest } : {}) },
  };
};
