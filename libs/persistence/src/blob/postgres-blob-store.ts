import { checkBytes, checkKey } from './blob-broken.js';
import type { BlobRows, BlobStore } from './blob-store.js';

/**
 * Bytes in the table `blob`: nothing else to run and to back up, fit for small and middling installations. A row without
 * bytes is of a time when another store held them.
 */
export const postgresBlobStore = (rows: BlobRows): BlobStore => ({
  put: async ({ bytes, mediaType, ...key }) => {
    checkKey(key);
    checkBytes(bytes, key);
    await rows.query(key.workspaceId, {
      name: 'blob-put',
      text: `INSERT INTO blob (workspace_id, sha256, size_bytes, media_type, bytes) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (workspace_id, sha256) DO UPDATE SET bytes = excluded.bytes WHERE blob.bytes IS NULL`,
      values: [key.workspaceId, key.sha256, bytes.length, mediaType, Buffer.from(bytes)],
    });
  },
  read: async (key) => {
    checkKey(key);
    const [row] = await rows.query<{ bytes: Buffer | null }>(key.workspaceId, {
      name: 'blob-read',
      text: 'SELECT bytes FROM blob WHERE workspace_id = $1 AND sha256 = $2',
      values: [key.workspaceId, key.sha256],
    });
    return row?.bytes ? checkBytes(new Uint8Array(row.bytes), key) : undefined;
  },
  has: async (key) => {
    checkKey(key);
    const found = await rows.query(key.workspaceId, {
      name: 'blob-has',
      text: 'SELECT 1 AS one FROM blob WHERE workspace_id = $1 AND sha256 = $2 AND bytes IS NOT NULL',
      values: [key.workspaceId, key.sha256],
    });
    return found.length === 1;
  },
});
