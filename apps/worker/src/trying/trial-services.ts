import { createHash } from 'node:crypto';
import {
  NodeFault,
  type BlobService,
  type DocumentService,
  type HttpService,
  type ServiceName,
  type Services,
  type TriedFile,
} from '@potok/contracts';
import { notMade, type TellNotMade } from './not-made.js';
import { trialDocuments } from './trial-documents.js';
import type { TrialOrganizations } from './trial-organizations.js';

export interface TrialServiceParts {
  readonly organizations: TrialOrganizations;
  readonly real: {
    readonly documents: Pick<DocumentService, 'get' | 'readTitle'>;
    readonly blobs: Pick<BlobService, 'read'>;
  };
  readonly http: HttpService;
  readonly now: () => Date;
  readonly tell: TellNotMade;
  readonly onFile: (file: TriedFile) => void;
}

/** Lends a step that is tried what it names: over memory, over what may be read, and over nothing that acts. */
export class TrialServices {
  private readonly all: Services;
  private readonly reading: Services;

  constructor(parts: TrialServiceParts) {
    const blobs = trialBlobs(parts);
    const documents = trialDocuments({ ...parts, blobs, real: parts.real.documents });
    const signer = { sign: async () => undefined };
    const closed: HttpService = { request: async () => notMade(parts.tell, 'acting') };
    this.all = { documents, blobs, signer, http: closed };
    this.reading = { ...this.all, http: readingHttp(parts) };
  }

  lend(needs: readonly ServiceName[], { isReading }: { readonly isReading: boolean }): Partial<Services> {
    const from = isReading ? this.reading : this.all;
    return Object.fromEntries(needs.map((name) => [name, from[name]]));
  }
}

/** The worker's own door, with its guard of addresses; only what asks goes through. */
const readingHttp = ({ http, tell }: TrialServiceParts): HttpService => ({
  request: async (order) =>
    order.method === 'GET' || order.method === 'HEAD' ? http.request(order) : notMade(tell, 'acting'),
});

const trialBlobs = ({ onFile, real }: TrialServiceParts): BlobService => {
  const kept = new Map<string, Uint8Array>();
  return {
    put: async (bytes, about) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      kept.set(sha256, bytes);
      onFile(fileOf(bytes, about));
      return { sha256, sizeBytes: bytes.length, ...about };
    },
    read: async (sha256) => {
      const bytes = kept.get(sha256) ?? (await real.blobs.read(sha256));
      if (bytes.length > MAX_READ_BYTES) throw new NodeFault('refused', 'FILE_TOO_BIG_TO_TRY', { facts: { sha256 } });
      return bytes;
    },
  };
};

const MAX_READ_BYTES = 20 * 1024 * 1024;
/** A preview: what is longer is not read by anybody. */
const MAX_TEXT_BYTES = 512 * 1024;
const TEXTUAL = /^text\/|xml|json/;

const fileOf = (
  bytes: Uint8Array,
  { mediaType, fileName }: { readonly mediaType: string; readonly fileName?: string },
): TriedFile => ({
  name: fileName ?? 'файл',
  contentType: mediaType,
  ...(TEXTUAL.test(mediaType) && bytes.length <= MAX_TEXT_BYTES ? { text: textOf(bytes) } : {}),
});

/** The formats of the tax service are in windows-1251, as their first line says. */
const textOf = (bytes: Uint8Array): string => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const encoding = /encoding="([\w-]+)"/i.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
  return new TextDecoder(encoding === 'windows-1251' ? encoding : 'utf-8').decode(bytes);
};
