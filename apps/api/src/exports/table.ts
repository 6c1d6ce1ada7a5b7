/** What stands in a cell; each kind of file writes it in its own way. */
export type Cell =
  | string
  | { readonly decimal: string }
  /** A legal date, or an instant in the zone of the workspace with its `HH:MM`. */
  | { readonly day: string; readonly time?: string }
  | undefined;

export interface Column<Row> {
  readonly title: string;
  /** In letters. */
  readonly width: number;
  readonly cell: (row: Row) => Cell;
}

/** Rows come in batches, so that a long table is never in memory whole. */
export interface Table<Row> {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly batches: AsyncIterable<readonly Row[]>;
}

export const decimal = (value: string): Cell => ({ decimal: value });

/** An instant as the workspace's clock shows it. */
export const moment = (at: Date | null, timeZone: string): Cell => (at === null ? undefined : clockOf(at, timeZone));

export const clockOf = (at: Date, timeZone: string): { readonly day: string; readonly time: string } => {
  const options = { dateStyle: 'short', timeStyle: 'short', timeZone } as const;
  const [day = '', time = ''] = new Intl.DateTimeFormat('sv-SE', options).format(at).split(' ');
  return { day, time };
};
