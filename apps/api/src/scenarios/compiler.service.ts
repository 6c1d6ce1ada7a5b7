import { Injectable } from '@nestjs/common';
import type { Binding, Plan, Scenario } from '@potok/contracts';
import { ConnectionRepository, PlanRepository, ScenarioRepository } from '@potok/persistence';
import {
  checkBinding,
  compileScenario,
  type BoundConnection,
  type CallPlans,
  type ScenarioFinding,
} from '@potok/scenario';
import type { EntityManager } from 'typeorm';
import { AccountChecks } from '../connections/account-checks.js';
import { NodeCatalogue } from '../nodes/node-catalogue.js';

export interface Checked {
  readonly findings: readonly ScenarioFinding[];
  /** Present only when nothing blocks publishing. */
  readonly compiled?: { readonly plan: Plan; readonly hash: string };
}

/** Compiles a drawing against the registry's manifest, the plans that it calls, and the connections that it is bound to. */
@Injectable()
export class Compiler {
  constructor(
    private readonly nodes: NodeCatalogue,
    private readonly accounts: AccountChecks,
  ) {}

  /** Without a binding the drawing alone is judged, not what fills it. */
  async check(
    tx: EntityManager,
    of: { readonly scenarioId: string; readonly drawing: Scenario; readonly binding: Binding | undefined },
  ): Promise<Checked> {
    const callPlans = await calledPlans(tx, of.drawing);
    const { plan, hash, findings } = compileScenario(of.drawing, {
      manifest: this.nodes.registry,
      callPlans,
      scenarioId: of.scenarioId,
    });
    if (of.binding === undefined)
      return { findings, ...(plan === undefined || hash === undefined ? {} : { compiled: { plan, hash } }) };
    const changed = await this.accounts.ofDrawing(tx, of.drawing, of.binding);
    if (plan === undefined || hash === undefined) return { findings: [...findings, ...changed] };
    const bound = checkBinding(plan.steps, of.binding, await connectionsOf(tx, of.binding));
    const all = [...findings, ...bound, ...changed];
    const isBlocked = all.some(({ severity }) => severity === 'error');
    return isBlocked ? { findings: all } : { findings: all, compiled: { plan, hash } };
  }
}

/** The connections that a binding names, of those that are there. */
export const connectionsOf = async (tx: EntityManager, { slots }: Binding): Promise<BoundConnection[]> => {
  const rows = await new ConnectionRepository(tx).listByIds(Object.values(slots));
  return rows.map(({ id, gateways, system }) => ({ id, implements: gateways, system }));
};

const calledIn = ({ nodes, paths = [] }: Scenario): string[] =>
  [...nodes, ...paths.flatMap((path) => path.nodes)]
    .filter(({ type }) => type === 'flow.call')
    .map(({ params }) => params['scenarioId'])
    .filter((id): id is string => typeof id === 'string');

/** Published plans of everything that is called, and of what those call in turn. */
const calledPlans = async (tx: EntityManager, drawing: Scenario): Promise<CallPlans> => {
  const found: Record<string, CallPlans[string]> = {};
  const queue = calledIn(drawing);
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (Object.hasOwn(found, id)) continue;
    const called = await findPublished(tx, id);
    if (called === undefined) continue;
    found[id] = { hash: called.hash, plan: called.plan };
    queue.push(...calledIn(called.drawing));
  }
  return found;
};

const UUID = /^[0-9a-f-]{36}$/i;

const findPublished = async (tx: EntityManager, scenarioId: string) => {
  const drawing = UUID.test(scenarioId) ? await new ScenarioRepository(tx).findPublishedDrawing(scenarioId) : undefined;
  const row = drawing === undefined ? undefined : await new PlanRepository(tx).find(drawing.planHash);
  if (drawing === undefined || row === undefined) return undefined;
  const { planFormat, skeleton, steps } = row;
  return { hash: row.hash, plan: { planFormat, skeleton, steps }, drawing: drawing.scenario };
};
