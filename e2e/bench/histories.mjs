import { median } from './closed-loop.mjs';

const SAMPLE = 50;

/** How long the histories of the last finished runs of a scenario are: events, and state transitions as the server counts them. */
export const countHistories = async ({ db, temporal }, scenarioId) => {
  const { rows } = await db.query(
    `SELECT id, workspace_id FROM run WHERE scenario_id = $1 AND status = 'done' ORDER BY id DESC LIMIT $2`,
    [scenarioId, SAMPLE],
  );
  const described = [];
  for (const { id, workspace_id: workspaceId } of rows)
    described.push(await temporal.workflow.getHandle(`${workspaceId}/${id}`).describe());
  const of = (values) => ({ typical: median(values), most: Math.max(...values) });
  return {
    events: of(described.map(({ historyLength }) => historyLength)),
    transitions: of(described.map(({ raw }) => Number(raw.workflowExecutionInfo?.stateTransitionCount ?? 0))),
  };
};
