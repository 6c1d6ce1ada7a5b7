import type { RunMode, RunStart, Skeleton, Wake } from '@potok/contracts';
import { TASK_QUEUE, WAKE_SIGNAL, WORKFLOW_TYPE } from '@potok/contracts/names';
import type { OutboxRow, RelayRepository, RunRepository } from '@potok/persistence/engine';
import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError, type Client } from '@temporalio/client';

const BATCH = 50;
const LEASE_MS = 15_000;
const CALL_DEADLINE_MS = 10_000;
const MAX_DELAY_MS = 30_000;

type Runs = Pick<RunRepository, 'getStart' | 'isOpen'>;
interface RelayParts {
  readonly relay: Pick<RelayRepository, 'claimOutbox' | 'deleteOutbox' | 'postponeOutbox'>;
  readonly runs: Runs;
  readonly temporal: Client;
  readonly log: (event: string, facts?: Record<string, unknown>) => void;
}

/** The workflow id of a run: the workspace first, so that the codec finds its key by it. */
export const workflowIdOf = (workspaceId: string, runId: string): string => `${workspaceId}/${runId}`;

/**
 * Carries orders from the outbox to Temporal: starts and wakes. A row goes only after Temporal has said yes; saying it twice
 * is harmless, because a start has the run's id and a wake an id of its own.
 */
export const relayOutbox = async (parts: RelayParts): Promise<number> => {
  const rows = await parts.relay.claimOutbox(BATCH, LEASE_MS);
  if (rows.length === 0) return 0;
  // Orders of one run keep their order; runs do not wait for each other.
  const byRun = new Map<string, OutboxRow[]>();
  for (const row of rows) byRun.set(row.run_id, [...(byRun.get(row.run_id) ?? []), row]);
  const sent = await Promise.all([...byRun.values()].map((orders) => relayRun(parts, orders)));
  await parts.relay.deleteOutbox(sent.flat());
  return rows.length;
};

const relayRun = async (parts: RelayParts, orders: readonly OutboxRow[]): Promise<string[]> => {
  const sent: string[] = [];
  for (const order of orders) {
    try {
      await relayOne(parts, order);
      sent.push(order.id);
    } catch (error) {
      parts.log('outbox.postponed', { runId: order.run_id, attempts: order.attempts, error: String(error) });
      await parts.relay.postponeOutbox(order.id, Math.min(250 * 2 ** Math.min(order.attempts, 10), MAX_DELAY_MS));
      break;
    }
  }
  return sent;
};

const relayOne = async ({ temporal, runs }: RelayParts, order: OutboxRow): Promise<void> => {
  await temporal.connection.withDeadline(Date.now() + CALL_DEADLINE_MS, async () => {
    if (order.kind === 'start') await start(temporal, runs, order);
    else await wake(temporal, runs, order);
  });
};

const start = async (temporal: Client, runs: Runs, order: OutboxRow): Promise<void> => {
  const run = await runs.getStart(order.workspace_id, order.run_id);
  if (run === undefined) return;
  const input = {
    workspaceId: order.workspace_id,
    runId: order.run_id,
    planHash: run.plan_hash,
    skeleton: run.skeleton as Skeleton,
    graph: run.graph,
    engine: run.engine,
    mode: run.mode as RunMode,
  } as RunStart;
  try {
    await temporal.workflow.start(WORKFLOW_TYPE, {
      workflowId: workflowIdOf(order.workspace_id, order.run_id),
      taskQueue: TASK_QUEUE,
      args: [input],
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      workflowIdConflictPolicy: 'USE_EXISTING',
      priority: { fairnessKey: order.workspace_id },
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
};

const wake = async (temporal: Client, runs: Runs, order: OutboxRow): Promise<void> => {
  const { workspace_id: workspaceId, run_id: runId } = order;
  try {
    await temporal.workflow.getHandle(workflowIdOf(workspaceId, runId)).signal(WAKE_SIGNAL, order.wake as Wake);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    // An ended run needs no waking: its rows say so, and the event is kept with the wait. One that goes on has its start
    // still on the way, put off by some trouble: the wake must come after it.
    if (await runs.isOpen(workspaceId, runId)) throw error;
  }
};
