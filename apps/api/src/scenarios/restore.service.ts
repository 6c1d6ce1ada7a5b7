import { Injectable } from '@nestjs/common';
import type { Binding, Scenario, ScenarioDetailView } from '@potok/contracts';
import {
  DraftCopyRepository,
  recordAudit,
  ScenarioRepository,
  VersionRepository,
  type ScenarioRow,
} from '@potok/persistence';
import { canonicalJson } from '@potok/scenario';
import type { EntityManager } from 'typeorm';
import type { Here } from '../identity/caller.js';
import { Refusal } from '../problems/refusal.js';
import { AppDatabase } from '../server/app-database.js';
import { readDrawing } from './read-draft.js';
import { ScenarioService } from './scenario.service.js';
import type { Inner } from './the-inner.js';
import { getVersion } from './version.service.js';

interface Next {
  readonly draft: Scenario;
  readonly binding: Binding;
  /** For the trail: where it was taken from. */
  readonly from: Readonly<Record<string, unknown>>;
}
interface Order extends Inner {
  readonly draftRevision: number;
}

/** Makes the draft what it once was. What would be lost by it is kept first, and can be taken back in the same way. */
@Injectable()
export class RestoreService {
  constructor(
    private readonly db: AppDatabase,
    private readonly scenarios: ScenarioService,
  ) {}

  /** The drawing of a version; connections and parameters stay as they are today, only what is missing is taken along. */
  restoreVersion(here: Here, order: Order): Promise<ScenarioDetailView> {
    return this.restore(here, order, async (tx, row) => {
      const { scenario, binding, number } = await getVersion(tx, order);
      return {
        draft: readDrawing(scenario, here.language),
        binding: {
          slots: { ...binding?.slots, ...row.draftBinding.slots },
          parameters: { ...binding?.parameters, ...row.draftBinding.parameters },
        },
        from: { versionId: order.id, number },
      };
    });
  }

  /** A kept draft, whole. */
  restoreCopy(here: Here, order: Order): Promise<ScenarioDetailView> {
    const { scenarioId, id } = order;
    return this.restore(here, order, async (tx) => {
      const copy = await new DraftCopyRepository(tx).findOfScenario(scenarioId, id);
      if (copy === undefined) throw new Refusal('not-found', 'DRAFT_COPY_NOT_FOUND', { facts: { id } });
      const { draft, binding, revision } = copy;
      return { draft: readDrawing(draft, here.language), binding, from: { draftCopyId: id, ofRevision: revision } };
    });
  }

  private async restore(
    here: Here,
    { scenarioId, draftRevision }: Order,
    read: (tx: EntityManager, row: ScenarioRow) => Promise<Next>,
  ): Promise<ScenarioDetailView> {
    await this.db.inWorkspace(here.workspaceId, async (tx) => {
      const row = await getSeen(tx, scenarioId, draftRevision);
      const { draft, binding, from } = await read(tx, row);
      const keptId = await keepWhatIsLost(tx, here, { row, next: { draft, binding } });
      const revision = await new ScenarioRepository(tx).saveDraft(scenarioId, {
        revision: draftRevision,
        draft,
        binding,
        by: here.who,
      });
      await recordAudit(tx, {
        ...here,
        act: 'scenario.draft-restored',
        object: { kind: 'scenario', id: scenarioId },
        facts: { ...from, revision, ...(keptId === undefined ? {} : { keptDraftCopyId: keptId }) },
      });
    });
    return this.scenarios.get(here, scenarioId);
  }
}

const getSeen = async (tx: EntityManager, id: string, seen: number): Promise<ScenarioRow> => {
  const row = await new ScenarioRepository(tx).findForUpdate(id);
  if (row === undefined) throw new Refusal('not-found', 'SCENARIO_NOT_FOUND', { facts: { id } });
  if (row.draftRevision === seen) return row;
  throw new Refusal('conflict', 'SCENARIO_CHANGED', { facts: { yours: seen, theirs: row.draftRevision } });
};

const isSame = (one: unknown, two: unknown): boolean => canonicalJson(one) === canonicalJson(two);

/** Whether something that is filled now would be filled otherwise. */
const isOverwritten = (now: object, next: object): boolean => {
  const values = new Map<string, unknown>(Object.entries(next));
  return Object.entries(now).some(([key, value]) => !isSame(value, values.get(key) ?? null));
};

const keepWhatIsLost = async (
  tx: EntityManager,
  here: Here,
  { row, next }: { row: ScenarioRow; next: { draft: Scenario; binding: Binding } },
): Promise<string | undefined> => {
  const published =
    row.publishedVersionId === null ? undefined : await new VersionRepository(tx).find(row.publishedVersionId);
  const isDrawingLost = ![published?.scenario, next.draft].some((one) => one !== undefined && isSame(one, row.draft));
  const { slots, parameters } = row.draftBinding;
  const isBindingLost = isOverwritten(slots, next.binding.slots) || isOverwritten(parameters, next.binding.parameters);
  if (!isDrawingLost && !isBindingLost) return undefined;
  return new DraftCopyRepository(tx).add({
    workspaceId: here.workspaceId,
    scenarioId: row.id,
    draft: row.draft,
    binding: row.draftBinding,
    revision: row.draftRevision,
    keptBy: here.who,
  });
};
