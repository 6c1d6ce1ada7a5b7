import type { Binding, Scenario } from '@potok/contracts';
import type { EntityManager } from 'typeorm';
import type { NamedActor } from '../audit/actor.js';
import { countUpTo, type Counted } from '../counted.js';
import { insertRow } from '../insert-row.js';
import { newId } from '../new-id.js';
import { VersionRow } from './version.entity.js';

/** A version as the history shows it. */
export interface VersionSummary {
  readonly id: string;
  readonly number: number;
  readonly scenario: Scenario;
  readonly planHash: string;
  readonly publishedAt: Date;
  readonly publishedBy: NamedActor;
  readonly name: string | null;
  readonly comment: string | null;
  /** The latest, which new runs take. */
  readonly binding: Binding | null;
  readonly openRuns: number;
  /** `MOST_RUNS` and one: there are more. */
  readonly totalRuns: number;
}

export interface OpenRunsOfVersion {
  readonly versionId: string;
  readonly number: number;
  readonly name: string | null;
  readonly openRuns: number;
}

/** Runs of a version are counted up to here: fifty versions on a page may have millions. */
export const MOST_RUNS = 1000;

const SUMMARY = `
  WITH open AS (
    SELECT version_id, count(*)::int AS runs FROM run WHERE scenario_id = $1 AND ended_at IS NULL GROUP BY version_id
  )
  SELECT v.id, v.number, v.scenario, v.plan_hash AS "planHash", v.published_at AS "publishedAt",
         v.published_by AS "publishedBy", v.name, v.comment, bound.binding,
         coalesce((SELECT runs FROM open WHERE open.version_id = v.id), 0) AS "openRuns",
         (SELECT count(*)::int FROM (SELECT 1 FROM run r WHERE r.version_id = v.id LIMIT ${MOST_RUNS + 1}) AS counted)
           AS "totalRuns"
    FROM scenario_version v
    LEFT JOIN LATERAL (
      SELECT jsonb_build_object('slots', b.slots, 'parameters', b.parameters) AS binding
        FROM binding b WHERE b.version_id = v.id ORDER BY b.id DESC LIMIT 1
    ) bound ON true
   WHERE v.scenario_id = $1`;

interface NewVersion {
  readonly workspaceId: string;
  readonly scenarioId: string;
  readonly scenario: Scenario;
  readonly planHash: string;
  readonly publishedBy: NamedActor;
  readonly name?: string | null;
  readonly comment?: string | null;
}

export class VersionRepository {
  constructor(private readonly db: EntityManager) {}

  /** The caller holds the scenario's row, so two publishings never take one number. */
  async add(version: NewVersion): Promise<{ id: string; number: number }> {
    const id = newId();
    const [last] = await this.db.query<{ number: number }[]>(
      'SELECT coalesce(max(number), 0) AS number FROM scenario_version WHERE scenario_id = $1',
      [version.scenarioId],
    );
    const number = (last?.number ?? 0) + 1;
    await insertRow(this.db, VersionRow, { id, number, kind: 'published', ...version });
    return { id, number };
  }

  /** The draft of a trial run: beside the versions, without a number. */
  async addTrial(version: NewVersion): Promise<string> {
    const id = newId();
    await insertRow(this.db, VersionRow, { id, number: 0, kind: 'trial', ...version });
    return id;
  }

  /** The same draft, tried before. */
  async findTrial({ scenarioId, planHash, scenario }: NewVersion): Promise<string | undefined> {
    const rows = await this.db.query<{ id: string }[]>(
      `SELECT id FROM scenario_version WHERE scenario_id = $1 AND plan_hash = $2 AND kind = 'trial' AND scenario = $3::jsonb LIMIT 1`,
      [scenarioId, planHash, JSON.stringify(scenario)],
    );
    return rows[0]?.id;
  }

  async find(id: string): Promise<VersionRow | undefined> {
    return (await this.db.findOne(VersionRow, { where: { id } })) ?? undefined;
  }

  async findByNumber(scenarioId: string, number: number): Promise<VersionRow | undefined> {
    return (await this.db.findOne(VersionRow, { where: { scenarioId, number } })) ?? undefined;
  }

  /** Newest first; `before` is a version. */
  listOfScenario(
    scenarioId: string,
    { before, limit }: { before?: string | undefined; limit: number },
  ): Promise<VersionSummary[]> {
    return this.db.query<VersionSummary[]>(
      `${SUMMARY} AND v.kind = 'published'
        AND ($2::uuid IS NULL OR v.number < (SELECT number FROM scenario_version WHERE id = $2))
      ORDER BY v.number DESC LIMIT $3`,
      [scenarioId, before ?? null, limit],
    );
  }

  countOfScenario(scenarioId: string): Promise<Counted> {
    return countUpTo(this.db, {
      text: "SELECT 1 FROM scenario_version WHERE scenario_id = $1 AND kind = 'published'",
      values: [scenarioId],
    });
  }

  async findOfScenario(scenarioId: string, id: string): Promise<VersionSummary | undefined> {
    const rows = await this.db.query<VersionSummary[]>(`${SUMMARY} AND v.id = $2`, [scenarioId, id]);
    return rows[0];
  }

  /** Only what is given changes. */
  async describe(id: string, { name, comment }: { name?: string | null; comment?: string | null }): Promise<void> {
    await this.db.update(
      VersionRow,
      { id },
      { ...(name === undefined ? {} : { name }), ...(comment === undefined ? {} : { comment }) },
    );
  }

  /** Versions that runs still go on, newest first. */
  listOpenRuns(scenarioId: string): Promise<OpenRunsOfVersion[]> {
    return this.db.query<OpenRunsOfVersion[]>(
      `SELECT v.id AS "versionId", v.number, v.name, open.runs AS "openRuns"
         FROM (SELECT version_id, count(*)::int AS runs FROM run
                WHERE scenario_id = $1 AND ended_at IS NULL GROUP BY version_id) open
         JOIN scenario_version v ON v.id = open.version_id
        ORDER BY v.number DESC`,
      [scenarioId],
    );
  }
}
