import {
  NodeFault,
  type BlobService,
  type DocflowState,
  type DocumentId,
  type DocumentKind,
  type DocumentRecord,
  type DocumentService,
  type DraftDocument,
  type TitleFile,
  type TitleRole,
} from '@potok/contracts';
import { heavyTurn } from '@potok/node-sdk';
import type { DocumentRow, DocumentStore, OrganizationReader, TitleRow } from '@potok/persistence/engine';
import { folded, stateOf } from './docflow-state.js';
import { newId } from './new-id.js';
import { findProfile, profileById } from './organizations.js';
import { titleSigner } from './title-signer.js';

export interface DocumentParts {
  readonly store: DocumentStore;
  readonly organizations: Pick<OrganizationReader, 'list'>;
  readonly blobs: BlobService;
  readonly workspaceId: string;
  readonly runId: string;
  readonly now: () => Date;
}

const XML = 'application/xml';
const SIGNATURE = 'application/pkcs7-signature';

/** Documents as nodes may touch them: of the run's workspace, with number, titles and signatures that never change once set. */
export const documentService = (parts: DocumentParts): DocumentService => ({
  draft: (order, key) => draft(parts, order, key),
  get: async (documentId) => asRecord(await getRow(parts, documentId)),
  organization: (organizationId) => profileById(parts.organizations, parts.workspaceId, organizationId),
  findOrganization: (by) => findProfile(parts.organizations, parts.workspaceId, by),
  addTitle: (documentId, title) => addTitle(parts, documentId, title),
  addSignature: (documentId, role, signature) => addSignature(parts, { documentId, role, signature }),
  readTitle: (documentId, role) => readTitle(parts, documentId, role),
  recordSent: async (documentId, at) => {
    await change(parts, documentId, {
      kind: 'sent',
      eventKey: `sent:${at.messageId}/${at.entityId}`,
      facts: { system: at.system, messageId: at.messageId },
      sent: at,
      to: (state) => ({
        ...state,
        delivery: state.delivery === 'confirmed' || state.delivery === 'delivered' ? state.delivery : 'sent',
      }),
    });
  },
  recordMark: async (documentId, mark, evidence) => {
    await change(parts, documentId, {
      kind: mark,
      eventKey: `${mark}:${parts.runId}`,
      facts: evidence,
      to: (state) => ({ ...state, ...marked(mark, true) }),
    });
  },
  removeMark: async (documentId, mark) => {
    await change(parts, documentId, {
      kind: `${mark}-undone`,
      eventKey: `${mark}-undone:${parts.runId}`,
      facts: {},
      to: (state) => ({ ...state, ...marked(mark, false) }),
    });
  },
  discard: (key) => parts.store.discard(parts.workspaceId, key, parts.now()),
});

const draft = async (parts: DocumentParts, order: DraftDocument, key: string): Promise<DocumentRecord> => {
  const organization = await profileById(parts.organizations, parts.workspaceId, order.organizationId);
  const now = parts.now();
  try {
    const row = await parts.store.draft(parts.workspaceId, {
      id: newId(),
      counterpartyId: newId(),
      eventId: newId(),
      auditId: newId(),
      organizationId: order.organizationId,
      counterparty: order.counterparty,
      kind: order.kind,
      documentFunction: order.documentFunction,
      number: order.number,
      date: order.date ?? legalDate(now, organization.timeZone),
      key,
      total: order.total,
      vat: order.vat,
      content: order.content,
      runId: parts.runId,
      dealId: order.dealId,
      now,
    });
    return asRecord(row);
  } catch (error) {
    if (isUniqueViolation(error)) {
      throw new NodeFault('refused', 'DOCUMENT_NUMBER_TAKEN', {
        facts: { number: order.number ?? '', date: order.date ?? legalDate(now, organization.timeZone) },
      });
    }
    throw error;
  }
};

/** Today in the organization's zone: what the law calls the document's date. */
const legalDate = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at);

const isUniqueViolation = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === '23505';

const addTitle = async (
  parts: DocumentParts,
  documentId: string,
  title: { readonly role: TitleRole; readonly fileName: string; readonly bytes: Uint8Array },
): Promise<TitleFile> => {
  const file = await parts.blobs.put(title.bytes, { mediaType: XML, fileName: title.fileName });
  const row = await parts.store.addTitle(parts.workspaceId, {
    id: newId(),
    documentId,
    role: title.role,
    fileName: title.fileName,
    sha256: file.sha256,
    sizeBytes: file.sizeBytes,
  });
  if (row === undefined)
    throw new NodeFault('broken', 'TITLE_FIXED', { facts: { documentId, fileName: title.fileName } });
  if (title.role === 'seller')
    await change(parts, documentId, {
      kind: 'validated',
      eventKey: 'validated',
      facts: { fileName: title.fileName },
      to: raiseTo('validated'),
    });
  return asTitle(row);
};

