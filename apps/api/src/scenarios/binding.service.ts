import { Injectable } from '@nestjs/common';
import type { Binding, ScenarioDetailView } from '@potok/contracts';
import {
  BindingRepository,
  PlanRepository,
  recordAudit,
  ScenarioRepository,
  tellLive,
  type ScenarioRow,
} from '@potok/persistence';
import { checkBinding, type OpenPlaces, type ScenarioFinding } from '@potok/scenario';
import type { EntityManager } from 'typeorm';
import type { Here } from '../identity/caller.js';
import { Refusal } from '../problems/refusal.js';
import { AppDatabase } from '../server/app-database.js';
import { connectionsOf } from './compiler.service.js';
import { draftChanged } from './draft.service.js';
import { asFieldErrors, readBinding } from './read-draft.js';
import { ScenarioService } from './scenario.service.js';
import { Starters } from './starters.service.js';

interface Order {
  readonly binding: unknown;
  readonly draftRevision: number;
}
interface Published {
  readonly versionId: string;
  readonly drawing: ScenarioRow['draft'];
  readonly open: OpenPlaces;
}

@Injectable()
export class BindingService {
  constructor(
    private readonly db: AppDatabase,
    private readonly starters: Starters,
    private readonly scenarios: ScenarioService,
  ) {}

  /**
   * Chooses what fills the scenario at this client: in the draft, and beside the published version, whose new runs take it
   * from now on without a new version. Runs that are going keep the binding that they began with.
   */
  async put(here: Here, id: string, { binding: json, draftRevision }: Order): Promise<ScenarioDetailView> {
    const binding = readBinding(json);
    await this.db.inWorkspace(here.workspaceId, async (tx) => {
      const row = await findSeen(tx, id, draftRevision);
      const published = await findPublished(tx, id);
      await refuseMisfit(tx, { here, binding, draft: row.draft, published });
      await new ScenarioRepository(tx).saveDraft(id, {
        revision: draftRevision,
        draft: row.draft,
        binding,
        by: here.who,
      });
      const bound = published === undefined ? {} : await this.bind(tx, here, { row, published, binding });
      await recordAudit(tx, {
        ...here,
        act: 'scenario.bound',
        object: { kind: 'scenario', id },
        facts: { slots: binding.slots, parameters: Object.keys(binding.parameters), ...bound },
      });
      await tellLive(tx, { workspaceId: here.workspaceId, kind: 'scenario', id });
    });
    return this.scenarios.get(here, id);
  }

  private async bind(
    tx: EntityManager,
    { workspaceId }: Here,
    of: { readonly row: ScenarioRow; readonly published: Published; readonly binding: Binding },
  ): Promise<{ versionId: string; bindingId: string }> {
    const { versionId, drawing, open } = of.published;
    const binding = {
      slots: pick(of.binding.slots, open.slots),
      parameters: pick(of.binding.parameters, open.parameters),
    };
    const bindingId = await new BindingRepository(tx).add(workspaceId, { versionId, binding });
    const { id: scenarioId, isEnabled } = of.row;
    if (isEnabled) await this.starters.arrange(tx, { workspaceId, scenarioId, drawing, binding });
    return { versionId, bindingId };
  }
}

/** The scenario, held until the transaction ends; nobody may have changed it since it was seen. */
const findSeen = async (tx: EntityManager, id: string, yours: number): Promise<ScenarioRow> => {
  const row = await new ScenarioRepository(tx).findForUpdate(id);
  if (row === undefined) throw new Refusal('not-found', 'SCENARIO_NOT_FOUND', { facts: { id } });
  if (row.draftRevision === yours) return row;
  throw draftChanged(row, yours);
};

const findPublished = async (tx: EntityManager, scenarioId: string): Promise<Published | undefined> => {
  const found = await new ScenarioRepository(tx).findPublishedDrawing(scenarioId);
  const plan = found === undefined ? undefined : await new PlanRepository(tx).find(found.planHash);
  if (found === undefined || plan === undefined) return undefined;
  return { versionId: found.versionId, drawing: found.scenario, open: plan.steps };
};

/** A draft may still have empty places; the published version may not, and neither may hold what does not fit. */
const refuseMisfit = async (
  tx: EntityManager,
  of: {
    readonly here: Here;
    readonly binding: Binding;
    readonly draft: OpenPlaces;
    readonly published?: Published | undefined;
  },
): Promise<void> => {
  const connections = await connectionsOf(tx, of.binding);
  const ofPublished = of.published === undefined ? [] : checkBinding(of.published.open, of.binding, connections);
  const ofDraft = checkBinding(of.draft, of.binding, connections).filter(({ code }) => !EMPTY.has(code));
  const wrong = [...ofPublished, ...ofDraft].filter(({ severity }) => severity === 'error');
  const errors = asFieldErrors(firstOfEach(wrong), of.here.language).map((error) => ({
    ...error,
    field: `/binding${error.field}`,
  }));
  const [first] = errors;
  if (first !== undefined) throw new Refusal('invalid', 'BINDING_WRONG', { errors, field: first.field });
};

const EMPTY: ReadonlySet<string> = new Set(['BINDING_SLOT_EMPTY', 'BINDING_PARAMETER_EMPTY']);

/** The published version and the draft find the same fault of the same place. */
const firstOfEach = (findings: readonly ScenarioFinding[]): ScenarioFinding[] =>
  findings.filter((one, at) => findings.findIndex(({ field }) => field === one.field) === at);

const pick = <T>(values: Readonly<Record<string, T>>, places: readonly { readonly id: string }[]): Record<string, T> =>
  Object.fromEntries(Object.entries(values).filter(([key]) => places.some(({ id }) => id === key)));
