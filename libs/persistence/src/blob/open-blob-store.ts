import type { BlobStoreChoice } from '@potok/config';
import type { DataSource } from 'typeorm';
import { inWorkspace } from '../database.js';
import type { BlobRows, BlobStore } from './blob-store.js';
import { folderBlobStore } from './folder-blob-store.js';
import { listedBlobStore } from './listed-blob-store.js';
import { postgresBlobStore } from './postgres-blob-store.js';
import { s3BlobStore } from './s3-blob-store.js';

/** The store that the configuration names. Whatever holds the bytes, `rows` hold one row a blob, so that lists know it. */
export const openBlobStore = (choice: BlobStoreChoice, rows: BlobRows): BlobStore => {
  switch (choice.kind) {
    case 'postgres':
      return postgresBlobStore(rows);
    case 'folder':
      return listedBlobStore(folderBlobStore(choice.path), rows);
    case 's3':
      return listedBlobStore(s3BlobStore(choice.address), rows);
  }
};

/** Blob rows through a pool of `potok_app`. */
export const blobRowsOf = (database: DataSource): BlobRows => ({
  query: (workspaceId, { text, values }) => inWorkspace(database, workspaceId, (tx) => tx.query(text, [...values])),
});
