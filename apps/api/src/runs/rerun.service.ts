import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@potok/config';
import type { NodeId, Plan, RefusalView, RerunPlanView, RunStartedView, StepPlace } from '@potok/contracts';
import { ENGINE } from '@potok/contracts/names';
import {
  BindingRepository,
  PlanRepository,
  recordAudit,
  RerunRepository,
  ScenarioRepository,
} from '@potok/persistence';
import type { EntityManager } from 'typeorm';
import type { Here } from '../identity/caller.js';
import { Refusal } from '../problems/refusal.js';
import { sentenceOf } from '../problems/texts.js';
import { refuseLiveAccounts } from '../scenarios/refuse-live-accounts.js';
import { refuseWrongData } from '../scenarios/refuse-wrong-data.js';
import { AppDatabase } from '../server/app-database.js';
import { CLOCK } from '../server/tokens.js';
import { missingIn, openedAhead, wayFrom, type RerunWay } from './rerun-plan.js';
import { actedAt, againBlockOf, gather, rerunBlockOf, type Situation } from './rerun-situation.js';

interface RerunOrder {
  readonly from: StepPlace;
  readonly data?: unknown;
  readonly version?: 'own' | 'published';
}
interface AgainOrder {
  readonly from: StepPlace;
  readonly reason: string;
}
/** What the new run is pinned to. */
interface Pinned {
  readonly versionId: string;
  readonly bindingId: string;
  readonly planHash: string;
  readonly plan: Pick<Plan, 'skeleton' | 'steps'>;
}

/**
 * Repeats of runs. Everything is known here and nothing outside is asked, so that run, steps that are taken over, order to start and
 * audit stand in one transaction; the worker carries the order like that of any other run.
 */
@Injectable()
export class RerunService {
  constructor(
    private readonly db: AppDatabase,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What a repeat from this step would do, and what would be refused. */
  plan(here: Here, runId: string, from: StepPlace): Promise<RerunPlanView> {
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      const situation = await gather(tx, runId, from);
      const refused = { rerun: rerunBlockOf(situation), again: await againBlockOf(tx, situation) };
      const told = ({ code, facts }: Refusal): RefusalView => ({
        code,
        detail: sentenceOf(code, facts, here.language),
      });
      return {
        ...asPlanView(situation),
        ...(refused.rerun === undefined ? {} : { rerunRefusal: told(refused.rerun) }),
        ...(refused.again === undefined ? {} : { againRefusal: told(refused.again) }),
      };
    });
  }

  /** The same keys: what was done is found again and done no second time. */
  rerun(here: Here, runId: string, order: RerunOrder): Promise<RunStartedView> {
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      const situation = await gather(tx, runId, order.from);
      const blocked = rerunBlockOf(situation);
      if (blocked !== undefined) throw blocked;
      const way = wayOf(situation);
      const pinned = order.version === 'published' ? await publishedFor(tx, situation, way) : ownOf(situation);
      if (order.data !== undefined) refuseOtherData(situation, way, { pinned, data: order.data });
      const { again } = situation.run;
      const started = await this.start(tx, situation, { way, pinned, again, data: order.data });
      const facts = { version: order.version ?? 'own', hasData: order.data !== undefined };
      await audit(tx, here, { act: 'run.rerun', situation, started, facts });
      return started;
    });
  }

  /** New keys: everything from this step on is done once more, as new. */
  again(here: Here, runId: string, { from, reason }: AgainOrder): Promise<RunStartedView> {
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      const situation = await gather(tx, runId, from);
      const blocked = await againBlockOf(tx, situation);
      if (blocked !== undefined) throw blocked;
      const again = Math.max(...situation.chain.map((run) => run.again)) + 1;
      const given = { way: wayOf(situation), pinned: ownOf(situation), again, data: undefined };
      const started = await this.start(tx, situation, given);
      await audit(tx, here, { act: 'run.again', situation, started, facts: { reason: reason.trim() } });
      return started;
    });
  }

  private async start(
    tx: EntityManager,
    { run, from }: Situation,
    of: { readonly way: RerunWay; readonly pinned: Pinned; readonly again: number; readonly data: unknown },
  ): Promise<RunStartedView> {
    const { pinned, again, way } = of;
    if (run.mode === 'trial') await refuseLiveBinding(tx, pinned.bindingId);
    const reruns = new RerunRepository(tx);
    const now = this.clock.now();
    const { plan, ...pins } = pinned;
    const id = await reruns.add({
      ...pins,
      of: run.id,
      engine: ENGINE,
      again,
      begin: from,
      now,
      ...(of.data === undefined ? {} : { trigger: of.data }),
    });
    await reruns.takeOver({ from: run.id, to: id, beforeSeq: way.beforeSeq });
    await reruns.moveWaits({ from: run.id, to: id, places: openedAhead(plan, way.takenOver), now });
    await reruns.orderStart(run.workspaceId, id);
    return { runId: id, originRunId: run.originRunId, mode: run.mode, again };
  }
}

