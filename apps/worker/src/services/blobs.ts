import { createHash } from 'node:crypto';
import { isNodeFault, NodeFault, type BlobRef, type BlobService } from '@potok/contracts';
import { BlobBroken, type BlobStore } from '@potok/persistence';

/** A node's blobs: those of its run's workspace. */
export const blobService = (store: BlobStore, workspaceId: string): BlobService => ({
  put: async (bytes, about): Promise<BlobRef> => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await store.put({ workspaceId, sha256, bytes, mediaType: about.mediaType }).catch(tellTrouble);
    return { sha256, sizeBytes: bytes.length, ...about };
  },
  read: async (sha256) => {
    const bytes = await store.read({ workspaceId, sha256 }).catch(tellTrouble);
    if (bytes === undefined) throw new NodeFault('broken', 'BLOB_NOT_FOUND', { facts: { sha256 } });
    return bytes;
  },
});

/** A store that is full, away or closed to us is mended by somebody while the run waits; bytes that are not their hash are not. */
const tellTrouble = (error: unknown): never => {
  if (error instanceof BlobBroken || isNodeFault(error)) throw error;
  throw new NodeFault('unavailable', 'BLOB_STORE_UNAVAILABLE', { facts: { reason: reasonOf(error) }, cause: error });
};

const reasonOf = (error: unknown): string => {
  if (typeof error !== 'object' || error === null) return 'UNKNOWN';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.message.slice(0, 100) : 'UNKNOWN';
};
