import { NodeFault } from '@potok/contracts';
import { WorkflowNotFoundError, type Client } from '@temporalio/client';

const CALL_DEADLINE_MS = 10_000;

/** How Temporal has a workflow; undefined when it knows none. Throws ENGINE_UNAVAILABLE (unavailable). */
export const workflowStateOf =
  (temporal: Client) =>
  async (workflowId: string): Promise<string | undefined> => {
    try {
      const ask = () => temporal.workflow.getHandle(workflowId).describe();
      return (await temporal.connection.withDeadline(Date.now() + CALL_DEADLINE_MS, ask)).status.name;
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return undefined;
      throw new NodeFault('unavailable', 'ENGINE_UNAVAILABLE', { cause: error });
    }
  };
