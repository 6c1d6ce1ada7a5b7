import {
  asFault,
  NodeFault,
  type Fault,
  type RunId,
  type RunMode,
  type RunStart,
  type WorkspaceId,
} from '@potok/contracts';
import { ENGINE } from '@potok/contracts/names';
import type { TriggerDefinition } from '@potok/node-sdk';
import type { InboxRepository, InboxRow, NewRun, OutboxRow, Published, RunRepository } from '@potok/persistence/engine';
import type { Courier } from '../outbox/courier.js';
import type { LiveTeller } from '../live/live-teller.js';
import type { FreshRuns } from '../segments/fresh-runs.js';
import type { PlanCache } from '../segments/plan-cache.js';
import { newId } from '../services/new-id.js';
import { boundParameters, evaluateParams } from '@potok/scenario';
import type { OpenConnections } from '../connections/open-connections.js';
import type { PublishedCache } from './published-cache.js';

export interface AdmissionParts {
  readonly inbox: InboxRepository;
  readonly runs: RunRepository;
  readonly published: PublishedCache;
  readonly plans: Pick<PlanCache, 'getPlan'>;
  readonly courier: Pick<Courier, 'leaseMs' | 'carry'>;
  readonly fresh: Pick<FreshRuns, 'add' | 'untilBegun'>;
  readonly live: Pick<LiveTeller, 'runChanged'>;
  readonly connections: OpenConnections;
  readonly findTrigger: (type: string, version: number) => TriggerDefinition | undefined;
  /** Takes operator events and what else is no start of a run. */
  readonly others: Readonly<Record<string, (workspaceId: string, row: InboxRow) => Promise<void>>>;
  readonly now: () => Date;
  readonly log: (event: string, facts?: Record<string, unknown>) => void;
}

const STARTED_BY: Readonly<Record<string, string>> = {
  webhook: 'webhook',
  sweep: 'crm',
  schedule: 'schedule',
  manual: 'manual',
  api: 'api',
  replay: 'webhook',
};
const MAX_DELAY_MS = 5 * 60_000;
const DEADLINE_MS = 30_000;

/** Decides what an inbox row is: a run, a repeat, ignored with a reason, news of a wait. What cannot be decided now is tried later. */
export const admit = async (parts: AdmissionParts, workspaceId: string, inboxId: string): Promise<void> => {
  const row = await parts.inbox.find(workspaceId, inboxId);
  if (row === undefined) return;
  try {
    const other = parts.others[row.source];
    if (other !== undefined) await other(workspaceId, row);
    else await admitStart(parts, workspaceId, row);
  } catch (error) {
    await settleTrouble(parts, workspaceId, { row, fault: asFault(error) });
  }
};

const settleTrouble = async (
  parts: AdmissionParts,
  workspaceId: string,
  { row, fault }: { readonly row: InboxRow; readonly fault: Fault },
): Promise<void> => {
  parts.log('admission.failed', { inboxId: row.id, code: fault.code, technical: fault.technical });
  const isFinal = fault.kind === 'invalid' || fault.kind === 'refused';
  if (isFinal)
    await parts.inbox.settle(workspaceId, row.id, {
      status: 'failed',
      reason: { code: fault.code, facts: fault.facts },
    });
  else {
    const delayMs = Math.max(fault.retryAfterMs ?? 0, Math.min(1000 * 2 ** Math.min(row.attempts, 10), MAX_DELAY_MS));
    await parts.inbox.postpone(workspaceId, row.id, { delayMs, reason: { code: fault.code, facts: fault.facts } });
  }
};

const admitStart = async (parts: AdmissionParts, workspaceId: string, row: InboxRow): Promise<void> => {
  if (row.scenario_id === null) throw new NodeFault('invalid', 'DELIVERY_WITHOUT_SCENARIO');
  const published = await parts.published.find(workspaceId, row.scenario_id);
  if (published === undefined) {
    await parts.inbox.settle(workspaceId, row.id, {
      status: 'ignored',
      reason: { code: 'SCENARIO_NOT_PUBLISHED', facts: {} },
    });
    return;
  }
  const accepted = isDirect(row.source)
    ? { kind: 'run' as const, output: row.body }
    : await accept(parts, workspaceId, { row, published });
  if (accepted.kind === 'ignore') {
    await parts.inbox.settle(workspaceId, row.id, {
      status: 'ignored',
      reason: { code: accepted.reason, facts: accepted.facts ?? {} },
    });
    return;
  }
  const run = newRunOf(row, { published, accepted, now: parts.now(), leaseMs: parts.courier.leaseMs });
  const admitted = await parts.runs.admit(workspaceId, run);
  switch (admitted.kind) {
    case 'stale':
      // Published anew meanwhile: what the new version makes of it is decided from the beginning.
      parts.published.forget(workspaceId, row.scenario_id);
      return admitStart(parts, workspaceId, row);
    case 'settled':
      return undefined;
    case 'repeat':
      parts.log('run.repeat', { runId: admitted.runId, inboxId: row.id, workspaceId });
      return undefined;
    case 'run':
      parts.log('run.accepted', { runId: admitted.runId, inboxId: row.id, workspaceId });
      return begin(parts, workspaceId, { run, published, order: admitted.order });
  }
};

