import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { NodeFault, type OperatorEvent, type SignedFile, type SignerProfile } from '@potok/contracts';
import { newId, openBlobStore } from '@potok/persistence';
import { DocumentStore } from '@potok/persistence/engine';
import { openDocumentWorld, type DocumentWorld } from '@potok/persistence/testing';
import { blobService } from '../services/blobs.js';
import { sendOwedReceipt, type ReceiptParts } from './send-owed-receipt.js';

let world: DocumentWorld;
beforeAll(async () => {
  world = await openDocumentWorld();
});
afterAll(() => world.close());

/** An operator that writes another receipt at each call, and loses the answers of the first sends. */
const anOperator = (lost: number) => {
  const sent: SignedFile[] = [];
  let made = 0;
  const client = {
    makeReceipt: async () => {
      made += 1;
      return { fileName: `DP_IZVPOL_${made}.xml`, bytes: new TextEncoder().encode(`<Файл n="${made}"/>`) };
    },
    sendReceipt: async ({ file }: { readonly file: SignedFile }) => {
      sent.push(file);
      if (sent.length <= lost) throw new NodeFault('unavailable', 'NETWORK_FAILED');
    },
  };
  return { client, sent };
};

const partsOf = (workspaceId: string): ReceiptParts => {
  let signatures = 0;
  const signer: SignerProfile = {
    certificateId: newId(),
    person: { lastName: 'Ветрова', firstName: 'Анна' },
    thumbprint: 'AB',
    provider: 'software',
    notAfter: '2027-11-24T09:00:00Z',
    isTest: true,
  };
  const lent = {
    blobs: blobService(openBlobStore({ kind: 'postgres' }, world.engine), workspaceId),
    documents: { organization: async () => ({ organizationId: 'o', inn: '7736207543', signers: [signer] }) },
    signer: {
      sign: async () => {
        signatures += 1;
        return { signature: new Uint8Array([signatures]), signer };
      },
    },
  };
  return {
    documents: new DocumentStore(world.engine),
    organizations: { findSigningKey: async () => undefined },
    services: { lend: () => lent },
    now: () => new Date(),
    log: () => undefined,
  };
};

const anEvent = (entityId: string): OperatorEvent => ({
  id: `e/${entityId}`,
  system: 'diadoc',
  at: '2026-11-24T09:00:00Z',
  kind: 'receipt-required',
  boxId: 'b',
  messageId: 'm',
  documentEntityId: 'd',
  facts: { entityId },
});

it('sends the receipt that was made first, with its signature, however often it is tried', async () => {
  const { workspaceId, documentId } = await world.addDocument();
  const { client, sent } = anOperator(1);
  const parts = partsOf(workspaceId);
  const document = await parts.documents.get(workspaceId, documentId);
  const send = (entityId: string) =>
    sendOwedReceipt(parts, { workspaceId, document, event: anEvent(entityId), client });
  await expect(send('e1')).rejects.toThrow('NETWORK_FAILED');
  await send('e1');
  expect(sent[1]).toEqual(sent[0]);
  await send('e2');
  expect(sent[2]?.fileName).toBe('DP_IZVPOL_2.xml');
  const kept = await parts.documents.listTitles(workspaceId, documentId, 'receipt');
  expect(kept.map((row) => [row.file_name, row.signature_sha256 !== null])).toEqual([
    ['DP_IZVPOL_2.xml', true],
    ['DP_IZVPOL_1.xml', true],
  ]);
});
