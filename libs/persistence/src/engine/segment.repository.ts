import { Gathered } from '../gathered.js';
import type { EngineDatabase } from './engine-database.js';
import { BEGIN, BEGIN_UNDO, COMMIT } from './segment-sql.js';
import type { ChangeRows, NewsJson, RunContextRow, RunPatchJson, WantsRow, WritePlace } from './step-rows.js';

interface Place {
  readonly workspaceId: string;
  readonly runId: string;
  readonly launch: number;
}

interface Write {
  readonly place: WritePlace;
  readonly changes: ChangeRows;
}

/** The rows of one run as one segment reads and writes them. Segments that write at the same time write as one. */
export class SegmentRepository {
  private readonly writes = new Gathered<Write, readonly NewsJson[] | undefined>((workspaceId, writes) =>
    this.commitAll(workspaceId, writes),
  );

  constructor(private readonly db: EngineDatabase) {}

  /** Takes the fence and reads what is wanted of the run, without the values that are held. Throws RUN_NOT_FOUND. */
  async begin(
    place: Place & { readonly isAlone: boolean },
    wants: WantsRow,
    held: readonly string[] = [],
  ): Promise<RunContextRow> {
    const values = [place.runId, place.launch, place.workspaceId, place.isAlone];
    const rows = await this.db.query<RunContextRow>(
      place.workspaceId,
      wants.kind === 'undo'
        ? { name: 'undo-begin', text: BEGIN_UNDO, values: [...values, wants.calls] }
        : { name: 'segment-begin', text: BEGIN, values: [...values, ...valuesOfWants(wants, held)] },
    );
    if (rows[0] === undefined) throw new Error(`RUN_NOT_FOUND ${place.runId}`);
    return rows[0];
  }

  /** Writes everything and answers the news that were asked for, or nothing when another attempt holds the fence. */
  commit(workspaceId: string, place: WritePlace, changes: ChangeRows): Promise<readonly NewsJson[] | undefined> {
    return this.writes.one(workspaceId, { place, changes });
  }

  /** In the run itself or in any that it has called, directly or through others. */
  async isPastNoReturn(place: Place): Promise<boolean> {
    const rows = await this.db.query(place.workspaceId, {
      name: 'segment-no-return',
      text: `WITH RECURSIVE family AS (
               SELECT $1::uuid AS id UNION SELECT w.key::uuid FROM family JOIN wait w ON w.run_id = family.id AND w.event = 'run'
             )
             SELECT 1 FROM family JOIN step s ON s.run_id = family.id
             WHERE s.effect IN ('legal', 'final') AND s.status NOT IN ('faulted', 'skipped') LIMIT 1`,
      values: [place.runId],
    });
    return rows.length > 0;
  }

  async markTaken(workspaceId: string, waitId: string, inboxIds: readonly string[]): Promise<void> {
    await this.db.query(workspaceId, {
      name: 'wait-news-taken',
      text: 'UPDATE wait_news SET is_taken = true WHERE wait_id = $1 AND inbox_id = ANY($2::uuid[])',
      values: [waitId, [...inboxIds]],
    });
  }

  private async commitAll(workspaceId: string, writes: readonly Write[]) {
    const rows = await this.db.query<{ held: number[]; news: readonly (NewsJson & { readonly n: number })[] }>(
      workspaceId,
      {
        name: 'segment-commit',
        text: COMMIT,
        values: [workspaceId, ...valuesOf(writes)],
      },
    );
    const { held = [], news = [] } = rows[0] ?? {};
    return writes.map((_, n) => (held.includes(n) ? news.filter((one) => one.n === n) : undefined));
  }
}

/** One JSON text a table, each row with the place of its write; nothing for a table that has none. */
const valuesOf = (writes: readonly Write[]): readonly (string | null)[] => {
  const table = (rowsOf: (write: Write) => readonly object[]) => {
    const rows = writes.flatMap((write, n) => rowsOf(write).map((row) => ({ n, ...row })));
    return rows.length === 0 ? null : JSON.stringify(rows);
  };
  return [
    table(({ place }) => [placeJson(place)]),
    table(({ changes }) => changes.steps),
    table(({ changes }) => changes.openWaits),
    table(({ changes }) => changes.closeWaits),
    table(({ changes }) => changes.calls),
    table(({ changes }) => (changes.hear === undefined ? [] : [{ wait_id: changes.hear }])),
    table(({ changes }) => (changes.run === undefined ? [] : [runJson(changes.run)])),
  ];
};

const placeJson = ({ runId, launch, fence, isFirst }: WritePlace) => ({
  run_id: runId,
  launch,
  fence,
  is_first: isFirst,
});

const runJson = ({ isEnd, ...patch }: RunPatchJson) => ({ ...patch, is_end: isEnd });

const valuesOfWants = (wants: Extract<WantsRow, { kind: 'segment' }>, held: readonly string[]): readonly unknown[] => {
  const parts = wants.seenFrom.split('/');
  return [
    wants.own.nodes,
    wants.own.visits,
    ...columnsOf(wants.outputs),
    ...columnsOf(wants.waits),
    wants.hasTrigger,
    held,
    parts.map((_, at) => `${parts.slice(0, at + 1).join('/')}/`),
  ];
};

const columnsOf = (ranges: Extract<WantsRow, { kind: 'segment' }>['outputs']): readonly (readonly string[])[] => [
  ranges.map(({ node }) => node),
  ranges.map(({ from }) => from),
  ranges.map(({ to }) => to),
];
