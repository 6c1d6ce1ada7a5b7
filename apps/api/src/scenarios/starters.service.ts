import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@potok/config';
import type { Binding, Proof, Scenario, TriggerManifest } from '@potok/contracts';
import {
  BindingRepository,
  CursorRepository,
  EndpointRepository,
  OrganizationRepository,
  ScenarioRepository,
  ScheduleRepository,
  WorkspaceRepository,
} from '@potok/persistence';
import { nextFireTime, type CronLine } from '@potok/scenario/schedule';
import type { EntityManager } from 'typeorm';
import { newSecret } from '../identity/secrets.js';
import { NodeCatalogue } from '../nodes/node-catalogue.js';
import { Refusal } from '../problems/refusal.js';
import { CLOCK } from '../server/tokens.js';

interface Published {
  readonly workspaceId: string;
  readonly scenarioId: string;
  readonly drawing: Scenario;
  readonly binding: Binding;
}

type Node = Scenario['nodes'][number];

/** What starts runs of a scenario: its hook, its schedule, its sweep; and the pollers of the boxes that it speaks through. */
@Injectable()
export class Starters {
  constructor(
    private readonly nodes: NodeCatalogue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Puts up what the published trigger needs and takes down what it does not; in the caller's transaction. */
  async arrange(tx: EntityManager, published: Published): Promise<void> {
    const found = this.triggerOf(published.drawing);
    const kind = found?.manifest.trigger;
    if (found !== undefined && (kind === 'webhook' || kind === 'crm')) await this.putHook(tx, published, found);
    else await new EndpointRepository(tx).setHookEnabled(published.scenarioId, false);
    if (found !== undefined && kind === 'schedule') await this.putSchedule(tx, published, found.node);
    else await new ScheduleRepository(tx).remove(published.scenarioId);
    await putSweep(tx, published, kind === 'crm' ? found?.node : undefined);
    await putBoxes(tx, published);
  }

  async restart(tx: EntityManager, workspaceId: string, scenarioId: string): Promise<void> {
    const published = await new ScenarioRepository(tx).findPublishedDrawing(scenarioId);
    if (published === undefined) return;
    const row = await new BindingRepository(tx).findLatest(published.versionId);
    const binding = { slots: row?.slots ?? {}, parameters: row?.parameters ?? {} };
    await this.arrange(tx, { workspaceId, scenarioId, drawing: published.scenario, binding });
  }

  async stop(tx: EntityManager, scenarioId: string): Promise<void> {
    await new EndpointRepository(tx).setHookEnabled(scenarioId, false);
    await new ScheduleRepository(tx).setEnabled(scenarioId, false);
    await new CursorRepository(tx).stopSweeps(scenarioId);
  }

  triggerOf(drawing: Scenario): { node: Node; manifest: TriggerManifest } | undefined {
    for (const node of drawing.nodes) {
      const manifest = this.nodes.find(node.type, node.typeVersion);
      if (manifest?.kind === 'trigger') return { node, manifest };
    }
    return undefined;
  }

  private async putHook(
    tx: EntityManager,
    { workspaceId, scenarioId, drawing }: Published,
    { node, manifest }: { node: Node; manifest: TriggerManifest },
  ): Promise<void> {
    await new EndpointRepository(tx).putHook({
      workspaceId,
      scenarioId,
      token: newSecret(),
      name: drawing.name,
      proof: proofOf(manifest, node.params),
      sameAs: manifest.sameAs ?? textIn(node.params, 'sameAs'),
      isEnabled: true,
    });
  }

  private async putSchedule(tx: EntityManager, { workspaceId, scenarioId }: Published, node: Node): Promise<void> {
    const workspace = await new WorkspaceRepository(tx).find(workspaceId);
    const cron = textIn(node.params, 'cron') ?? '';
    const timeZone = textIn(node.params, 'zone') ?? workspace?.timeZone ?? 'Europe/Moscow';
    const nextAt = demandFireTime({ cron, timeZone }, this.clock.now());
    await new ScheduleRepository(tx).put({ workspaceId, scenarioId, cron, timeZone, nextAt });
  }
}

/** Throws CRON_WRONG. */
const demandFireTime = (line: CronLine, now: Date): Date => {
  try {
    return nextFireTime(line, now);
  } catch {
    throw new Refusal('invalid', 'CRON_WRONG', { facts: { ...line } });
  }
};

/** The trigger's own proof, or the one that the author has chosen in its params. */
export const proofOf = (manifest: TriggerManifest, params: Readonly<Record<string, unknown>>): Proof =>
  manifest.proof === 'chosen' ? ((params['proof'] as Proof | undefined) ?? { kind: 'none' }) : manifest.proof;

const textIn = (params: Readonly<Record<string, unknown>>, name: string): string | undefined => {
  const value = params[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** A CRM may lose events: its changed deals are looked through too. */
const putSweep = async (tx: EntityManager, of: Published, trigger: Node | undefined): Promise<void> => {
  const connectionId = trigger?.slot === undefined ? undefined : of.binding.slots[trigger.slot];
  const cursors = new CursorRepository(tx);
  await cursors.stopSweeps(of.scenarioId, connectionId);
  if (connectionId === undefined) return;
  await cursors.put({ workspaceId: of.workspaceId, kind: 'crm-sweep', connectionId, subject: of.scenarioId });
};

const putBoxes = async (tx: EntityManager, { workspaceId, binding }: Published): Promise<void> => {
  const organizations = new OrganizationRepository(tx);
  for (const connectionId of new Set(Object.values(binding.slots))) {
    for (const { boxId } of await organizations.listBoxesOfConnection(connectionId)) {
      await new CursorRepository(tx).put({ workspaceId, kind: 'operator-box', connectionId, subject: boxId });
    }
  }
};
