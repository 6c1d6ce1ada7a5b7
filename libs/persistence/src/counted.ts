import type { EntityManager } from 'typeorm';

/** Counting a list stops here, so that it costs the same however long the list has grown. */
const COUNT_CAP = 10_000;

export interface Counted {
  readonly total: number;
  /** There are more than `total`: nobody counted on. */
  readonly isCapped: boolean;
}

interface Rows {
  /** A SELECT without ORDER and LIMIT. */
  readonly text: string;
  readonly values: readonly unknown[];
}

export const countUpTo = async (db: EntityManager, rows: Rows, cap = COUNT_CAP): Promise<Counted> => {
  const found = await db.query<{ total: number }[]>(
    `SELECT count(*)::int AS total FROM (${rows.text} LIMIT ${cap + 1}) AS counted`,
    [...rows.values],
  );
  const total = found[0]?.total ?? 0;
  return { total: Math.min(total, cap), isCapped: total > cap };
};
