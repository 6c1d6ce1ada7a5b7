import type { Scenario } from '@potok/contracts';
import type { EntityManager } from 'typeorm';
import type { NamedActor } from '../audit/actor.js';
import { insertRow } from '../insert-row.js';
import { newId } from '../new-id.js';
import { VersionRow } from './version.entity.js';

export class VersionRepository {
  constructor(private readonly db: EntityManager) {}

  /** The caller holds the scenario's row, so two publishings never take one number. */
  async add(version: {
    workspaceId: string;
    scenarioId: string;
    scenario: Scenario;
    planHash: string;
    publishedBy: NamedActor;
  }): Promise<{ id: string; number: number }> {
    const id = newId();
    const [last] = await this.db.query<{ number: number }[]>(
      'SELECT coalesce(max(number), 0) AS number FROM scenario_version WHERE scenario_id = $1',
      [version.scenarioId],
    );
    const number = (last?.number ?? 0) + 1;
    await insertRow(this.db, VersionRow, { id, number, ...version });
    return { id, number };
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