/** The order to start goes out at once, and the first segment finds here what it would have to read. */
const begin = async (
  { courier, fresh, live, plans }: AdmissionParts,
  workspaceId: string,
  { run, published, order }: { readonly run: NewRun; readonly published: Published; readonly order: OutboxRow },
): Promise<void> => {
  live.runChanged(workspaceId, run.id);
  if (run.leaseMs === 0) return;
  const { skeleton } = await plans.getPlan(workspaceId, run.planHash);
  fresh.add(run.id, {
    fence: 1,
    origin_run_id: run.id,
    again: 0,
    mode: run.mode as RunMode,
    started_at: run.now,
    ended_at: null,
    // As it will be read when the segment is tried again.
    trigger: JSON.parse(JSON.stringify(run.trigger)) as unknown,
    trigger_size: 0,
    parameters: published.parameters,
    slots: published.slots,
    steps: [],
    outputs: [],
    waits: [],
    news: [],
  });
  const start: RunStart = {
    workspaceId: workspaceId as WorkspaceId,
    runId: run.id as RunId,
    planHash: run.planHash,
    skeleton,
    graph: run.graph,
    engine: run.engine,
    mode: run.mode as RunMode,
  };
  courier.carry(order, run.leaseMs, start);
  await fresh.untilBegun(run.id);
};

interface Accepted {
  readonly output: unknown;
  readonly sameAs?: string;
  readonly subject?: { readonly dealId?: string };
}
const newRunOf = (
  row: InboxRow,
  of: { readonly published: Published; readonly accepted: Accepted; readonly now: Date; readonly leaseMs: number },
): NewRun => ({
  id: newId(),
  scenarioId: row.scenario_id ?? '',
  versionId: of.published.version_id,
  bindingId: of.published.binding_id,
  planHash: of.published.plan_hash,
  graph: 'main',
  engine: ENGINE,
  mode: 'live',
  startedBy: STARTED_BY[row.source] ?? 'webhook',
  inboxId: row.id,
  sameAs: of.accepted.sameAs,
  trigger: of.accepted.output,
  dealId: of.accepted.subject?.dealId,
  now: of.now,
  leaseMs: of.leaseMs,
});

/** Started by hand or by the API: the body already is what the trigger would have put out, and was checked as such. */
const isDirect = (source: string) => source === 'manual' || source === 'api';

const accept = async (
  parts: AdmissionParts,
  workspaceId: string,
  { row, published }: { readonly row: InboxRow; readonly published: Published },
) => {
  const { trigger } = published;
  const definition = parts.findTrigger(trigger.type, trigger.typeVersion);
  if (definition === undefined) throw new NodeFault('broken', 'NODE_TYPE_UNKNOWN', { facts: { type: trigger.type } });
  const { slot } = trigger;
  const connectionId = slot === undefined ? undefined : published.slots[slot];
  if (definition.gateway !== undefined && connectionId === undefined)
    throw new NodeFault('invalid', 'CONNECTION_MISSING', { facts: { slot: slot ?? '' } });
  return definition.accept({
    body: row.body ?? rawText(row.raw),
    headers: row.headers,
    params: settingsOf(published, parts.now()),
    client: connectionId === undefined ? undefined : await parts.connections.open(workspaceId, connectionId),
    now: parts.now(),
    signal: AbortSignal.timeout(DEADLINE_MS),
  });
};

/** The author's settings of the trigger; they may refer to the binding's parameters, and to nothing that a run would bring. */
const settingsOf = ({ steps, trigger, parameters }: Published, now: Date): unknown =>
  evaluateParams(trigger.params, {
    trigger: {},
    steps: {},
    waits: {},
    params: boundParameters(steps.parameters, parameters),
    run: { id: '', startedAt: now.toISOString(), mode: 'live' },
    now,
  });

const rawText = (raw: Buffer | null): unknown => (raw === null ? null : raw.toString('utf8'));
