import type { BlobStore } from '@potok/persistence';
import type { DocumentStore, OrganizationReader } from '@potok/persistence/engine';
import { blobService } from '../services/blobs.js';
import { documentService } from '../services/documents.js';
import type { TryParts } from './try-draft.js';

/** Documents and files that a workspace has, for a try to read. */
export const storedThings =
  (parts: {
    readonly documents: DocumentStore;
    readonly organizations: OrganizationReader;
    readonly blobs: BlobStore;
    readonly now: () => Date;
  }): TryParts['stored'] =>
  (workspaceId) => {
    const blobs = blobService(parts.blobs, workspaceId);
    const { documents: store, organizations, now } = parts;
    return { blobs, documents: documentService({ store, organizations, blobs, workspaceId, runId: '', now }) };
  };
