import type { MasterKey } from '@potok/config';
import type { HttpService, ServiceName, Services } from '@potok/contracts';
import type { BlobStore } from '@potok/persistence';
import type { DocumentStore, OrganizationReader } from '@potok/persistence/engine';
import { blobService } from './blobs.js';
import { documentService } from './documents.js';
import { signerService } from './signer.js';

export interface DeskParts {
  readonly documents: DocumentStore;
  readonly organizations: OrganizationReader;
  readonly blobs: BlobStore;
  readonly keys: readonly MasterKey[];
  readonly http: HttpService;
  readonly now: () => Date;
}

/** Lends a node the services that it names, bound to its run, and no others. */
export class ServiceDesk {
  constructor(private readonly parts: DeskParts) {}

  lend(
    needs: readonly ServiceName[],
    place: { readonly workspaceId: string; readonly runId: string },
  ): Partial<Services> {
    const { organizations, keys, now, http } = this.parts;
    const blobs = blobService(this.parts.blobs, place.workspaceId);
    const makers: { readonly [K in ServiceName]: () => Services[K] } = {
      blobs: () => blobs,
      documents: () => documentService({ store: this.parts.documents, organizations, blobs, now, ...place }),
      signer: () => signerService({ organizations, keys, now, workspaceId: place.workspaceId }),
      http: () => http,
    };
    return Object.fromEntries(needs.map((name) => [name, makers[name]()]));
  }
}
