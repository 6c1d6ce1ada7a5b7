import type { Fault, Plan, RunCommandKind, RunStatus, StepPlace } from '@potok/contracts';
import type { Host } from './host.js';

/** A run that another one has called, as the undo of its caller sees it. */
export interface CalledRun {
  readonly status: RunStatus;
  readonly isEnded: boolean;
  /** Its own undo has failed and waits for a person. */
  readonly failure?: UndoFailure;
}

export interface UndoFailure {
  readonly at: StepPlace;
  readonly fault: Fault;
}

/** The runs that a run has called, as its undo needs them. */
export interface CalledRuns {
  /** Undefined when it was never started. */
  find(runId: string): Promise<CalledRun | undefined>;
  /** Orders a command for it, once per id. */
  order(runId: string, command: { readonly id: string; readonly kind: RunCommandKind }): Promise<void>;
  /** An ended run can take no command: its plan, and a host over its rows, for the undo of its caller to go into it. */
  open(runId: string, launch: number): Promise<{ readonly plan: Plan; readonly host: UndoHost }>;
}

export interface UndoHost extends Host {
  readonly called: CalledRuns;
}
