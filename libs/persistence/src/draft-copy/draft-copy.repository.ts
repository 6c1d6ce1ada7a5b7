import type { Binding, Scenario } from '@potok/contracts';
import type { EntityManager } from 'typeorm';
import type { NamedActor } from '../audit/actor.js';
import { insertRow } from '../insert-row.js';
import { newId } from '../new-id.js';
import { DraftCopyRow } from './draft-copy.entity.js';

/** Copies of one scenario that are kept; an older one goes when there are more. */
const MOST_COPIES = 50;

export class DraftCopyRepository {
  constructor(private readonly db: EntityManager) {}

  async add(copy: {
    workspaceId: string;
    scenarioId: string;
    draft: Scenario;
    binding: Binding;
    revision: number;
    keptBy: NamedActor;
  }): Promise<string> {
    const id = newId();
    await insertRow(this.db, DraftCopyRow, { id, ...copy });
    await this.db.query(
      `DELETE FROM scenario_draft_copy WHERE id IN (
         SELECT id FROM scenario_draft_copy WHERE scenario_id = $1 ORDER BY id DESC OFFSET ${MOST_COPIES})`,
      [copy.scenarioId],
    );
    return id;
  }

  /** Newest first. */
  listOfScenario(scenarioId: string): Promise<DraftCopyRow[]> {
    return this.db.find(DraftCopyRow, { where: { scenarioId }, order: { id: 'DESC' } });
  }

  async findOfScenario(scenarioId: string, id: string): Promise<DraftCopyRow | undefined> {
    return (await this.db.findOne(DraftCopyRow, { where: { scenarioId, id } })) ?? undefined;
  }
}
