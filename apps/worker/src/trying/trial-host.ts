import { createHash } from 'node:crypto';
import { NodeFault, type NodeId, type PlanStep, type TriedWhy, type TryWork } from '@potok/contracts';
import type { Host, StepPlace, StepStore } from '@potok/execution';
import type { NodeDefinition, WaitDefinition } from '@potok/node-sdk';
import type { CallListeners } from '../segments/call-listeners.js';
import { newId } from '../services/new-id.js';
import { absentClient, guardedClient } from './guarded-client.js';
import { PINNED } from './part-to-walk.js';
import { toldAnswer } from './told-answer.js';
import type { TrialNote, TrialNotes } from './trial-notes.js';
import { trialOperator } from './trial-operator.js';
import type { TrialOrganizations } from './trial-organizations.js';
import type { TrialServices } from './trial-services.js';

export interface TrialHostParts {
  readonly find: (type: string, version: number) => NodeDefinition | WaitDefinition | undefined;
  /** The real client of a connection. */
  readonly open: (connectionId: string) => Promise<unknown>;
  readonly listeners: Pick<CallListeners, 'during'>;
  readonly services: TrialServices;
  readonly organizations: TrialOrganizations;
  readonly notes: TrialNotes;
  readonly store: StepStore;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  readonly onVisits: (count: number) => void;
}

/** Everything that a try lends to the walk: work is really done where it only reads, and told where it would act. */
export const trialHost = (parts: TrialHostParts, work: TryWork): Host => ({
  store: parts.store,
  signal: parts.signal,
  now: parts.now,
  newId,
  newToken: newId,
  callbackUrl: () => '',
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
  log: () => undefined,
  find: (type, version) => asWalked(parts, { type, version }),
  connect: (step) => connect(parts, work, step),
  services: (needs, { node }) => {
    const step = stepOf(work, node);
    return parts.services.lend(needs, { isReading: definitionOf(parts, step)?.effect === 'reads' });
  },
  inStep: <T>(place: StepPlace, act: () => Promise<T>) => inStep(parts, work, { place, act }) as Promise<T>,
  startChild: async () => undefined,
  findEnd: async () => undefined,
});

const stepOf = (work: TryWork, node: NodeId): PlanStep => {
  const step = work.plan.steps.nodes[node];
  if (step === undefined) throw new NodeFault('broken', 'STEP_UNKNOWN', { facts: { node } });
  return step;
};

const definitionOf = ({ find }: TrialHostParts, { type, typeVersion }: PlanStep) => find(type, typeVersion);

/** A definition that the walk takes for a node; one that is only ever answered has no work of its own. */
const asWalked = (
  { find, notes }: TrialHostParts,
  { type, version }: { readonly type: string; readonly version: number },
): NodeDefinition => {
  const found = find(type, version);
  if (found === undefined && type !== PINNED && type !== 'flow.call')
    throw new NodeFault('broken', 'NODE_TYPE_UNKNOWN', { facts: { type, version } });
  const node = found?.kind === 'node' ? found : toldDefinition(found);
  return {
    ...node,
    checkInput: (input) => {
      notes.input = input;
      return node.checkInput(input);
    },
  };
};

const toldDefinition = (wait: WaitDefinition | undefined): NodeDefinition => ({
  kind: 'node',
  id: wait?.id ?? PINNED,
  version: 1,
  gateway: undefined,
  needs: [],
  input: {},
  output: {},
  ports: wait?.ports ?? ['done'],
  effect: 'reads',
  whyFinal: undefined,
  checkInput: wait?.checkInput ?? ((input) => input),
  sameAs: () => 'visit',
  run: async () => {
    throw new NodeFault('broken', 'NOT_A_NODE', { facts: { type: wait?.id ?? '' } });
  },
  compensate: undefined,
  upgrade: undefined,
});

const connect = async (parts: TrialHostParts, work: TryWork, step: PlanStep): Promise<unknown> => {
  const { notes } = parts;
  const tell = (why: TriedWhy) => {
    notes.tellNotMade(why);
  };
  const definition = definitionOf(parts, step);
  const gateway = definition?.kind === 'node' ? definition.gateway : undefined;
  const connectionId = step.slot === undefined ? undefined : work.binding.slots[step.slot];
  if (gateway === undefined) return undefined;
  if (connectionId === undefined) {
    if (gateway !== 'operator') return absentClient(tell);
    const used = () => {
      notes.addStandIn('operator');
    };
    return trialOperator(() => parts.organizations.listBoxes(), { notMade: tell, used });
  }
  const client = await parts.open(connectionId);
  // An address with its headers: what goes to it is guarded where it is sent.
  return gateway === 'http' ? client : guardedClient(client as object, gateway, tell);
};

const inStep = async (
  parts: TrialHostParts,
  work: TryWork,
  { place, act }: { readonly place: StepPlace; readonly act: () => Promise<unknown> },
): Promise<unknown> => {
  const note = parts.notes.begin(place.node, place.visit);
  parts.onVisits(parts.notes.size);
  parts.signal.throwIfAborted();
  const step = stepOf(work, place.node);
  const why = whyTold(parts, work, step);
  if (why !== undefined) return tell(parts, work, { step, note, why });
  const startedAt = performance.now();
  try {
    const onCall = ({ method, url, status }: { method: string; url: string; status?: number }) => {
      note.calls.push({ method, url, ...(status === undefined ? {} : { status }) });
    };
    const result = await parts.listeners.during(onCall, act);
    return note.why === undefined ? result : tell(parts, work, { step, note, why: note.why });
  } catch (error) {
    // Whatever the node made of it: it was stopped before it acted.
    if (note.why === undefined) throw error;
    return tell(parts, work, { step, note, why: note.why });
  } finally {
    note.durationMs = Math.round(performance.now() - startedAt);
  }
};

/** Why a step is not even begun. */
const whyTold = (parts: TrialHostParts, work: TryWork, step: PlanStep): TriedWhy | 'pinned' | undefined => {
  if (work.pinned.includes(step.id) && Object.hasOwn(work.data.steps, step.id)) return 'pinned';
  if (step.type === 'flow.call') return 'call';
  return definitionOf(parts, step)?.kind === 'wait' ? 'wait' : undefined;
};

const tell = (
  parts: TrialHostParts,
  work: TryWork,
  of: { readonly step: PlanStep; readonly note: TrialNote; readonly why: TriedWhy | 'pinned' },
): { readonly output: unknown; readonly port: string } => {
  const { step, note, why } = of;
  const ports = definitionOf(parts, step)?.ports ?? ['done'];
  const { by, output, port } = toldAnswer(work, step, { ports, input: parts.notes.input });
  note.answeredBy = by;
  if (why === 'pinned') delete note.why;
  else note.why = why;
  return { output, port };
};
