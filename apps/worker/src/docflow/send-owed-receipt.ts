import { createHash } from 'node:crypto';
import {
  NodeFault,
  type OperatorEvent,
  type OperatorGateway,
  type ServiceSigner,
  type SignerProfile,
} from '@potok/contracts';
import type { DocumentRow } from '@potok/persistence/engine';
import type { DocflowParts } from './docflow-parts.js';

const DEADLINE_MS = 60_000;

/**
 * Service documents are part of "sent": the receipt (извещение о получении) that the exchange demands of us is made, signed
 * and sent. The file that was made first is the one that is sent, however often this is tried.
 */
export const sendOwedReceipt = async (
  parts: DocflowParts,
  of: {
    readonly workspaceId: string;
    readonly document: DocumentRow;
    readonly event: OperatorEvent;
    readonly client: OperatorGateway;
  },
): Promise<void> => {
  const { document, event, client, workspaceId } = of;
  const entityId = event.facts.entityId ?? event.documentEntityId;
  const place = { boxId: event.boxId, messageId: event.messageId, entityId };
  const signal = AbortSignal.timeout(DEADLINE_MS);
  const { documents, signer } = parts.services.lend(['documents', 'signer'], {
    workspaceId,
    runId: document.run_id ?? '',
  });
  if (documents === undefined || signer === undefined) return;
  const organization = await documents.organization(document.organization_id);
  const [profile] = organization.signers;
  if (profile === undefined)
    throw new NodeFault('invalid', 'SIGNER_NOT_FOUND', { facts: { organizationId: organization.organizationId } });
  const made = await client.makeReceipt(
    { ...place, signer: await serviceSigner(parts, workspaceId, { inn: organization.inn, profile }) },
    { signal },
  );
  const signed = await signer.sign({ organizationId: organization.organizationId, bytes: made.bytes });
  // A person's key cannot sign a receipt by itself: the event stays in the inbox, with this reason, until one can.
  if (signed === undefined)
    throw new NodeFault('unavailable', 'RECEIPT_NEEDS_A_PERSON', { facts: { documentId: document.id } });
  await documents.addTitle(document.id, { role: 'receipt', fileName: made.fileName, bytes: made.bytes });
  await documents.addSignature(document.id, 'receipt', signed.signature);
  const key = createHash('sha256')
    .update(JSON.stringify([workspaceId, 'receipt', place.messageId, entityId]))
    .digest('hex');
  await client.sendReceipt({ ...place, file: { ...made, signature: signed.signature } }, { key, signal });
  parts.log('docflow.receipt-sent', { documentId: document.id });
};

/** Who signs, with the certificate that an operator may read the person from. */
const serviceSigner = async (
  parts: DocflowParts,
  workspaceId: string,
  of: { readonly inn: string; readonly profile: SignerProfile },
): Promise<ServiceSigner> => {
  const { person, position, certificateId } = of.profile;
  const key = await parts.organizations.findSigningKey(workspaceId, certificateId);
  return {
    inn: of.inn,
    person,
    ...(position === undefined ? {} : { position }),
    ...(key === undefined ? {} : { certificate: new Uint8Array(key.der) }),
  };
};
