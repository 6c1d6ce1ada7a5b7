import type { Scenario } from '@potok/contracts';
import type { EntityManager } from 'typeorm';
import type { NamedActor } from '../audit/actor.js';
import { insertRow } from '../insert-row.js';
import { newId } from '../new-id.js';
import { VersionRow } from './version.entity.js';

interface NewVersion {
  readonly workspaceId: string;
  readonly scenarioId: string;
  readonly scenario: Scenario;
  readonly planHash: string;
  readonly publishedBy: NamedActor;
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

  listOfScenario(scenarioId: string): Promise<VersionRow[]> {
    return this.db.find(VersionRow, { where: { scenarioId, kind: 'published' }, order: { number: 'DESC' }, take: 200 });
  }
}
