import type { EntityManager } from 'typeorm';

/** One value of a run and how big it is as JSON text. */
export interface RunValueSize {
  readonly part: 'trigger' | 'output' | 'input';
  /** '' for the trigger. */
  readonly node: string;
  readonly visit: string;
  readonly sizeBytes: number;
}
export interface RunValue extends RunValueSize {
  readonly value: unknown;
}

/** The last values of a run's nodes: their sizes first, because they may be big together. */
export class RunDataRepository {
  constructor(private readonly db: EntityManager) {}

  /** The trigger's output, of each node the output of its last visit that is done and the input of its last visit. */
  listSizes(runId: string): Promise<RunValueSize[]> {
    return this.db.query<RunValueSize[]>(SIZES, [runId]);
  }

  async getValues(runId: string, of: readonly RunValueSize[]): Promise<RunValue[]> {
    const rows = await this.db.query<{ n: number; value: unknown }[]>(VALUES, [runId, JSON.stringify(of)]);
    const byPlace = new Map(rows.map(({ n, value }) => [n, value]));
    return of.map((one, n) => ({ ...one, value: byPlace.get(n) }));
  }
}

const SIZES = `
  SELECT 'trigger' AS part, '' AS node, '' AS visit, octet_length(trigger::text) AS "sizeBytes" FROM run WHERE id = $1
  UNION ALL
  SELECT 'output', last.node_id, last.visit, octet_length(s.output::text) FROM (
    SELECT DISTINCT ON (node_id) node_id, visit FROM step WHERE run_id = $1 AND status = 'done' AND output IS NOT NULL ORDER BY node_id, seq DESC
  ) last JOIN step s ON s.run_id = $1 AND s.node_id = last.node_id AND s.visit = last.visit
  UNION ALL
  SELECT 'input', last.node_id, last.visit, octet_length(s.input::text) FROM (
    SELECT DISTINCT ON (node_id) node_id, visit FROM step WHERE run_id = $1 AND input IS NOT NULL ORDER BY node_id, seq DESC
  ) last JOIN step s ON s.run_id = $1 AND s.node_id = last.node_id AND s.visit = last.visit`;

const VALUES = `
  SELECT (place - 1)::int AS n, CASE one->>'part' WHEN 'trigger' THEN (SELECT trigger FROM run WHERE id = $1)
    WHEN 'output' THEN s.output ELSE s.input END AS value
    FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS asked (one, place)
    LEFT JOIN step s ON s.run_id = $1 AND s.node_id = one->>'node' AND s.visit = one->>'visit'`;
