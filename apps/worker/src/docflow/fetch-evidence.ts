import type { OperatorEvent, OperatorGateway, TitleRole } from '@potok/contracts';
import { parseUpdBuyerTitle, type Outcome } from '@potok/documents';
import { newId } from '../services/new-id.js';
import { titleSigner } from '../services/title-signer.js';
import type { DocflowParts } from './docflow-parts.js';

const ROLES: Partial<Record<OperatorEvent['kind'], TitleRole>> = {
  accepted: 'buyer',
  'accepted-with-discrepancies': 'buyer',
  rejected: 'rejection',
  'clarification-requested': 'clarification',
  'confirmed-by-operator': 'confirmation',
};
const DEADLINE_MS = 30_000;

/**
 * Brings the file that an event speaks of into the document: buyer's title, refusal, confirmation, byte for byte with its
 * signature. What the buyer's title itself says (КодИтога) has the last word on how it was accepted.
 */
export const fetchEvidence = async (
  parts: DocflowParts,
  of: {
    readonly workspaceId: string;
    readonly documentId: string;
    readonly event: OperatorEvent;
    readonly client: OperatorGateway;
  },
): Promise<OperatorEvent> => {
  const role = ROLES[of.event.kind];
  const { entityId } = of.event.facts;
  if (role === undefined || entityId === undefined) return of.event;
  const found = await of.client.readEntity(
    { boxId: of.event.boxId, messageId: of.event.messageId, entityId },
    { signal: AbortSignal.timeout(DEADLINE_MS) },
  );
  const { blobs } = parts.services.lend(['blobs'], { workspaceId: of.workspaceId, runId: '' });
  if (blobs === undefined) return of.event;
  const file = await blobs.put(found.bytes, { mediaType: 'application/xml', fileName: found.fileName });
  const signature =
    found.signature === undefined
      ? undefined
      : await blobs.put(found.signature, { mediaType: 'application/pkcs7-signature' });
  const signer =
    found.signature === undefined
      ? undefined
      : titleSigner({ bytes: found.bytes, signature: found.signature, at: parts.now() });
  await parts.documents.addTitle(of.workspaceId, {
    id: newId(),
    documentId: of.documentId,
    role,
    fileName: found.fileName,
    sha256: file.sha256,
    sizeBytes: file.sizeBytes,
    ...(signature === undefined ? {} : { signatureSha256: signature.sha256, signatureSizeBytes: signature.sizeBytes }),
    ...(signer === undefined ? {} : { signer }),
  });
  return role === 'buyer' ? withOutcome(of.event, found.bytes) : of.event;
};

/** In the words of the docflow; a refusal inside the title is a refusal. */
const KINDS: Readonly<Record<Outcome, OperatorEvent['kind']>> = {
  accepted: 'accepted',
  'accepted-with-discrepancies': 'accepted-with-discrepancies',
  rejected: 'rejected',
};

const withOutcome = (event: OperatorEvent, bytes: Uint8Array): OperatorEvent => {
  const outcome = outcomeOf(bytes);
  return outcome === undefined
    ? event
    : { ...event, kind: KINDS[outcome], facts: { ...event.facts, outcomeCode: outcome } };
};

/** A buyer's title that cannot be read is still the operator's word that it was signed. */
const outcomeOf = (bytes: Uint8Array): Outcome | undefined => {
  try {
    return parseUpdBuyerTitle(bytes).model.outcome;
  } catch {
    return undefined;
  }
};
