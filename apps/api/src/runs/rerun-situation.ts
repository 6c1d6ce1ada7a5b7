import type { NodeId, Plan, Scenario, StepPlace } from '@potok/contracts';
import { RUN_END_STATUSES } from '@potok/contracts/names';
import {
  PlanRepository,
  RerunRepository,
  RunRepository,
  type ChainAct,
  type ChainRun,
  type RunRow,
} from '@potok/persistence';
import type { EntityManager } from 'typeorm';
import { Refusal } from '../problems/refusal.js';
import { wayFrom, type RerunMisfit, type RerunWay } from './rerun-plan.js';
import { nodesOf } from './run-view.js';

/** All that decides whether and how a run is repeated from a step. */
export interface Situation {
  readonly run: RunRow;
  readonly plan: Pick<Plan, 'skeleton' | 'steps'>;
  readonly from: StepPlace;
  readonly chain: readonly ChainRun[];
  readonly acts: readonly ChainAct[];
  readonly way: RerunWay | { readonly misfit: RerunMisfit };
  readonly nameOf: (node: NodeId) => string;
}

/** Throws RUN_NOT_FOUND. Holds the chain until the transaction ends. */
export const gather = async (tx: EntityManager, runId: string, asked: StepPlace): Promise<Situation> => {
  const reruns = new RerunRepository(tx);
  const run = await reruns.find(runId);
  const drawing = await new RunRepository(tx).drawingOf(runId);
  const plan = run === undefined ? undefined : await new PlanRepository(tx).find(run.planHash);
  if (run === undefined || drawing === undefined || plan === undefined)
    throw new Refusal('not-found', 'RUN_NOT_FOUND', { facts: { id: runId } });
  await reruns.holdChain(run.originRunId);
  const from = placeOf(plan, asked);
  return {
    run,
    plan,
    from,
    chain: await reruns.listChain(run.originRunId),
    acts: await reruns.listActs(run.originRunId),
    way: wayFrom(plan.skeleton.main, await reruns.listSteps(runId), { from, begin: run.beginAt }),
    nameOf: namesIn(drawing),
  };
};

/** From the trigger is from the beginning: the step that it leads to. */
const placeOf = ({ steps, skeleton }: Pick<Plan, 'skeleton' | 'steps'>, asked: StepPlace): StepPlace =>
  asked.node === steps.trigger.node ? { node: skeleton.main.entry, visit: '0' } : asked;

const namesIn = (drawing: Scenario) => {
  const names = new Map(nodesOf(drawing).map(({ id, name }) => [id, name]));
  return (node: NodeId): string => names.get(node) ?? node;
};

/** What stands in the way of any repeat. */
export const blockOf = ({ run, chain, way, nameOf }: Situation): Refusal | undefined => {
  if (run.graph !== 'main') return new Refusal('conflict', 'RERUN_OF_PATH');
  if (run.ofRunId !== null) return new Refusal('conflict', 'RERUN_OF_CALLED');
  const open = chain.find(({ endedAt }) => endedAt === null);
  if (open !== undefined)
    return new Refusal('conflict', open.id === run.id ? 'RERUN_OPEN' : 'RERUN_OTHER_OPEN', { facts: { run: open.id } });
  if (!(RUN_END_STATUSES as readonly string[]).includes(run.status)) return new Refusal('conflict', 'RERUN_OPEN');
  if (!('misfit' in way)) return undefined;
  const { misfit } = way;
  const facts = { step: nameOf(misfit.node), ...('at' in misfit ? { at: nameOf(misfit.at) } : {}) };
  return new Refusal('invalid', misfit.code, { field: '/from/node', facts });
};

const UNDONE: ReadonlySet<string> = new Set(['undone', 'undo-failed']);
const ACTED: ReadonlySet<string> = new Set(['done', 'started', 'retrying', 'waiting']);

/** With the keys of before: what they have undone would be found as done. */
export const rerunBlockOf = (situation: Situation): Refusal | undefined => {
  const blocked = blockOf(situation);
  if (blocked !== undefined) return blocked;
  const { acts, run, nameOf } = situation;
  const undone = acts.find(({ again, status }) => again === run.again && UNDONE.has(status));
  return undone === undefined
    ? undefined
    : new Refusal('conflict', 'RERUN_UNDONE', { facts: { step: nameOf(undone.node) } });
};

/** With new keys: something must have been done that could be done once more, and no document may leave twice under one number. */
export const againBlockOf = async (tx: EntityManager, situation: Situation): Promise<Refusal | undefined> => {
  const blocked = blockOf(situation);
  const { way, acts, nameOf } = situation;
  if (blocked !== undefined || 'misfit' in way) return blocked;
  if (actedAt(situation, way, undefined).length === 0) return new Refusal('conflict', 'AGAIN_NOTHING_ACTED');
  const kept = new Map(way.takenOver.filter(({ key }) => key !== '').map(({ key, node }) => [key, node]));
  const undone = acts.find(({ key, status }) => kept.has(key) && UNDONE.has(status));
  const from = nameOf(situation.from.node);
  if (undone !== undefined)
    return new Refusal('conflict', 'RERUN_BEFORE_UNDONE', { facts: { step: from, at: nameOf(undone.node) } });
  const [sent] = await new RerunRepository(tx).listSent([...kept.keys()]);
  const maker = sent === undefined ? undefined : kept.get(sent.key);
  if (sent === undefined || maker === undefined) return undefined;
  return new Refusal('conflict', 'AGAIN_DOCUMENT_SENT', {
    field: '/from/node',
    facts: { number: sent.number, at: nameOf(maker) },
  });
};

/** Nodes that are walked anew and at which the chain has acted; `again`: under the keys of this count alone. */
export const actedAt = ({ acts, plan }: Situation, way: RerunWay, again: number | undefined): readonly NodeId[] => {
  const isAct = ({ node, effect, status }: ChainAct) =>
    ACTED.has(status) && (effect !== 'reads' || plan.skeleton.calls[node] !== undefined);
  const nodes = acts
    .filter((act) => isAct(act) && (again === undefined || act.again === again))
    .map(({ node }) => node);
  return way.repeated.filter((node) => nodes.includes(node));
};
