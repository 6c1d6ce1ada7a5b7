// What Temporal keeps of one run: its histories, one after another where it was continued as new.
const msOf = (time) => Number(time?.seconds ?? 0) * 1000 + Number(time?.nanos ?? 0) / 1e6;

/** From each `started` event to the event that closes it, in ms. */
const spansOf = (events, { started, closed, attributes }) => {
  const began = new Map(events.filter((one) => one[started]).map((one) => [String(one.eventId), msOf(one.eventTime)]));
  return events.flatMap((one) => {
    const attribute = attributes.map((name) => one[name]).find((found) => found != null);
    const from = attribute === undefined ? undefined : began.get(String(attribute[closed]));
    return from === undefined ? [] : [msOf(one.eventTime) - from];
  });
};

const ACTIVITY = {
  started: 'activityTaskStartedEventAttributes',
  closed: 'startedEventId',
  attributes: [
    'activityTaskCompletedEventAttributes',
    'activityTaskFailedEventAttributes',
    'activityTaskTimedOutEventAttributes',
  ],
};
const WORKFLOW_TASK = {
  started: 'workflowTaskStartedEventAttributes',
  closed: 'startedEventId',
  attributes: ['workflowTaskCompletedEventAttributes', 'workflowTaskTimedOutEventAttributes'],
};

/** Length and size of the longest of its histories, the longest activity and workflow task, the most tries of an activity. */
export const historyOf = async ({ temporal }, { workspaceId, runId }) => {
  const seen = { events: 0, bytes: 0, rolls: -1, activityMs: 0, taskMs: 0, tries: 0 };
  for (let at = ''; at !== undefined; seen.rolls += 1) {
    const handle = temporal.workflow.getHandle(`${workspaceId}/${runId}`, at === '' ? undefined : at);
    const { historySize } = await handle.describe();
    const { events } = await handle.fetchHistory();
    seen.events = Math.max(seen.events, events.length);
    seen.bytes = Math.max(seen.bytes, Number(historySize ?? 0));
    seen.activityMs = Math.max(seen.activityMs, ...spansOf(events, ACTIVITY));
    seen.taskMs = Math.max(seen.taskMs, ...spansOf(events, WORKFLOW_TASK));
    seen.tries = Math.max(seen.tries, ...events.map((one) => one[ACTIVITY.started]?.attempt ?? 0));
    const before = events[0].workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
    at = before ? before : undefined;
  }
  return seen;
};
