import type { DocumentView } from '@potok/contracts';
import type { Texts } from '../app/texts/catalogue.js';
import { formatDay } from '../format/dates.js';

export const kindName = (kind: string, { documents }: Texts): string => documents.kinds[kind] ?? kind;

/** «УПД № 214 от 24.11.2026», with the correction's number when it is one. */
export const fullName = ({ kind, number, date, revision }: DocumentView, texts: Texts): string => {
  const name = texts.documents.dated(kindName(kind, texts), number, formatDay(date));
  return revision === 0 ? name : `${name}, ${texts.documents.revision(revision)}`;
};

/** Neither is in force: its number is struck out. */
export const isOver = ({ headline }: DocumentView): boolean => headline === 'annulled' || headline === 'corrected';
