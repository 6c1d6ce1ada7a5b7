import type { EntityManager } from 'typeorm';
import { changeRow } from '../change-row.js';
import { insertRow } from '../insert-row.js';
import { SampleRow } from './sample.entity.js';

/** Sets of data that people have saved for a scenario. */
export class SampleRepository {
  constructor(private readonly db: EntityManager) {}

  /** By name. */
  listOfScenario(scenarioId: string): Promise<SampleRow[]> {
    return this.db.find(SampleRow, { where: { scenarioId }, order: { name: 'ASC' } });
  }

  async find(scenarioId: string, id: string): Promise<SampleRow | undefined> {
    return (await this.db.findOne(SampleRow, { where: { scenarioId, id } })) ?? undefined;
  }

  async findByName(scenarioId: string, name: string): Promise<SampleRow | undefined> {
    return (await this.db.findOne(SampleRow, { where: { scenarioId, name } })) ?? undefined;
  }

  count(scenarioId: string): Promise<number> {
    return this.db.count(SampleRow, { where: { scenarioId } });
  }

  async add(row: SampleRow): Promise<void> {
    await insertRow(this.db, SampleRow, row);
  }

  async change(change: Pick<SampleRow, 'id' | 'name' | 'data' | 'updatedBy' | 'updatedAt'>): Promise<void> {
    await changeRow(this.db, SampleRow, change);
  }

  async remove(scenarioId: string, id: string): Promise<boolean> {
    const { affected } = await this.db.delete(SampleRow, { scenarioId, id });
    return affected === 1;
  }
}
