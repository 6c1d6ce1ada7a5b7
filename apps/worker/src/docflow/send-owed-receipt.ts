import { createHash } from 'node:crypto';
import {
  NodeFault,
  type BlobService,
  type DocumentService,
  type OperatorEvent,
  type OperatorGateway,
  type ServiceSigner,
  type SignerProfile,
  type SignerService,
} from '@potok/contracts';
import type { DocumentRow, TitleRow } from '@potok/persistence/engine';
import { newId } from '../services/new-id.js';
import { titleSigner } from '../services/title-signer.js';
import type { DocflowParts } from './docflow-parts.js';

const DEADLINE_MS = 60_000;

/** Who owes the receipt, who signs it and where it is kept. */
type Maker = Pick<Awaited<ReturnType<DocumentService['organization']>>, 'organizationId' | 'inn' | 'signers'>;
interface Lent {
  readonly documents?: { organization(id: string): Promise<Maker> };
  readonly signer?: Pick<SignerService, 'sign'>;
  readonly blobs?: BlobService;
}
export interface ReceiptParts extends Pick<DocflowParts, 'documents' | 'now' | 'log'> {
  readonly organizations: Pick<DocflowParts['organizations'], 'findSigningKey'>;
  readonly services: { lend(...asked: Parameters<DocflowParts['services']['lend']>): Lent };
}

/**
 * Service documents are part of "sent": the receipt (извещение о получении) that the exchange demands of us is made, signed
 * and sent. The file that was made first is the one that is sent, however often this is tried.
 */
export const sendOwedReceipt = async (
  parts: ReceiptParts,
  of: {
    readonly workspaceId: string;
    readonly document: DocumentRow;
    readonly event: OperatorEvent;
    readonly client: Pick<OperatorGateway, 'makeReceipt' | 'sendReceipt'>;
  },
): Promise<void> => {
  const { document, event, client, workspaceId } = of;
  const entityId = event.facts.entityId ?? event.documentEntityId;
  const place = { boxId: event.boxId, messageId: event.messageId, entityId };
  const signal = AbortSignal.timeout(DEADLINE_MS);
  const lent = parts.services.lend(['documents', 'signer', 'blobs'], { workspaceId, runId: document.run_id ?? '' });
  const { documents, signer, blobs } = lent;
  if (documents === undefined || signer === undefined || blobs === undefined) return;
  const organization = await documents.organization(document.organization_id);
  const [profile] = organization.signers;
  if (profile === undefined)
    throw new NodeFault('invalid', 'SIGNER_NOT_FOUND', { facts: { organizationId: organization.organizationId } });
  const made = await keptReceipt(parts, { workspaceId, documentId: document.id, entityId, blobs }, async () =>
    client.makeReceipt(
      { ...place, signer: await serviceSigner(parts, workspaceId, { inn: organization.inn, profile }) },
      { signal },
    ),
  );
  const bytes = await blobs.read(made.sha256);
  const signature = await keptSignature(parts, { workspaceId, made, blobs }, () =>
    signer.sign({ organizationId: organization.organizationId, bytes }),
  );
  const key = createHash('sha256')
    .update(JSON.stringify([workspaceId, 'receipt', place.messageId, entityId]))
    .digest('hex');
  await client.sendReceipt({ ...place, file: { fileName: made.file_name, bytes, signature } }, { key, signal });
  parts.log('docflow.receipt-sent', { documentId: document.id });
};

/** The receipt that was made first for this file of the operator's; an operator writes another each time that it is asked. */
const keptReceipt = async (
  { documents }: ReceiptParts,
  of: {
    readonly workspaceId: string;
    readonly documentId: string;
    readonly entityId: string;
    readonly blobs: BlobService;
  },
  make: () => Promise<{ readonly fileName: string; readonly bytes: Uint8Array }>,
): Promise<TitleRow> => {
  const { workspaceId, documentId, entityId, blobs } = of;
  const find = () => documents.findAnswer(workspaceId, { documentId, role: 'receipt', answers: entityId });
  const known = await find();
  if (known !== undefined) return known;
  const { fileName, bytes } = await make();
  const { sha256, sizeBytes } = await blobs.put(bytes, { mediaType: 'application/xml', fileName });
  const title = { id: newId(), documentId, role: 'receipt', fileName, answers: entityId, sha256, sizeBytes };
  await documents.addTitle(workspaceId, title);
  const kept = await find();
  if (kept === undefined) throw new NodeFault('broken', 'TITLE_FIXED', { facts: { documentId, fileName } });
  return kept;
};

const keptSignature = async (
  { documents, now }: ReceiptParts,
  of: { readonly workspaceId: string; readonly made: TitleRow; readonly blobs: BlobService },
  sign: () => ReturnType<SignerService['sign']>,
): Promise<Uint8Array> => {
  const { workspaceId, made, blobs } = of;
  if (made.signature_sha256 !== null) return blobs.read(made.signature_sha256);
  const signed = await sign();
  // A person's key cannot sign a receipt by itself: the event stays in the inbox, with this reason, until one can.
  if (signed === undefined)
    throw new NodeFault('unavailable', 'RECEIPT_NEEDS_A_PERSON', { facts: { fileName: made.file_name } });
  const { signature } = signed;
  const { sha256, sizeBytes } = await blobs.put(signature, { mediaType: 'application/pkcs7-signature' });
  const signer = titleSigner({ bytes: await blobs.read(made.sha256), signature, at: now() });
  await documents.addSignature(workspaceId, made.id, { sha256, sizeBytes, signer, isTest: signed.signer.isTest });
  return signature;
};

/** Who signs, with the certificate that an operator may read the person from. */
const serviceSigner = async (
  parts: ReceiptParts,
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
