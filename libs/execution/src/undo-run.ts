import { asFault, NodeFault, type Fault, type NodeId, type Plan, type UndoResult, type Visit } from '@potok/contracts';
import type { Host } from './host.js';
import { retryDelayMs, TryLater } from './retry.js';
import { RunState } from './run-state.js';
import type { StepRecord } from './step-store.js';

/**
 * Undoes a run backwards: every undoable visit that ever `started`, the latest first, each once by its key. Goes on after
 * an interruption with what is not yet undone. A failure stops it with both causes kept.
 */
export const undoRun = async (
  plan: Plan,
  host: Host,
  given: { readonly launch: number; readonly passOver?: { readonly node: NodeId; readonly visit: Visit } },
): Promise<UndoResult> => {
  const context = await host.store.begin();
  const state = new RunState(context, given.launch);
  for (const step of backwards(context.steps)) {
    const isPassedOver = given.passOver?.node === step.node && given.passOver.visit === step.visit;
    const fault = isPassedOver ? undefined : await undoStep(plan, host, step);
    if (fault !== undefined) return failUndo(plan, host, { state, step, fault });
    state.record({ ...step, status: isPassedOver ? 'skipped' : 'undone', endedAt: host.now() });
    await host.store.commit(state.take());
  }
  return { kind: 'undone' };
};

/** Tries again while the policy allows; then a person is needed, and both causes stay in the row. */
const failUndo = async (
  plan: Plan,
  host: Host,
  { state, step, fault }: { readonly state: RunState; readonly step: StepRecord; readonly fault: Fault },
): Promise<UndoResult> => {
  const attempt = step.status === 'undo-failed' ? step.attempt + 1 : 1;
  state.record({ ...step, status: 'undo-failed', undoFault: fault, attempt });
  const policy = plan.steps.nodes[step.node]?.retry;
  const delayMs = policy === undefined ? undefined : retryDelayMs(fault, policy, attempt);
  await host.store.commit(
    state.take(delayMs === undefined ? { kind: 'parked', node: step.node, visit: step.visit, fault } : undefined),
  );
  if (delayMs !== undefined) throw new TryLater(delayMs, fault);
  return { kind: 'failed', at: step.node, visit: step.visit };
};

const backwards = (steps: readonly StepRecord[]): readonly StepRecord[] =>
  steps
    .filter(
      (step) => step.effect === 'undoable' && step.status !== 'undone' && step.status !== 'skipped' && step.key !== '',
    )
    .sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime() || b.seq - a.seq);

const undoStep = async (plan: Plan, host: Host, record: StepRecord): Promise<Fault | undefined> => {
  try {
    const step = plan.steps.nodes[record.node];
    if (step === undefined) throw new NodeFault('broken', 'STEP_UNKNOWN', { facts: { node: record.node } });
    const definition = host.find(step.type, step.typeVersion);
    if (definition.kind !== 'node' || definition.compensate === undefined)
      throw new NodeFault('broken', 'NO_UNDO', { facts: { type: step.type } });
    await definition.compensate({
      input: record.input,
      output: record.port === undefined ? undefined : record.output,
      client: definition.gateway === undefined ? undefined : await host.connect(step),
      services: host.services(definition.needs, { node: step.id, key: record.key }),
      key: record.key,
      signal: AbortSignal.any([host.signal, AbortSignal.timeout(step.timeoutMs)]),
      log: (event, facts) => host.log(event, { node: step.id, ...facts }),
    });
    return undefined;
  } catch (error) {
    host.signal.throwIfAborted();
    return asFault(error);
  }
};
