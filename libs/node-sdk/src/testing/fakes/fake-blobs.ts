import { createHash } from 'node:crypto';
import { NodeFault, type BlobRef, type BlobService } from '@potok/contracts';
import type { Seen } from './state.js';

/** Blobs in memory, under their real sha256. */
export const fakeBlobs = (given: readonly (string | Uint8Array)[] = []): BlobService & Seen => {
  const kept = new Map<string, Uint8Array>();
  const put = (bytes: Uint8Array): string => {
    const sha256 = sha256Of(bytes);
    kept.set(sha256, bytes);
    return sha256;
  };
  for (const one of given) put(typeof one === 'string' ? new TextEncoder().encode(one) : one);
  return {
    put: async (bytes, about): Promise<BlobRef> => ({ sha256: put(bytes), sizeBytes: bytes.length, ...about }),
    async read(sha256) {
      const bytes = kept.get(sha256);
      if (bytes === undefined) throw new NodeFault('broken', 'BLOB_NOT_FOUND', { facts: { sha256 } });
      return bytes;
    },
    state: () => [...kept.keys()].sort(),
  };
};

/** sha256 in lower-case hex, as blobs and effect keys are written. */
export const sha256Of = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
