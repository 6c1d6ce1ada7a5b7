export { effectKey } from './effect-key.js';
export type { Host, StepPlace } from './host.js';
export { TryLater } from './retry.js';
export {
  FenceLost,
  type Changes,
  type HeardNews,
  type RunContext,
  type RunPatch,
  type StepRecord,
  type StepStore,
  type WaitRecord,
} from './step-store.js';
export type { CalledRun, CalledRuns, UndoFailure, UndoHost } from './called-runs.js';
export { wantsOf, type Wants } from './segment-needs.js';
export { undoRun } from './undo-run.js';
export { walkSegment } from './walk-segment.js';
