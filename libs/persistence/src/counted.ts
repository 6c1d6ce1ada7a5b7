import type { EntityManager } from 'typeorm';

/** Counting a list stops here, so that it costs the same however long the list has grown. */
const COUNT_CAP = 10_000;

export interface Counted {
  readonly total: number;
  /** There are more than `total`: nobody counted on. */
  readonly isCapped: boolean;
}

/** How many rows a SELECT without ORDER and LIMIT gives. */
export const countUpTo = async (db: EntityManager, rows: string, values: readonly unknown[]): Promise<Counted> => {
  const found = await db.query<{ total: number }[]>(
    `SELECT count(*)::int AS total FROM (${rows} LIMIT ${COUNT_CAP + 1}) AS counted`,
    [...values],
  );
  return asCounted(found[0]?.total ?? 0);
};

/** The same for a number that was counted one beyond the cap at most. */
const asCounted = (total: number): Counted => ({ total: Math.min(total, COUNT_CAP), isCapped: total > COUNT_CAP });
