import { createHash } from 'node:crypto';
import { NodeFault, type BlobRef, type BlobService } from '@potok/contracts';
import type { BlobStore } from '@potok/persistence';

/** A node's blobs: those of its run's workspace. */
export const blobService = (store: BlobStore, workspaceId: string): BlobService => ({
  put: async (bytes, about): Promise<BlobRef> => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await store.put({ workspaceId, sha256, bytes, mediaType: about.mediaType });
    return { sha256, sizeBytes: bytes.length, ...about };
  },
  read: async (sha256) => {
    const bytes = await store.read({ workspaceId, sha256 });
    if (bytes === undefined) throw new NodeFault('broken', 'BLOB_NOT_FOUND', { facts: { sha256 } });
    return bytes;
  },
});
