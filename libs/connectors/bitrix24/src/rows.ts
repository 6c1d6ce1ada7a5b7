import type { Json } from '@potok/contracts';

/** One record of the portal. Values are text nearly always; numbers come as their source text. */
export type Row = Readonly<Record<string, Json>>;

export const asRow = (value: Json | undefined): Row | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : undefined;

/** A list of records; PHP may number a list's keys. */
export const asRows = (value: Json | undefined): readonly Row[] =>
  typeof value === 'object' && value !== null
    ? Object.values(value as Row)
        .map(asRow)
        .filter(isRow)
    : [];
const isRow = (row: Row | undefined): row is Row => row !== undefined;

/** The text of a field; `undefined` for null, empty and what is no text. */
export const textOf = (row: Row | undefined, name: string): string | undefined => {
  const value = row?.[name];
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
};

/** An id of the portal; `0` and empty mean none. */
export const idOf = (row: Row | undefined, name: string): string | undefined => {
  const text = textOf(row, name);
  return text === '0' ? undefined : text;
};

/** The first value of a field that holds several (PHONE, EMAIL). */
export const firstValue = (row: Row | undefined, name: string): string | undefined =>
  textOf(asRows(row?.[name])[0], 'VALUE');

export const firstText = (row: Row | undefined, ...names: readonly string[]): string | undefined =>
  names.map((name) => textOf(row, name)).find((text) => text !== undefined);
