import type { AttachmentTypeWord } from '../wire/enums.js';

/** The part of the type table that the stand-in plays. */
export interface DocumentTypeRow {
  readonly name: string;
  readonly title: string;
  readonly attachmentType: AttachmentTypeWord &
    ('UniversalTransferDocument' | 'UniversalTransferDocumentRevision' | 'Invoice' | 'InvoiceRevision');
  readonly functions: readonly string[];
  readonly isRevision: boolean;
}

/** Versions of the type table beside ВерсФорм of the file; the 5.03 name is inferred in the reference. */
export const TITLE_VERSIONS: Readonly<Record<string, string>> = {
  utd970_05_03_01: '5.03',
  utd970_05_02_01: '5.02',
};

/** Default first. 17 is the published default of a СЧФ; for the others the order of exchange decides (inferred). */
export const WORKFLOWS: Readonly<Record<string, readonly number[]>> = {
  СЧФ: [17, 10],
  СЧФДОП: [18, 16],
  ДОП: [18, 16, 3],
};

const UTD = ['СЧФ', 'ДОП', 'СЧФДОП'];

export const DOCUMENT_TYPES: readonly DocumentTypeRow[] = [
  {
    name: 'UniversalTransferDocument',
    title: 'Универсальный передаточный документ',
    attachmentType: 'UniversalTransferDocument',
    functions: UTD,
    isRevision: false,
  },
  {
    name: 'UniversalTransferDocumentRevision',
    title: 'Исправление универсального передаточного документа',
    attachmentType: 'UniversalTransferDocumentRevision',
    functions: UTD,
    isRevision: true,
  },
  {
    name: 'Invoice',
    title: 'Счет-фактура',
    attachmentType: 'Invoice',
    functions: ['СЧФ'],
    isRevision: false,
  },
  {
    name: 'InvoiceRevision',
    title: 'Исправление счета-фактуры',
    attachmentType: 'InvoiceRevision',
    functions: ['СЧФ'],
    isRevision: true,
  },
];
