import { DOCUMENT_TYPES, TITLE_VERSIONS, WORKFLOWS, type DocumentTypeRow } from '../docflow/document-types.js';
import { messageOf, type Operation } from '../http/operation.js';
import { GetDocumentTypesResponseV3 } from '../wire/service.js';

/** Start of the universal message for all types (from the 2026 pages, by way of the reference). */
const UNIVERSAL_MESSAGES_START = '01.04.2026';
const UNKNOWN_TITLE_TYPE = -1;

const title = (index: number) => ({
  Index: index,
  IsFormal: true,
  SignerInfo: { SignerType: 2, ExtendedDocumentTitleType: UNKNOWN_TITLE_TYPE },
});

const versionOf = (version: string, named: string) => ({
  Version: version,
  SupportsContentPatching: false,
  SupportsEncrypting: false,
  Titles: named === 'СЧФ' ? [title(0)] : [title(0), title(1)],
  IsActual: version === 'utd970_05_03_01',
  Workflows: (WORKFLOWS[named] ?? []).map((Id, at) => ({ Id, IsDefault: at === 0 })),
  SupportsPredefinedRecipientTitle: false,
  SupportsAmendmentRequest: true,
  RejectionType: 'TypeSpecificRejection' as const,
});

const describe = (row: DocumentTypeRow) => ({
  Name: row.name,
  Title: row.title,
  SupportedDocflows: [0],
  RequiresFnsRegistration: true,
  Functions: row.functions.map((named) => ({
    Name: named,
    Versions: Object.keys(TITLE_VERSIONS).map((version) => versionOf(version, named)),
  })),
  UniversalMessagesStartDate: UNIVERSAL_MESSAGES_START,
});

export const documentTypeOperations: readonly Operation[] = [
  {
    method: 'GET',
    path: '/V3/GetDocumentTypes',
    handle: async (call) => {
      call.ownBox();
      return messageOf(GetDocumentTypesResponseV3, { DocumentTypes: DOCUMENT_TYPES.map(describe) });
    },
  },
];
