import { asFault, NodeFault, type Fault } from '@potok/contracts';
import { ENGINE } from '@potok/contracts/names';
import type { TriggerDefinition } from '@potok/node-sdk';
import type {
  InboxRepository,
  InboxRow,
  NewRun,
  Published,
  PublishedRepository,
  RunRepository,
} from '@potok/persistence/engine';
import { newId } from '../services/new-id.js';
import { boundParameters, evaluateParams } from '@potok/scenario';
import type { OpenConnections } from '../connections/open-connections.js';

export interface AdmissionParts {
  readonly inbox: InboxRepository;
  readonly runs: RunRepository;
  readonly published: PublishedRepository;
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
  const { runId, isRepeat } = await parts.runs.admit(
    workspaceId,
    newRunOf(row, { published, accepted, now: parts.now() }),
  );
  parts.log(isRepeat ? 'run.repeat' : 'run.accepted', { runId, inboxId: row.id, workspaceId });
};

interface Accepted {
  readonly output: unknown;
  readonly sameAs?: string;
  readonly subject?: { readonly dealId?: string };
}
const newRunOf = (
  row: InboxRow,
  of: { readonly published: Published; readonly accepted: Accepted; readonly now: Date },
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
