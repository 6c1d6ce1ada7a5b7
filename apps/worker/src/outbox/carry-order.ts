import type { RunMode, RunStart, Skeleton, Wake } from '@potok/contracts';
import { TASK_QUEUE, WAKE_SIGNAL, WORKFLOW_TYPE } from '@potok/contracts/names';
import type { OutboxRow, RunRepository } from '@potok/persistence/engine';
import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError, type Client } from '@temporalio/client';

const CALL_DEADLINE_MS = 10_000;

export interface CarryParts {
  readonly temporal: Client;
  readonly runs: Pick<RunRepository, 'getStart' | 'isOpen'>;
  /** The client shares the worker's own connection: a start brings its first task along. */
  readonly isEager: boolean;
}

/** The workflow id of a run: the workspace first, so that the codec finds its key by it. */
export const workflowIdOf = (workspaceId: string, runId: string): string => `${workspaceId}/${runId}`;

/**
 * Says one order of the outbox to Temporal. Saying it twice is harmless, because a start has the run's id and a wake an id of
 * its own. `known`: the input of a start, when whoever ordered it has it at hand.
 */
export const carryOrder = (parts: CarryParts, order: OutboxRow, known?: RunStart): Promise<void> =>
  parts.temporal.connection.withDeadline(Date.now() + CALL_DEADLINE_MS, () =>
    order.kind === 'start' ? start(parts, order, known) : wake(parts, order),
  );

const start = async ({ temporal, runs, isEager }: CarryParts, order: OutboxRow, known?: RunStart): Promise<void> => {
  const input = known ?? (await readStart(runs, order));
  if (input === undefined) return;
  try {
    await temporal.workflow.start(WORKFLOW_TYPE, {
      workflowId: workflowIdOf(order.workspace_id, order.run_id),
      taskQueue: TASK_QUEUE,
      args: [input],
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      workflowIdConflictPolicy: 'USE_EXISTING',
      requestEagerStart: isEager,
      priority: { fairnessKey: order.workspace_id },
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
};

const readStart = async (runs: CarryParts['runs'], order: OutboxRow): Promise<RunStart | undefined> => {
  const run = await runs.getStart(order.workspace_id, order.run_id);
  return run === undefined
    ? undefined
    : ({
        workspaceId: order.workspace_id,
        runId: order.run_id,
        planHash: run.plan_hash,
        skeleton: run.skeleton as Skeleton,
        graph: run.graph,
        engine: run.engine,
        mode: run.mode as RunMode,
        ...(run.begin_at === null ? {} : { begin: run.begin_at }),
      } as RunStart);
};

const wake = async ({ temporal, runs }: CarryParts, order: OutboxRow): Promise<void> => {
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