const addSignature = async (
  parts: DocumentParts,
  of: { readonly documentId: string; readonly role: TitleRole; readonly signature: Uint8Array },
): Promise<TitleFile> => {
  const [title] = await parts.store.listTitles(parts.workspaceId, of.documentId, of.role);
  if (title === undefined)
    throw new NodeFault('invalid', 'TITLE_NOT_FOUND', { facts: { documentId: of.documentId, role: of.role } });
  if (title.signature_sha256 !== null) return asTitle(title);
  const file = await parts.blobs.put(of.signature, { mediaType: SIGNATURE, fileName: `${title.file_name}.sgn` });
  const bytes = await parts.blobs.read(title.sha256);
  await heavyTurn(bytes.length);
  const signer = titleSigner({ bytes, signature: of.signature, at: parts.now() });
  await parts.store.addSignature(parts.workspaceId, title.id, {
    sha256: file.sha256,
    sizeBytes: file.sizeBytes,
    signer,
    isTest: await isTestKey(parts, of.documentId, signer?.thumbprint),
  });
  if (of.role === 'seller')
    await change(parts, of.documentId, {
      kind: 'signed',
      eventKey: 'signed',
      facts: { fileName: title.file_name },
      to: raiseTo('signed'),
    });
  return asTitle({ ...title, signature_sha256: file.sha256, signature_size_bytes: file.sizeBytes });
};

/** Signed by a software key of ours: «тестовая подпись, без юридической силы». */
const isTestKey = async (
  parts: DocumentParts,
  documentId: string,
  thumbprint: string | undefined,
): Promise<boolean> => {
  const { organization_id: organizationId } = await getRow(parts, documentId);
  const { signers } = await profileById(parts.organizations, parts.workspaceId, organizationId);
  return signers.some((one) => one.thumbprint === thumbprint && one.isTest);
};

const readTitle = async (parts: DocumentParts, documentId: string, role: TitleRole) => {
  const [row] = await parts.store.listTitles(parts.workspaceId, documentId, role);
  if (row === undefined) throw new NodeFault('invalid', 'TITLE_NOT_FOUND', { facts: { documentId, role } });
  const bytes = await parts.blobs.read(row.sha256);
  const signature = row.signature_sha256 === null ? {} : { signature: await parts.blobs.read(row.signature_sha256) };
  return { title: asTitle(row), bytes, ...signature };
};

const EARLY = ['draft', 'validated', 'signing', 'signed'] as const;
/** Before sending a document only rises; after it, the operator's events decide. */
const raiseTo =
  (step: (typeof EARLY)[number]) =>
  (state: DocflowState): DocflowState => {
    const at = EARLY.findIndex((one) => one === state.delivery);
    return at >= 0 && at < EARLY.indexOf(step) ? { ...state, delivery: step } : state;
  };

const marked = (mark: 'exported' | 'paid' | 'archived', isSet: boolean): Partial<DocflowState> => {
  if (mark === 'exported') return { isExported: isSet };
  return mark === 'paid' ? { isPaid: isSet } : { isArchived: isSet };
};

interface Change {
  readonly kind: string;
  readonly eventKey: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly sent?: {
    readonly boxId: string;
    readonly messageId: string;
    readonly entityId: string;
    readonly system: string;
    readonly connectionId?: string;
  };
  readonly to: (state: DocflowState) => DocflowState;
}
const change = async (parts: DocumentParts, documentId: string, of: Change): Promise<void> => {
  await parts.store.applyEvent(parts.workspaceId, {
    documentId,
    id: newId(),
    auditId: newId(),
    at: parts.now(),
    kind: of.kind,
    source: 'potok',
    eventKey: of.eventKey,
    facts: of.facts,
    who: { kind: 'run', id: parts.runId },
    ...(of.sent === undefined ? {} : { sent: of.sent }),
    fold: (row) => folded(of.to(stateOf(row))),
  });
};

const getRow = async (parts: DocumentParts, documentId: string): Promise<DocumentRow> => {
  const row = await parts.store.find(parts.workspaceId, documentId);
  if (row === undefined) throw new NodeFault('invalid', 'DOCUMENT_NOT_FOUND', { facts: { documentId } });
  return row;
};

const asRecord = (row: DocumentRow): DocumentRecord => ({
  documentId: row.id as DocumentId,
  kind: row.kind as DocumentKind,
  documentFunction: row.document_function,
  organizationId: row.organization_id,
  number: row.number,
  date: row.date,
  revision: row.revision,
  total: row.total,
  vat: row.vat,
  counterparty: {
    name: row.counterparty_name,
    inn: row.counterparty_inn,
    ...(row.counterparty_kpp === null ? {} : { kpp: row.counterparty_kpp }),
  },
  content: row.content,
  draftedAt: row.created_at.toISOString(),
  state: stateOf(row),
});

const asTitle = (row: TitleRow): TitleFile => ({
  role: row.role as TitleRole,
  fileName: row.file_name,
  file: { sha256: row.sha256, sizeBytes: row.size_bytes, mediaType: XML, fileName: row.file_name },
  ...(row.signature_sha256 === null
    ? {}
    : {
        signature: {
          sha256: row.signature_sha256,
          sizeBytes: row.signature_size_bytes ?? 0,
          mediaType: SIGNATURE,
          fileName: `${row.file_name}.sgn`,
        },
      }),
});
