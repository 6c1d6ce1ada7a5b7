import type { DocumentReference } from '../upd/reference.js';
import { russianDate } from '../xml/moments.js';

export interface ViewRow {
  readonly label: string;
  readonly value: string;
}

/** A row, unless there is nothing to say. */
export const row = (label: string, value: string | undefined): readonly ViewRow[] =>
  value === undefined || value === '' ? [] : [{ label, value }];

/** «Договор № 7 от 01.09.2026» */
export const referenceText = ({ name, number, date }: DocumentReference): string =>
  `${name} № ${number} от ${russianDate(date)}`;
