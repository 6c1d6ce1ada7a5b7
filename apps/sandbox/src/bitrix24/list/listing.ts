import { type Fields, listParam, mapParam, type Params, textOf, textParam } from '../wire/params.js';
import { compareCells } from './compare.js';
import { type Cells, passes } from './filter.js';

export const PAGE_SIZE = 50;

export interface Page<T> {
  readonly items: readonly T[];
  readonly total?: number;
  readonly next?: number;
}

/**
 * Filter, order and page of a list method: 50 a page, `start` is an offset, `start=-1` leaves the counting out
 * (https://apidocs.bitrix24.ru, «Особенности списочных методов»).
 */
export const pageOf = <T extends Cells>(rows: readonly T[], params: Params): Page<T> => {
  const filter = mapParam(params, 'filter');
  const found = sorted(
    rows.filter((row) => passes(row, filter)),
    mapParam(params, 'order'),
  );
  const start = Math.trunc(Number(textParam(params, 'start') ?? 0)) || 0;
  if (start < 0) return { items: found.slice(0, PAGE_SIZE) };
  const next = start + PAGE_SIZE;
  return {
    items: found.slice(start, next),
    total: found.length,
    ...(next < found.length ? { next } : {}),
  };
};

const sorted = <T extends Cells>(rows: readonly T[], order: Fields): readonly T[] => {
  const keys = Object.entries(order).map(orderKey);
  if (keys.length === 0) keys.push({ field: 'ID', sign: 1 });
  return [...rows].sort((a, b) => {
    for (const { field, sign } of keys) {
      const difference = compareCells(field, textOf(a[field]) ?? '', textOf(b[field]) ?? '');
      if (difference !== 0) return sign * difference;
    }
    return 0;
  });
};

/** `{ID: 'DESC'}`, `{ID: ''}` and `['ID']` are all sent by clients. */
const orderKey = ([name, value]: readonly [string, unknown]): { field: string; sign: 1 | -1 } => {
  if (/^\d+$/.test(name)) return { field: textOf(value) ?? 'ID', sign: 1 };
  return { field: name, sign: textOf(value)?.toUpperCase() === 'DESC' ? -1 : 1 };
};

export interface Selection {
  /** Fields that `*` and an absent `select` leave out, as `UF_…` and several-valued ones. */
  readonly hidden: (field: string) => boolean;
  /** Whether ID comes although it was not asked for. */
  readonly alwaysId: boolean;
}

/** The fields of `select`: names, `*`, `UF_*`. */
export const selectFields = (row: Cells, params: Params, { hidden, alwaysId }: Selection): Cells => {
  const asked = listParam(params, 'select');
  const names = asked.length === 0 ? ['*'] : asked;
  const wants = (field: string) =>
    names.includes(field) ||
    (names.includes('*') && !hidden(field)) ||
    (names.includes('UF_*') && field.startsWith('UF_')) ||
    (alwaysId && field === 'ID');
  return Object.fromEntries(Object.entries(row).filter(([field]) => wants(field)));
};
