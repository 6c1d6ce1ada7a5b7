import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@potok/config';
import type { Binding, RunStartedView, Scenario } from '@potok/contracts';
import { ENGINE } from '@potok/contracts/names';
import {
  BindingRepository,
  PlanRepository,
  recordAudit,
  ScenarioRepository,
  TrialRunRepository,
  VersionRepository,
} from '@potok/persistence';
import type { EntityManager } from 'typeorm';
import type { Here } from '../identity/caller.js';
import { Refusal } from '../problems/refusal.js';
import { AppDatabase } from '../server/app-database.js';
import { CLOCK } from '../server/tokens.js';
import { Compiler, type Checked } from './compiler.service.js';
import { asFieldErrors } from './read-draft.js';
import { refuseLiveAccounts } from './refuse-live-accounts.js';
import { refuseWrongData } from './refuse-wrong-data.js';

interface TrialOrder {
  /** In the shape of the trigger's output. */
  readonly data: unknown;
  /** The draft that the caller has seen. */
  readonly draftRevision: number;
}
type Compiled = NonNullable<Checked['compiled']>;

/** Runs of a draft on a test contour: durable and real there, marked everywhere, without a number among the versions. */
@Injectable()
export class TrialRunService {
  constructor(
    private readonly db: AppDatabase,
    private readonly compiler: Compiler,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  start(here: Here, scenarioId: string, { data, draftRevision }: TrialOrder): Promise<RunStartedView> {
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      const row = await new ScenarioRepository(tx).findForUpdate(scenarioId);
      if (row === undefined) throw new Refusal('not-found', 'SCENARIO_NOT_FOUND', { facts: { id: scenarioId } });
      if (draftRevision !== row.draftRevision) {
        const facts = { yours: draftRevision, theirs: row.draftRevision };
        throw new Refusal('conflict', 'SCENARIO_CHANGED', { facts });
      }
      const drawn = { drawing: row.draft, binding: row.draftBinding };
      const compiled = await this.compile(tx, here, { scenarioId, ...drawn });
      refuseUnvouched(compiled);
      await refuseLiveAccounts(tx, await boundAnywhere(tx, drawn));
      refuseWrongData(compiled.plan.steps, data);
      const pins = await pin(tx, here, { scenarioId, ...drawn, compiled });
      const runId = await new TrialRunRepository(tx).add({
        workspaceId: here.workspaceId,
        scenarioId,
        ...pins,
        planHash: compiled.hash,
        engine: ENGINE,
        trigger: data,
        now: this.clock.now(),
      });
      const facts = { scenarioId, draftRevision, mode: 'trial' };
      await recordAudit(tx, { ...here, act: 'run.trial', object: { kind: 'run', id: runId }, facts });
      return { runId, originRunId: runId, mode: 'trial', again: 0 };
    });
  }

  private async compile(
    tx: EntityManager,
    here: Here,
    of: { readonly scenarioId: string; readonly drawing: Scenario; readonly binding: Binding },
  ): Promise<Compiled> {
    const { findings, compiled } = await this.compiler.check(tx, of);
    if (compiled !== undefined) return compiled;
    const wrong = findings.filter(({ severity }) => severity === 'error');
    const errors = asFieldErrors(wrong, here.language);
    throw new Refusal('not-publishable', 'TRIAL_WRONG', { errors, facts: { count: errors.length } });
  }
}

/** What acts through no account cannot be on a test contour. Of called scenarios the engine says it when it comes there. */
const refuseUnvouched = ({ plan }: Compiled): void => {
  const steps = Object.values(plan.steps.nodes)
    .filter(({ effect, slot, isSkipped }) => effect !== 'reads' && slot === undefined && !isSkipped)
    .map(({ name }) => name);
  if (steps.length > 0) throw new Refusal('conflict', 'TRIAL_ACTS_OUTSIDE', { facts: { steps } });
};

/** A version of its own kind; the same draft tried again takes the same one. */
const pin = async (
  tx: EntityManager,
  { workspaceId, who }: Here,
  of: {
    readonly scenarioId: string;
    readonly drawing: Scenario;
    readonly binding: Binding;
    readonly compiled: Compiled;
  },
): Promise<{ versionId: string; bindingId: string }> => {
  const { scenarioId, drawing, binding, compiled } = of;
  await new PlanRepository(tx).put(workspaceId, compiled);
  const versions = new VersionRepository(tx);
  const trial = { workspaceId, scenarioId, scenario: drawing, planHash: compiled.hash, publishedBy: who };
  const versionId = (await versions.findTrial(trial)) ?? (await versions.addTrial(trial));
  return { versionId, bindingId: await new BindingRepository(tx).add(workspaceId, { versionId, binding }) };
};

/** Accounts of the draft, and of what it calls, and of what those call in turn: all of them would be acted on. */
const boundAnywhere = async (
  tx: EntityManager,
  of: { readonly drawing: Scenario; readonly binding: Binding },
): Promise<string[]> => {
  const connections = Object.values(of.binding.slots);
  const called = await new TrialRunRepository(tx).listCalledSlots(callsIn(of.drawing));
  return [...connections, ...called];
};

const callsIn = ({ nodes, paths = [] }: Scenario): string[] =>
  [...nodes, ...paths.flatMap((path) => path.nodes)]
    .filter(({ type }) => type === 'flow.call')
    .map(({ params }) => params['scenarioId'])
    .filter((id): id is string => typeof id === 'string');
