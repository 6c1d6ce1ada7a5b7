import type {
  Effect,
  Fault,
  NodeId,
  RunId,
  RunMode,
  StepAttempt,
  StepStatus,
  Visit,
  WorkspaceId,
} from '@potok/contracts';
import type { WaitNews } from '@potok/node-sdk';
import type { Wants } from './segment-needs.js';

/** One visit of a node, as stored. */
export interface StepRecord {
  readonly node: NodeId;
  readonly visit: Visit;
  /** Order of starting within the run; ties by launch. */
  readonly seq: number;
  readonly status: StepStatus;
  readonly effect: Effect;
  readonly key: string;
  readonly input?: unknown;
  readonly output?: unknown;
  readonly port?: string;
  /** Tries since the step was entered or a person told it to go on. */
  readonly attempt: number;
  readonly attempts: readonly StepAttempt[];
  readonly fault?: Fault;
  readonly undoFault?: Fault;
  readonly nextTryAt?: Date;
  readonly startedAt: Date;
  readonly endedAt?: Date;
}

export interface WaitRecord {
  readonly id: string;
  readonly node: NodeId;
  readonly visit: Visit;
  readonly event: string;
  readonly key: string;
  readonly token: string;
  readonly status: 'open' | 'answered' | 'closed';
  readonly deadlineAt?: Date;
  readonly offers: Readonly<Record<string, unknown>>;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** What a segment knows of its run when it begins. */
export interface RunContext {
  readonly workspaceId: WorkspaceId;
  readonly runId: RunId;
  readonly originRunId: RunId;
  readonly again: number;
  readonly mode: RunMode;
  readonly startedAt: Date;
  readonly trigger: unknown;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly isEnded: boolean;
  readonly steps: readonly StepRecord[];
  readonly waits: readonly WaitRecord[];
}

/** The run's own status, written by the segment when no other token decides it. */
export type RunPatch =
  | {
      readonly kind: 'waiting';
      readonly node: NodeId;
      readonly waitKind: string;
      readonly since: Date;
      readonly deadline?: Date;
    }
  | { readonly kind: 'parked'; readonly node: NodeId; readonly visit: Visit; readonly fault: Fault }
  | { readonly kind: 'done' };

/** All that is written at once, or not at all. */
export interface Changes {
  readonly steps: readonly StepRecord[];
  readonly openWaits: readonly WaitRecord[];
  readonly closeWaits: readonly { readonly id: string; readonly status: 'answered' | 'closed' }[];
  readonly run?: RunPatch;
  /** The wait whose news are to be heard with the write; the run is told to wait only when there are none. */
  readonly hear?: string;
}

/** What came for a wait. */
export type HeardNews = WaitNews & { readonly id: string };

/** Another attempt of the same segment has begun: this one must write nothing more. */
export class FenceLost extends Error {
  readonly code = 'FENCE_LOST';
}

/** The rows of one run as one segment may write them. Every write is conditional on the fence that `begin` took. */
export interface StepStore {
  /** Takes the fence and reads at least what is wanted. */
  begin(wants: Wants): Promise<RunContext>;
  /** Answers the news of `hear`, oldest first. Throws FenceLost, and then nothing was written. */
  commit(changes: Changes): Promise<readonly HeardNews[]>;
  /** News that had come for a wait when the segment began, and was not yet taken, oldest first. What comes later wakes the run. */
  newsAtBegin(waitId: string): readonly HeardNews[];
  markTaken(waitId: string, newsIds: readonly string[]): Promise<void>;
  /** Has an effect of this run begun that only the law can undo? */
  isPastNoReturn(): Promise<boolean>;
}
