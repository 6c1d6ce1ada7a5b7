import { pump, type Duty } from './duty.js';

export interface CrewOptions<Row> {
  readonly name: string;
  readonly idleMs: number;
  /** How many rows may be in hand at once. */
  readonly most: number;
  /** Takes rows that nobody works on, no more than `limit`; `inHand` names those that this crew has. */
  readonly take: (limit: number, inHand: ReadonlySet<string>) => Promise<readonly Row[]>;
  readonly each: (row: Row) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/**
 * Works on many rows side by side. A row that takes long holds back none of the others: as soon as one is done, the next
 * is taken. Stops when all that is in hand is done.
 */
export const crew = <Row extends { readonly id: string }>(options: CrewOptions<Row>): Duty => {
  const inHand = new Map<string, Promise<void>>();
  let isFull = false;

  const begin = (row: Row): void => {
    const done = options
      .each(row)
      .catch(options.onError)
      .finally(() => {
        inHand.delete(row.id);
        // Only who had no hand free has left something lying.
        if (isFull) duty.nudge();
      });
    inHand.set(row.id, done);
  };

  const duty = pump({
    name: options.name,
    idleMs: options.idleMs,
    work: async () => {
      const free = options.most - inHand.size;
      isFull = free <= 0;
      if (isFull) return 0;
      const rows = await options.take(free, new Set(inHand.keys()));
      isFull = rows.length >= free;
      for (const row of rows) begin(row);
      return 0;
    },
    onError: options.onError,
  });
  return {
    ...duty,
    stop: async () => {
      await duty.stop();
      await Promise.all(inHand.values());
    },
  };
};
