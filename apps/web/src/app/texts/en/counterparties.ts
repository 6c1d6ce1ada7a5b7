import type { counterparties as Source } from '../ru/counterparties.js';

export const counterparties: typeof Source = {
  title: 'Counterparties',
  about: 'With whom documents are exchanged.',
  search: 'Name or INN',
  name: 'Counterparty',
  inn: 'INN',
  kpp: 'KPP',
  documents: 'Documents',
  last: 'Last document',
  empty: 'Counterparties will be here. They appear with the first document.',
  toDocuments: 'To the documents',
};
