/** Words that cross a process border as plain strings. This entry pulls in no schema library. */
import type { Headline } from './docflow/status.js';

/** Where a run stands. The last four are end states and never change. */
export const RUN_STATUSES = [
  'accepted',
  'running',
  'waiting',
  'paused',
  'needs-a-person',
  'undoing',
  'done',
  'undone',
  'cancelled',
  'closed-by-person',
] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

/** End states of a run; a row in one of them is never written again. */
export const RUN_END_STATUSES = [
  'done',
  'undone',
  'cancelled',
  'closed-by-person',
] as const satisfies readonly RunStatus[];
export type RunEndStatus = (typeof RUN_END_STATUSES)[number];

/** Where one visit of a node stands. `started` is committed before an effect. */
export const STEP_STATUSES = [
  'started',
  'waiting',
  'retrying',
  'done',
  'faulted',
  'skipped',
  'undone',
  'undo-failed',
] as const;
export type StepStatus = (typeof STEP_STATUSES)[number];

/**
 * `live` acts on the world; `trial` runs a draft and acts for real too, but only on connections that are marked as a test contour;
 * `dry` acts on fakes only.
 */
export const RUN_MODES = ['live', 'trial', 'dry'] as const;
export type RunMode = (typeof RUN_MODES)[number];

/**
 * What a failure is, and so what the engine does with it. `invalid`: the data is wrong; `refused`: a system declined
 * our call; `unavailable`: try again later; `broken`: our bug.
 */
export const FAULT_KINDS = ['invalid', 'refused', 'unavailable', 'broken'] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** What a node does to the world. */
export const EFFECTS = ['reads', 'undoable', 'legal', 'final'] as const;
export type Effect = (typeof EFFECTS)[number];

/** What happens to a fault that no port takes. */
export const ON_FAULT = ['park', 'undo', 'port', 'continue'] as const;
export type OnFault = (typeof ON_FAULT)[number];

/** Commands of a person or of the API to a run. */
export const RUN_COMMANDS = [
  'pause',
  'resume',
  'cancel',
  'retry-step',
  'mend-and-go-on',
  'skip-step',
  'undo',
  'close',
] as const;
export type RunCommandKind = (typeof RUN_COMMANDS)[number];

/** Whose turn it is with a document: what the register is divided by. A document that goes on by itself is in none. */
export const DOCUMENT_QUEUES = {
  ours: ['draft', 'waiting-for-our-signature', 'accepted-with-discrepancies', 'clarification-requested', 'failed'],
  buyer: ['waiting-for-buyer'],
  refused: ['rejected'],
} as const satisfies Readonly<Record<string, readonly Headline[]>>;
export type DocumentQueue = keyof typeof DOCUMENT_QUEUES;

/** Temporal names: the one workflow type, its one signal, its task queue. */
export const WORKFLOW_TYPE = 'scenarioRun';
export const WAKE_SIGNAL = 'wake';
export const TASK_QUEUE = 'potok';

/**
 * The version of the interpreter that a new run is given. Older values stay interpretable while a run holds them.
 * 2: the first try of a segment is a local activity.
 */
export const ENGINE = 2;
/** The version of the plan's own shape. */
export const PLAN_FORMAT = 1;

/** PostgreSQL NOTIFY channels between processes. The payload is an id or a word, never a body. */
export const CHANNELS = {
  inbox: 'potok_inbox',
  outbox: 'potok_outbox',
  request: 'potok_request',
  answer: 'potok_answer',
  live: 'potok_live',
} as const;