/** Asked after `blockOf` has found nothing in the way. */
const wayOf = ({ way }: Situation): RerunWay => {
  if ('misfit' in way) throw new Error(`RERUN_MISFIT ${way.misfit.code}`);
  return way;
};

const ownOf = ({ run, plan }: Situation): Pinned => ({
  versionId: run.versionId,
  bindingId: run.bindingId,
  planHash: run.planHash,
  plan,
});

const publishedFor = async (tx: EntityManager, situation: Situation, way: RerunWay): Promise<Pinned> => {
  const { run, from, nameOf } = situation;
  const published = await new ScenarioRepository(tx).findPublishedDrawing(run.scenarioId);
  const plan = published === undefined ? undefined : await new PlanRepository(tx).find(published.planHash);
  const binding = published === undefined ? undefined : await new BindingRepository(tx).findLatest(published.versionId);
  if (published === undefined || plan === undefined || binding === undefined)
    throw new Refusal('conflict', 'RERUN_NOT_PUBLISHED');
  const needed = [...new Set([...way.takenOver.map(({ node }) => node), from.node])];
  const missing = missingIn(plan, situation.plan, needed);
  const elsewhere = wayFrom(plan.skeleton.main, way.takenOver, { from, begin: from });
  if (missing !== undefined || 'misfit' in elsewhere)
    throw new Refusal('conflict', 'RERUN_NODE_GONE', { facts: { step: nameOf(missing ?? from.node) } });
  return { versionId: published.versionId, bindingId: binding.id, planHash: plan.hash, plan };
};

/** Other data under the same keys would find what was done with the former. */
const refuseOtherData = (
  situation: Situation,
  way: RerunWay,
  { pinned, data }: { readonly pinned: Pinned; readonly data: unknown },
): void => {
  const [acted] = actedAt(situation, way, situation.run.again);
  if (acted !== undefined)
    throw new Refusal('conflict', 'RERUN_DATA_ACTED', { field: '/data', facts: { step: situation.nameOf(acted) } });
  refuseWrongData(pinned.plan.steps, data);
};

const refuseLiveBinding = async (tx: EntityManager, bindingId: string): Promise<void> => {
  const binding = await new BindingRepository(tx).find(bindingId);
  await refuseLiveAccounts(tx, Object.values(binding?.slots ?? {}));
};

const audit = (
  tx: EntityManager,
  here: Here,
  of: {
    readonly act: string;
    readonly situation: Situation;
    readonly started: RunStartedView;
    readonly facts: Record<string, unknown>;
  },
): Promise<void> => {
  const { run, from } = of.situation;
  const { runId, originRunId, again, mode } = of.started;
  const facts = { of: run.id, originRunId, again, mode, node: from.node, visit: from.visit, ...of.facts };
  return recordAudit(tx, { ...here, act: of.act, object: { kind: 'run', id: runId }, facts });
};

const asPlanView = (situation: Situation): RerunPlanView => {
  const { from, way, nameOf, run } = situation;
  const named = (node: NodeId) => ({ node, nodeName: nameOf(node) });
  const place = { ...named(from.node), visit: from.visit };
  if ('misfit' in way) return { from: place, takenOver: [], repeated: [] };
  const acted = actedAt(situation, way, run.again);
  return {
    from: place,
    takenOver: [...new Set(way.takenOver.map(({ node }) => node))].map(named),
    repeated: way.repeated.map((node) => ({ ...named(node), hasActed: acted.includes(node) })),
  };
};
