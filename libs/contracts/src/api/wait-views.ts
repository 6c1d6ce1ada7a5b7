import type { CountView } from './answers.js';
import type { RunView } from './views.js';

/** One thing that a run waits for: news, a time, the end of a called run, or its next try. */
export interface WaitView {
  readonly id: string;
  /** The event of the wait (`docflow`, `signature`, `callback`, `time`, `run`…), or `retry`. */
  readonly kind: string;
  readonly runId: string;
  readonly scenarioId: string;
  readonly scenarioName: string;
  readonly node: string;
  readonly nodeName: string;
  readonly visit: string;
  readonly subject: RunView['subject'];
  readonly since: string;
  /** Until when: the deadline of a wait, the moment of the next try. Absent, it waits as long as it takes. */
  readonly until?: string;
  /** Of a retry: how often it was tried. */
  readonly attempts?: number;
  /** Its answer may come before the run has got there: the address was given away early. */
  readonly isAhead?: true;
}

export interface WaitDayView {
  /** `YYYY-MM-DD` in the workspace's zone. */
  readonly day: string;
  readonly total: number;
}

/** How many there are under the conditions of the list: over all time, and for each day of the asked period. */
export interface WaitCountsView {
  readonly overdue: CountView;
  readonly undated: CountView;
  readonly dated: CountView;
  readonly days: readonly WaitDayView[];
}
