import type { EntityManager } from 'typeorm';
import { countUpTo, type Counted } from '../counted.js';
import { WaitRow } from './wait.entity.js';
import {
  nextTries,
  openWaits,
  RETRY_KIND,
  type WaitFilter,
  type WaitPlace,
  type WaitSource,
  waitConditions,
} from './wait-list.js';

export type { WaitFilter } from './wait-list.js';

/** What a run waits for, with the words that a list shows. */
export interface WaitSummary {
  readonly id: string;
  readonly kind: string;
  readonly runId: string;
  readonly scenarioId: string;
  readonly scenarioName: string;
  readonly nodeId: string;
  readonly nodeName: string | null;
  readonly visit: string;
  readonly dealId: string | null;
  readonly documentNumber: string | null;
  readonly counterpartyInn: string | null;
  readonly counterpartyName: string | null;
  readonly since: Date;
  readonly until: Date | null;
  /** The same to the microsecond, as a place in the list. */
  readonly us: string | null;
  readonly attempts: number | null;
  readonly isAhead: boolean;
}

/** Reads of waits for people, over all runs, the soonest first; the engine writes them. */
export class WaitRepository {
  constructor(private readonly db: EntityManager) {}

  async list({ limit, ...filter }: WaitFilter & { after?: WaitPlace; limit: number }): Promise<WaitSummary[]> {
    const lists = await inTurn(sourcesOf(filter), async (source) => {
      const { where, values } = waitConditions(source, filter);
      return this.db.query<WaitSummary[]>(summaryOf(source, where, `$${values.length + 1}`), [...values, limit]);
    });
    return lists.flat().sort(byTime).slice(0, limit);
  }

  /** What one run waits for now, the soonest first. */
  listOfRun(runId: string, limit: number): Promise<WaitRow[]> {
    return this.db.find(WaitRow, { where: { runId, status: 'open' }, order: { deadlineAt: 'ASC' }, take: limit });
  }

  async count(filter: WaitFilter, upTo?: number): Promise<Counted> {
    const counts = await inTurn(sourcesOf(filter), (source) => {
      const { where, values } = waitConditions(source, filter);
      return countUpTo(this.db, { text: `SELECT 1 FROM ${source.from} ${where}`, values }, upTo);
    });
    return {
      total: counts.reduce((sum, { total }) => sum + total, 0),
      isCapped: counts.some(({ isCapped }) => isCapped),
    };
  }

  /** How many lie on each day of a zone, days without any left out. */
  async countByDay(filter: WaitFilter, timeZone: string): Promise<readonly { day: string; total: number }[]> {
    const lists = await inTurn(sourcesOf(filter), (source) => {
      const { where, values } = waitConditions(source, filter);
      return this.db.query<{ day: string; total: number }[]>(
        `SELECT (${source.at} AT TIME ZONE $${values.length + 1})::date::text AS day, count(*)::int AS total
           FROM ${source.from} ${where} GROUP BY 1`,
        [...values, timeZone],
      );
    });
    const days = new Map<string, number>();
    for (const { day, total } of lists.flat()) days.set(day, (days.get(day) ?? 0) + total);
    return [...days].map(([day, total]) => ({ day, total })).sort((a, b) => (a.day < b.day ? -1 : 1));
  }
}

/** One connection: one statement after the other. */
const inTurn = async <T>(sources: readonly WaitSource[], ask: (source: WaitSource) => Promise<T>): Promise<T[]> => {
  const answers: T[] = [];
  for (const source of sources) answers.push(await ask(source));
  return answers;
};

const sourcesOf = ({ kind, isDated }: WaitFilter): readonly WaitSource[] => {
  if (kind === RETRY_KIND) return isDated ? [nextTries] : [];
  return kind === undefined && isDated ? [openWaits, nextTries] : [openWaits];
};

const byTime = (a: WaitSummary, b: WaitSummary): number => {
  const [left, right] = [BigInt(a.us ?? 0), BigInt(b.us ?? 0)];
  if (left !== right) return left < right ? -1 : 1;
  return a.id < b.id ? -1 : 1;
};

const NODE_NAME = `coalesce(
  jsonb_path_query_first(v.scenario, '$.nodes[*] ? (@.id == $id).name', jsonb_build_object('id', page.node_id)),
  jsonb_path_query_first(v.scenario, '$.paths[*].nodes[*] ? (@.id == $id).name', jsonb_build_object('id', page.node_id))) #>> '{}'`;

/** The page is cut first: its rows alone are given their words. */
const summaryOf = ({ from, id, at, columns }: WaitSource, where: string, limit: string): string => `
  WITH page AS (
    SELECT ${id} AS id, w.run_id, w.node_id, w.visit, ${at} AS at, ${columns}
      FROM ${from} ${where} ORDER BY ${at}, ${id} LIMIT ${limit}
  )
  SELECT page.id, page.kind, page.run_id AS "runId", r.scenario_id AS "scenarioId", coalesce(s.name, '') AS "scenarioName",
         page.node_id AS "nodeId", ${NODE_NAME} AS "nodeName", page.visit, r.deal_id AS "dealId",
         r.document_number AS "documentNumber", r.counterparty_inn AS "counterpartyInn",
         r.counterparty_name AS "counterpartyName", page.since, page.at AS "until",
         (extract(epoch FROM page.at) * 1000000)::bigint::text AS us, page.attempts, page."isAhead"
    FROM page
    JOIN run r ON r.id = page.run_id
    JOIN scenario_version v ON v.id = r.version_id
    LEFT JOIN scenario s ON s.id = r.scenario_id
   ORDER BY page.at, page.id`;
