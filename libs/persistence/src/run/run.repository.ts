import type { Scenario, StepCall } from '@potok/contracts';
import type { EntityManager } from 'typeorm';
import { countUpTo, type Counted } from '../counted.js';
import { StepCallsRow } from '../step/step-calls.entity.js';
import { StepRow } from '../step/step.entity.js';
import { conditionsOf, RUN_SUMMARY, type RunFilter, type RunSummary } from './run-list.js';

export interface RunStarter {
  readonly id: string;
  readonly scenarioName: string;
  readonly askedBy: string | null;
}

export interface LastOutput {
  readonly nodeId: string;
  readonly output: unknown;
  readonly port: string | null;
}

/** Reads of runs for people; the engine writes them. */
export class RunRepository {
  constructor(private readonly db: EntityManager) {}

  /** Newest first. */
  list({ limit, ...filter }: RunFilter & { before?: string; limit: number }): Promise<RunSummary[]> {
    const { where, values } = conditionsOf(filter);
    return this.db.query<RunSummary[]>(`${RUN_SUMMARY} ${where} ORDER BY r.id DESC LIMIT $${values.length + 1}`, [
      ...values,
      limit,
    ]);
  }

  count(filter: RunFilter, upTo?: number): Promise<Counted> {
    const { where, values } = conditionsOf(filter);
    return countUpTo(this.db, { text: `SELECT 1 FROM run r ${where}`, values }, upTo);
  }

  async find(id: string): Promise<RunSummary | undefined> {
    const rows = await this.db.query<RunSummary[]>(`${RUN_SUMMARY} WHERE r.id = $1`, [id]);
    return rows[0];
  }

  /** Of these runs: whose scenario they are, and who asked for each, where somebody did. */
  listStarters(ids: readonly string[]): Promise<RunStarter[]> {
    return this.db.query<RunStarter[]>(
      `SELECT r.id, coalesce(s.name, '') AS "scenarioName", asked.who->>'name' AS "askedBy"
         FROM run r LEFT JOIN scenario s ON s.id = r.scenario_id
         LEFT JOIN LATERAL (
           SELECT a.who FROM audit a
            WHERE (a.object_kind = 'delivery' AND a.object_id = r.inbox_id::text AND a.act = 'run.asked')
               OR (a.object_kind = 'run' AND a.object_id = r.id::text AND a.act IN ('run.rerun', 'run.again', 'run.trial')) LIMIT 1
         ) asked ON true
        WHERE r.id = ANY($1)`,
      [ids],
    );
  }

  async drawingOf(runId: string): Promise<Scenario | undefined> {
    const rows = await this.db.query<{ scenario: Scenario }[]>(
      'SELECT v.scenario FROM run r JOIN scenario_version v ON v.id = r.version_id WHERE r.id = $1',
      [runId],
    );
    return rows[0]?.scenario;
  }

  /** Of each node and status the latest visits, in order of their start, without inputs and outputs, which may be big. */
  listSteps(runId: string, perNode: number): Promise<StepRow[]> {
    return this.db
      .createQueryBuilder(StepRow, 's')
      .select(['runId', 'nodeId', 'visit', 'seq', 'status', 'effect', 'port', 'attempt', 'attempts'].map(ofStep))
      .addSelect(['fault', 'undoFault', 'nextTryAt', 'startedAt', 'endedAt'].map(ofStep))
      .where(`s.run_id = :runId AND (s.node_id, s.visit) IN (${LATEST_VISITS})`, { runId, perNode })
      .orderBy('s.seq')
      .getMany();
  }

  /** What the trigger gave. */
  async triggerOf(runId: string): Promise<unknown> {
    const rows = await this.db.query<{ trigger: unknown }[]>('SELECT trigger FROM run WHERE id = $1', [runId]);
    return rows[0]?.trigger;
  }

  /** Of each node what its last finished visit gave, and by which port it was left. */
  listLastOutputs(runId: string): Promise<LastOutput[]> {
    return this.db.query<LastOutput[]>(
      `SELECT DISTINCT ON (node_id) node_id AS "nodeId", output, port FROM step
        WHERE run_id = $1 AND status = 'done' AND fault IS NULL AND output IS NOT NULL ORDER BY node_id, seq DESC`,
      [runId],
    );
  }

  async countSteps(runId: string): Promise<number> {
    const rows = await this.db.query<{ count: number }[]>('SELECT count(*)::int AS count FROM step WHERE run_id = $1', [
      runId,
    ]);
    return rows[0]?.count ?? 0;
  }

  /** How often each node was left by each port. */
  async listPasses(runId: string): Promise<{ node: string; port: string | null; total: number }[]> {
    return this.db.query(
      'SELECT node_id AS node, port, count(*)::int AS total FROM step WHERE run_id = $1 GROUP BY 1, 2 ORDER BY 1, 2',
      [runId],
    );
  }

  async findStep(runId: string, { nodeId, visit }: { nodeId: string; visit: string }): Promise<StepRow | undefined> {
    return (await this.db.findOne(StepRow, { where: { runId, nodeId, visit } })) ?? undefined;
  }

  /** In order of time. */
  async listCalls(runId: string, { nodeId, visit }: { nodeId: string; visit: string }): Promise<readonly StepCall[]> {
    return (await this.db.findOne(StepCallsRow, { where: { runId, nodeId, visit } }))?.calls ?? [];
  }
}

// A for-each has a visit a node for each of its items; a fault among them must be seen however many went well after it.
const LATEST_VISITS = `SELECT node_id, visit FROM (
    SELECT node_id, visit, row_number() OVER (PARTITION BY node_id, status ORDER BY seq DESC) AS place FROM step WHERE run_id = :runId
  ) ranked WHERE place <= :perNode`;

const ofStep = (property: string) => `s.${property}`;
