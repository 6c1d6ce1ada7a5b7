import {
  freshDocflow,
  isNodeFault,
  uuidOf,
  type BlobService,
  type DocumentId,
  type DocumentRecord,
  type DocumentService,
  type DraftDocument,
  type TitleFile,
  type TitleRole,
} from '@potok/contracts';
import { notMade, type TellNotMade } from './not-made.js';
import type { TrialOrganizations } from './trial-organizations.js';

interface TrialTitle {
  readonly title: TitleFile;
  readonly bytes: Uint8Array;
}

export interface TrialDocumentParts {
  readonly organizations: TrialOrganizations;
  readonly blobs: BlobService;
  /** Documents that are there already: read, never changed. */
  readonly real: Pick<DocumentService, 'get' | 'readTitle'>;
  readonly now: () => Date;
  readonly tell: TellNotMade;
}

/** Nobody signs in a try: what is sent would be refused without a signature, and nothing is sent. */
const NO_SIGNATURE = new TextEncoder().encode('ПРОБА: подписи нет');

/** Documents of one try: in memory, with numbers of no series, gone with it. */
export const trialDocuments = (parts: TrialDocumentParts): DocumentService => {
  const records = new Map<string, DocumentRecord>();
  const titles = new Map<string, TrialTitle>();
  const titleKey = (documentId: string, role: TitleRole) => `${documentId}/${role}`;
  const orAbsent = async <T>(read: () => Promise<T>): Promise<T> => {
    try {
      return await read();
    } catch (error) {
      if (isNodeFault(error) && ABSENT.has(error.code)) return notMade(parts.tell, 'no-document');
      throw error;
    }
  };
  return {
    draft: async (order, key) => {
      const documentId = uuidOf(key);
      const known = records.get(documentId) ?? (await draftOf(parts, order, { documentId, at: records.size + 1 }));
      records.set(documentId, known);
      return known;
    },
    get: async (documentId) => records.get(documentId) ?? orAbsent(() => parts.real.get(documentId)),
    organization: (organizationId) => parts.organizations.byId(organizationId),
    findOrganization: (by) => parts.organizations.find(by),
    addTitle: async (documentId, { role, fileName, bytes }) => {
      const file = await parts.blobs.put(bytes, { mediaType: 'application/xml', fileName });
      const title: TitleFile = { role, fileName, file };
      titles.set(titleKey(documentId, role), { title, bytes });
      return title;
    },
    addSignature: async (documentId, role) => (await found(titles.get(titleKey(documentId, role)), parts.tell)).title,
    readTitle: async (documentId, role) => {
      const own = titles.get(titleKey(documentId, role));
      if (own !== undefined) return { ...own, signature: NO_SIGNATURE };
      return { signature: NO_SIGNATURE, ...(await orAbsent(() => parts.real.readTitle(documentId, role))) };
    },
    recordSent: async () => undefined,
    recordMark: async () => undefined,
    removeMark: async () => undefined,
    discard: async () => undefined,
  };
};

const ABSENT: ReadonlySet<string> = new Set(['DOCUMENT_NOT_FOUND', 'TITLE_NOT_FOUND']);

const found = async (title: TrialTitle | undefined, tell: TellNotMade): Promise<TrialTitle> =>
  title ?? notMade(tell, 'no-document');

const draftOf = async (
  { organizations, now }: TrialDocumentParts,
  order: DraftDocument,
  { documentId, at }: { readonly documentId: string; readonly at: number },
): Promise<DocumentRecord> => {
  const { timeZone } = await organizations.byId(order.organizationId);
  const draftedAt = now();
  return {
    documentId: documentId as DocumentId,
    kind: order.kind,
    documentFunction: order.documentFunction,
    organizationId: order.organizationId,
    number: order.number ?? `ПРОБНЫЙ-${at}`,
    date: order.date ?? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(draftedAt),
    revision: 0,
    total: order.total,
    vat: order.vat,
    counterparty: order.counterparty,
    content: order.content,
    state: freshDocflow,
    draftedAt: draftedAt.toISOString(),
  };
};
