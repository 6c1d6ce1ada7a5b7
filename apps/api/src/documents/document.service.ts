import { Inject, Injectable } from '@nestjs/common';
import type { DocumentDetailView, DocumentQueuesView, DocumentView, Page } from '@potok/contracts';
import type { DocumentQueue } from '@potok/contracts/names';
import { parseUpd, viewOfUpd, type UpdView } from '@potok/documents';
import { DocumentRepository, type BlobStore, type DocumentTitleRow } from '@potok/persistence';
import type { EntityManager } from 'typeorm';
import type { Here } from '../identity/caller.js';
import { Refusal } from '../problems/refusal.js';
import { AppDatabase } from '../server/app-database.js';
import { pageOf, totalOf, type Place } from '../server/page.js';
import { BLOBS } from '../server/tokens.js';
import { filterOf, type DocumentConditions, type DocumentQuery } from './document.dto.js';
import { asDocumentView } from './document-view.js';

export interface TitleFileView {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

@Injectable()
export class DocumentService {
  constructor(
    private readonly db: AppDatabase,
    @Inject(BLOBS) private readonly blobs: BlobStore,
  ) {}

  list(here: Here, query: DocumentQuery): Promise<Page<DocumentView>> {
    const filter = filterOf(query);
    return this.db.inWorkspace(here.workspaceId, (tx) => {
      const rows = new DocumentRepository(tx);
      const listing = { list: (place: Place) => rows.list({ ...filter, ...place }), count: () => rows.count(filter) };
      return pageOf(query, listing, asDocumentView);
    });
  }

  /** The same conditions, counted for each queue. */
  queues(here: Here, query: DocumentConditions): Promise<DocumentQueuesView> {
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      const rows = new DocumentRepository(tx);
      const count = async (queue?: DocumentQueue) =>
        totalOf(await rows.count(filterOf({ ...query, ...(queue === undefined ? {} : { queue }) })));
      return {
        all: await count(),
        ours: await count('ours'),
        buyer: await count('buyer'),
        refused: await count('refused'),
      };
    });
  }

  get(here: Here, id: string): Promise<DocumentDetailView> {
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      const documents = new DocumentRepository(tx);
      const row = await documents.find(id);
      if (row === undefined) throw notFound(id);
      const events = await documents.listEvents(id);
      return {
        ...asDocumentView(row),
        titles: (await documents.listTitles(id)).map(asTitleView),
        history: events.map(({ at, kind, source, facts }) => ({ at: at.toISOString(), kind, source, facts })),
      };
    });
  }

  /** The bytes as they were signed and sent. */
  async title(here: Here, id: string, sha256: string): Promise<TitleFileView> {
    const title = await this.findTitle(here, id, sha256);
    const content = await this.readBlob(here, title.sha256);
    return {
      fileName: `${withoutXml(title.fileName)}.xml`,
      mediaType: 'application/xml; charset=windows-1251',
      content,
    };
  }

  /** Its detached signature. */
  async signature(here: Here, id: string, sha256: string): Promise<TitleFileView> {
    const title = await this.findTitle(here, id, sha256);
    if (title.signatureSha256 === null) throw new Refusal('not-found', 'SIGNATURE_NOT_FOUND');
    const content = await this.readBlob(here, title.signatureSha256);
    return { fileName: `${withoutXml(title.fileName)}.sgn`, mediaType: 'application/pkcs7-signature', content };
  }

  /** The paper of the seller's title, as data. */
  async readable(here: Here, id: string): Promise<UpdView> {
    const titles = await this.db.inWorkspace(here.workspaceId, async (tx) => {
      await refuseAbsent(tx, id);
      return new DocumentRepository(tx).listTitles(id);
    });
    const seller = titles.find(({ role }) => role === 'seller');
    if (seller === undefined) throw new Refusal('not-found', 'TITLE_NOT_FOUND');
    return viewOfUpd(parseUpd(await this.readBlob(here, seller.sha256)).model);
  }

  private findTitle(here: Here, id: string, sha256: string): Promise<DocumentTitleRow> {
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      await refuseAbsent(tx, id);
      const title = (await new DocumentRepository(tx).listTitles(id)).find((one) => one.sha256 === sha256);
      if (title === undefined) throw new Refusal('not-found', 'TITLE_NOT_FOUND');
      return title;
    });
  }

  private async readBlob({ workspaceId }: Here, sha256: string): Promise<Uint8Array> {
    const bytes = await this.blobs.read({ workspaceId, sha256 });
    if (bytes === undefined) throw new Refusal('not-found', 'TITLE_NOT_FOUND');
    return bytes;
  }
}

const notFound = (id: string) => new Refusal('not-found', 'DOCUMENT_NOT_FOUND', { facts: { id } });

const refuseAbsent = async (tx: EntityManager, id: string): Promise<void> => {
  if ((await new DocumentRepository(tx).find(id)) === undefined) throw notFound(id);
};

const withoutXml = (fileName: string) => fileName.replace(/\.xml$/i, '');

const asTitleView = (row: DocumentTitleRow): DocumentDetailView['titles'][number] => ({
  role: row.role,
  fileName: row.fileName,
  sha256: row.sha256,
  sizeBytes: row.sizeBytes,
  isSigned: row.signatureSha256 !== null,
  ...(row.signer === null ? {} : { signer: `${row.signer.person.lastName} ${row.signer.person.firstName}` }),
  createdAt: row.createdAt.toISOString(),
});
