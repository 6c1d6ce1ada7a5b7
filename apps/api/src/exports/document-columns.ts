import type { DocumentSummary } from '@potok/persistence';
import type { Speech } from './speech.js';
import { decimal, moment, type Column } from './table.js';

export const documentColumns = ({ texts, words, timeZone }: Speech): readonly Column<DocumentSummary>[] => [
  { title: texts.kind, width: 9, cell: ({ kind }) => words.kind[kind] },
  { title: texts.number, width: 14, cell: ({ number }) => number },
  { title: texts.date, width: 11, cell: ({ date }) => ({ day: date }) },
  { title: texts.revision, width: 15, cell: ({ revision }) => (revision === 0 ? undefined : String(revision)) },
  { title: texts.organization, width: 30, cell: ({ organizationName }) => organizationName },
  { title: texts.organizationInn, width: 16, cell: ({ organizationInn }) => organizationInn },
  { title: texts.counterparty, width: 36, cell: ({ counterpartyName }) => counterpartyName },
  { title: texts.inn, width: 14, cell: ({ counterpartyInn }) => counterpartyInn },
  { title: texts.kpp, width: 11, cell: ({ counterpartyKpp }) => counterpartyKpp ?? undefined },
  { title: texts.total, width: 16, cell: ({ total }) => decimal(total) },
  { title: texts.vat, width: 14, cell: ({ vat }) => decimal(vat) },
  { title: texts.state, width: 28, cell: ({ headline }) => words.document[headline] },
  { title: texts.reason, width: 36, cell: ({ reason }) => reason ?? undefined },
  { title: texts.deal, width: 12, cell: ({ dealId }) => dealId ?? undefined },
  {
    title: texts.signature,
    width: 30,
    cell: ({ isTestSignature }) => (isTestSignature ? texts.testSignature : undefined),
  },
  { title: texts.mode, width: 12, cell: ({ isTrial }) => (isTrial ? texts.trialDocument : undefined) },
  { title: texts.updated, width: 17, cell: ({ updatedAt }) => moment(updatedAt, timeZone) },
];
