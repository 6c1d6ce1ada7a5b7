import { Injectable } from '@nestjs/common';
import type { SavedView, ScenarioDetailView } from '@potok/contracts';
import { DraftTallyRepository, ScenarioRepository, tellLive, type ScenarioRow } from '@potok/persistence';
import type { EntityManager } from 'typeorm';
import type { Here } from '../identity/caller.js';
import { Refusal } from '../problems/refusal.js';
import { AppDatabase } from '../server/app-database.js';
import { refuseLocked } from './presence.service.js';
import { readBinding, readDrawing } from './read-draft.js';
import { getScenario } from './get-scenario.js';
import { ScenarioService } from './scenario.service.js';
import type { Save } from './the-save.js';

interface SaveOrder {
  readonly draft: unknown;
  readonly binding?: unknown;
  readonly draftRevision: number;
  readonly tab?: string;
}

@Injectable()
export class DraftService {
  constructor(
    private readonly db: AppDatabase,
    private readonly scenarios: ScenarioService,
  ) {}

  /**
   * Compare and swap: a draft that somebody else has saved meanwhile is not written over. A tab that does not hold the lock
   * saves nothing while another one does. `saved` is for whoever has the draft already: it answers the revision alone.
   */
  async save(here: Here, { id, view }: Save, order: SaveOrder): Promise<ScenarioDetailView | SavedView> {
    const draft = readDrawing(order.draft, here.language);
    const { workspaceId, who } = here;
    const saved = await this.db.inWorkspace(workspaceId, async (tx): Promise<SavedView> => {
      const row = await getScenario(tx, id);
      if (order.tab !== undefined) await refuseLocked(tx, here, { scenarioId: id, tab: order.tab });
      const binding = order.binding === undefined ? row.draftBinding : readBinding(order.binding);
      const change = { revision: order.draftRevision, draft, binding, by: who };
      const done = await new ScenarioRepository(tx).saveDraft(id, change);
      if (done === undefined) throw await changedSince(tx, { id, yours: order.draftRevision });
      await new DraftTallyRepository(tx).noteSave({ workspaceId, scenarioId: id, who, revision: done.revision });
      await tellLive(tx, { workspaceId, kind: 'scenario', id });
      return { draftRevision: done.revision, updatedAt: done.updatedAt.toISOString() };
    });
    return view === 'saved' ? saved : this.scenarios.get(here, id);
  }
}

const changedSince = async (
  tx: EntityManager,
  { id, yours }: { readonly id: string; readonly yours: number },
): Promise<Refusal> => draftChanged(await getScenario(tx, id), yours);

/** Somebody has saved the draft since the caller saw it: who, and when. */
export const draftChanged = (row: ScenarioRow, yours: number): Refusal => {
  const { draftRevision: theirs, draftSavedBy, draftSavedAt } = row;
  const by = draftSavedBy === null ? {} : { by: draftSavedBy.name };
  const at = draftSavedAt === null ? {} : { at: draftSavedAt.toISOString() };
  return new Refusal('conflict', 'SCENARIO_CHANGED', { facts: { yours, theirs, ...by, ...at } });
};
