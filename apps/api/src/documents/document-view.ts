import type { DocumentView } from '@potok/contracts';
import type { DocumentSummary } from '@potok/persistence';

export const asDocumentView = (row: DocumentSummary): DocumentView => ({
  id: row.id,
  kind: row.kind,
  documentFunction: row.documentFunction,
  number: row.number,
  date: row.date,
  revision: row.revision,
  organization: { id: row.organizationId, name: row.organizationName, inn: row.organizationInn },
  counterparty: {
    name: row.counterpartyName,
    inn: row.counterpartyInn,
    ...(row.counterpartyKpp === null ? {} : { kpp: row.counterpartyKpp }),
  },
  total: row.total,
  vat: row.vat,
  headline: row.headline,
  state: {
    delivery: row.delivery,
    answer: row.answer,
    annulment: row.annulment,
    correction: row.correction,
    isExported: row.exportedAt !== null,
    isPaid: row.paidAt !== null,
    isArchived: row.archivedAt !== null,
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.answeredAt === null ? {} : { answeredAt: row.answeredAt.toISOString() }),
  },
  ...(row.runId === null ? {} : { runId: row.runId }),
  ...(row.dealId === null ? {} : { dealId: row.dealId }),
  isTestSignature: row.isTestSignature,
  isTrial: row.isTrial,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});
