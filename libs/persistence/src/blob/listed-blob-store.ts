import type { BlobRows, BlobStore } from './blob-store.js';

/** A store outside PostgreSQL with a row for each blob, written after its bytes: a row never promises what is not there. */
export const listedBlobStore = (store: BlobStore, rows: BlobRows): BlobStore => ({
  ...store,
  put: async (blob) => {
    await store.put(blob);
    const { workspaceId, sha256, bytes, mediaType } = blob;
    await rows.query(workspaceId, {
      name: 'blob-list',
      text: `INSERT INTO blob (workspace_id, sha256, size_bytes, media_type) VALUES ($1, $2, $3, $4)
             ON CONFLICT (workspace_id, sha256) DO NOTHING`,
      values: [workspaceId, sha256, bytes.length, mediaType],
    });
  },
});
