import type { DataSource } from 'typeorm';
import { inWorkspace } from '../database.js';
import type { BlobRows, BlobStore } from './blob-store.js';
import { folderBlobStore } from './folder-blob-store.js';
import { postgresBlobStore } from './postgres-blob-store.js';
import { s3BlobStore } from './s3-blob-store.js';

type BlobStoreChoice =
  | { readonly kind: 'postgres' }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 's3'; readonly address: string };

/** The store that the configuration names; `rows` serve the one in PostgreSQL. */
export const openBlobStore = (choice: BlobStoreChoice, rows: BlobRows): BlobStore => {
  switch (choice.kind) {
    case 'postgres':
      return postgresBlobStore(rows);
    case 'folder':
      return folderBlobStore(choice.path);
    case 's3':
      return s3BlobStore(choice.address);
  }
};

/** Blob rows through a pool of `potok_app`. */
export const blobRowsOf = (database: DataSource): BlobRows => ({
  query: (workspaceId, { text, values }) => inWorkspace(database, workspaceId, (tx) => tx.query(text, [...values])),
});
