import {
  freshDocflow,
  NodeFault,
  uuidOf,
  type DocflowState,
  type DocumentId,
  type DocumentRecord,
  type DocumentService,
  type DraftDocument,
  type OrganizationProfile,
  type TitleRole,
} from '@potok/contracts';
import { anOrganization } from './an-organization.js';
import { sha256Of } from './fake-blobs.js';
import type { Seen } from './state.js';

interface Kept {
  readonly key: string;
  record: DocumentRecord;
  readonly titles: Map<TitleRole, { fileName: string; bytes: Uint8Array; signature?: Uint8Array }>;
  readonly marks: Map<string, unknown>;
  sent?: unknown;
}

/** A document that is there before a test begins. */
export interface GivenDocument {
  readonly key: string;
  readonly draft: DraftDocument;
  readonly seller?: { readonly fileName: string; readonly bytes: Uint8Array; readonly signature?: Uint8Array };
  /** Where it stands; default: a fresh draft. */
  readonly state?: DocflowState;
}

export interface FakeDocumentsOptions {
  readonly organizations?: readonly OrganizationProfile[];
  /** The instant of every draft; the legal date is its day. */
  readonly draftedAt?: string;
  readonly documents?: readonly GivenDocument[];
}

/** Documents in memory with the promises of the real service: number fixed once per key, titles fixed once per role. */
export const fakeDocuments = (options: FakeDocumentsOptions = {}): DocumentService & Seen => {
  const world = new FakeDocuments(options);
  for (const document of options.documents ?? []) world.give(document);
  return world;
};

class FakeDocuments implements DocumentService, Seen {
  private readonly kept: Kept[] = [];
  private readonly organizations: readonly OrganizationProfile[];
  private readonly draftedAt: string;
  private used = 0;

  constructor({ organizations, draftedAt }: FakeDocumentsOptions) {
    this.organizations = organizations ?? [anOrganization()];
    this.draftedAt = draftedAt ?? '2026-11-24T09:00:00.000Z';
  }

  give({ key, draft, seller, state }: GivenDocument): void {
    const made = this.make(key, draft);
    if (seller !== undefined) made.titles.set('seller', { ...seller });
    if (state !== undefined) made.record = { ...made.record, state };
  }

  async draft(order: DraftDocument, key: string): Promise<DocumentRecord> {
    return (this.kept.find((one) => one.key === key) ?? this.make(key, order)).record;
  }

  async get(documentId: string): Promise<DocumentRecord> {
    return this.at(documentId).record;
  }

  async organization(organizationId: string): Promise<OrganizationProfile> {
    const found = this.organizations.find((one) => one.organizationId === organizationId);
    if (found === undefined) throw new NodeFault('invalid', 'ORGANIZATION_NOT_FOUND', { facts: { organizationId } });
    return found;
  }

  async findOrganization({ inn, kpp }: { readonly inn?: string; readonly kpp?: string }): Promise<OrganizationProfile> {
    const fits = (own: string | undefined, wanted: string | undefined) => wanted === undefined || own === wanted;
    const found = this.organizations.filter((one) => fits(one.inn, inn) && fits(one.kpp, kpp));
    const only = found[0];
    if (only === undefined) throw new NodeFault('invalid', 'ORGANIZATION_NOT_FOUND', { facts: { inn, kpp } });
    if (found.length > 1) throw new NodeFault('invalid', 'ORGANIZATION_AMBIGUOUS', { facts: { inn, kpp } });
    return only;
  }

  async addTitle(documentId: string, title: { role: TitleRole; fileName: string; bytes: Uint8Array }) {
    const { titles } = this.at(documentId);
    const known = titles.get(title.role);
    if (known !== undefined && sha256Of(known.bytes) !== sha256Of(title.bytes))
      throw new NodeFault('refused', 'TITLE_FIXED', { facts: { documentId, role: title.role } });
    if (known === undefined) titles.set(title.role, { fileName: title.fileName, bytes: title.bytes });
    return this.file(documentId, title.role);
  }

  async addSignature(documentId: string, role: TitleRole, signature: Uint8Array) {
    const title = this.at(documentId).titles.get(role);
    if (title !== undefined) title.signature = signature;
    return this.file(documentId, role);
  }

  async readTitle(documentId: string, role: TitleRole) {
    const title = this.file(documentId, role);
    const { bytes, signature } = this.titleOf(documentId, role);
    return { title, bytes, ...(signature === undefined ? {} : { signature }) };
  }

  async recordSent(documentId: string, at: Parameters<DocumentService['recordSent']>[1]): Promise<void> {
    this.at(documentId).sent = at;
  }

  async recordMark(documentId: string, mark: string, evidence: unknown): Promise<void> {
    this.at(documentId).marks.set(mark, evidence);
  }

  async removeMark(documentId: string, mark: string): Promise<void> {
    this.at(documentId).marks.delete(mark);
  }

  async discard(key: string): Promise<void> {
    const index = this.kept.findIndex((one) => one.key === key && one.sent === undefined);
    if (index >= 0) this.kept.splice(index, 1);
  }

  state(): unknown {
    return this.kept.map(({ record, titles, marks, sent }) => ({
      documentId: record.documentId,
      titles: [...titles].map(([role, { bytes, signature }]) => [
        role,
        sha256Of(bytes),
        signature && sha256Of(signature),
      ]),
      marks: Object.fromEntries(marks),
      sent,
    }));
  }

  private make(key: string, order: DraftDocument): Kept {
    this.used += 1;
    const { number = String(this.used), date = this.draftedAt.slice(0, 10) } = order;
    const taken = this.kept.some(({ record }) => record.number === number && record.kind === order.kind);
    if (taken) throw new NodeFault('refused', 'DOCUMENT_NUMBER_TAKEN', { facts: { number, date } });
    const made: Kept = {
      key,
      record: recordOf(order, { documentId: uuidOf(key) as DocumentId, number, date, draftedAt: this.draftedAt }),
      titles: new Map(),
      marks: new Map(),
    };
    this.kept.push(made);
    return made;
  }

  private at(documentId: string): Kept {
    const found = this.kept.find(({ record }) => record.documentId === documentId);
    if (found === undefined) throw new NodeFault('invalid', 'DOCUMENT_NOT_FOUND', { facts: { documentId } });
    return found;
  }

  private titleOf(documentId: string, role: TitleRole) {
    const title = this.at(documentId).titles.get(role);
    if (title === undefined) throw new NodeFault('invalid', 'TITLE_NOT_FOUND', { facts: { documentId, role } });
    return title;
  }

  private file(documentId: string, role: TitleRole) {
    const { fileName, bytes, signature } = this.titleOf(documentId, role);
    const ref = (of: Uint8Array, mediaType: string) => ({ sha256: sha256Of(of), sizeBytes: of.length, mediaType });
    return {
      role,
      fileName,
      file: ref(bytes, 'application/xml'),
      ...(signature === undefined ? {} : { signature: ref(signature, 'application/pkcs7-signature') }),
    };
  }
}

const recordOf = (
  { kind, documentFunction, organizationId, counterparty, total, vat, content }: DraftDocument,
  fixed: Pick<DocumentRecord, 'documentId' | 'number' | 'date' | 'draftedAt'>,
): DocumentRecord => ({
  kind,
  documentFunction,
  organizationId,
  counterparty,
  total,
  vat,
  content,
  revision: 0,
  state: freshDocflow,
  ...fixed,
});
