import { createHash } from 'node:crypto';
import type { BlobKey } from './blob-store.js';

/** Bytes and hash do not belong together, or the key is none. */
export class BlobBroken extends Error {
  readonly code = 'BLOB_BROKEN';

  constructor(readonly sha256: string) {
    super(`BLOB_BROKEN ${sha256}`);
    this.name = 'BlobBroken';
  }
}

export const checkBytes = (bytes: Uint8Array, { sha256 }: BlobKey): Uint8Array => {
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new BlobBroken(sha256);
  return bytes;
};

/** Keys become paths and addresses: nothing but an id and a hash may stand there. */
export const checkKey = ({ workspaceId, sha256 }: BlobKey): void => {
  if (!/^[0-9a-f-]{36}$/.test(workspaceId) || !/^[0-9a-f]{64}$/.test(sha256)) throw new BlobBroken(sha256);
};
