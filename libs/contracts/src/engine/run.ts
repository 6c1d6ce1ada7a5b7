import type { Fault } from '../node-fault.js';
import type { NodeId, RunId, Sha256, WorkspaceId } from '../ids.js';
import type { RunCommandKind, RunEndStatus, RunMode, RunStatus } from '../names.js';
import type { Skeleton } from './plan.js';

/**
 * A visit's place: item indexes and loop counts from the outside in, `0` for the first pass of the main graph,
 * `0/3/0` for item 3 of a for-each, first loop. Fixed by position, never by order of completion.
 */
export type Visit = string;

/** The workflow's input. References only: no document, no secret, no value of a step. */
export interface RunStart {
  readonly workspaceId: WorkspaceId;
  readonly runId: RunId;
  readonly planHash: Sha256;
  readonly skeleton: Skeleton;
  /** `main`, or the id of a compensation path. */
  readonly graph: string;
  readonly engine: number;
  readonly mode: RunMode;
  /** Set by continue-as-new. */
  readonly resume?: RunSnapshot;
}

/** Everything the interpreter must carry through continue-as-new. Plain JSON. */
export interface RunSnapshot {
  readonly tokens: readonly TokenSnapshot[];
  readonly joins: readonly JoinSnapshot[];
  readonly loops: readonly { readonly node: NodeId; readonly scope: Visit; readonly count: number }[];
  readonly eaches: readonly EachSnapshot[];
  readonly seen: readonly string[];
  readonly inbox: readonly Wake[];
  readonly isPaused: boolean;
  readonly phase: 'forward' | 'undoing';
  readonly launches: number;
}

export interface TokenSnapshot {
  readonly id: number;
  readonly node: NodeId;
  readonly scope: Visit;
  readonly visit: Visit;
  readonly state: 'ready' | 'waiting' | 'parked';
  readonly deadlineAt?: number;
  /** What the next segment is to do at `node`. */
  readonly entry: SegmentEntry;
}

export interface JoinSnapshot {
  readonly node: NodeId;
  readonly scope: Visit;
  readonly arrived: readonly string[];
  readonly isReleased: boolean;
}

export interface EachSnapshot {
  readonly node: NodeId;
  readonly visit: Visit;
  readonly scope: Visit;
  readonly count: number;
  readonly next: number;
  readonly running: readonly number[];
  readonly finished: number;
}

/** How a segment begins: at a fresh node, at a wait that news came for or whose time is up, or after a person's act. */
export type SegmentEntry =
  | { readonly kind: 'enter' }
  | { readonly kind: 'wake' }
  | { readonly kind: 'expire' }
  | { readonly kind: 'retry' }
  | { readonly kind: 'skip'; readonly port?: string };

/** Signals only wake: the event itself lies in Postgres. `id` makes a repeat harmless. */
export type Wake =
  | { readonly id: string; readonly kind: 'event'; readonly node: NodeId; readonly visit: Visit }
  | {
      readonly id: string;
      readonly kind: 'command';
      readonly command: RunCommandKind;
      readonly node?: NodeId;
      readonly visit?: Visit;
      readonly port?: string;
    };

/** The order for one segment activity. */
export interface SegmentOrder {
  readonly workspaceId: WorkspaceId;
  readonly runId: RunId;
  readonly planHash: Sha256;
  readonly graph: string;
  readonly mode: RunMode;
  readonly from: NodeId;
  readonly scope: Visit;
  readonly visit: Visit;
  readonly entry: SegmentEntry;
  /** Number of this launch in the run; names the fence row. */
  readonly launch: number;
  /** No other token is alive: the segment may write the run's own status with its last step. */
  readonly isAlone: boolean;
}

/** Why a segment stopped walking. `visit` is that of the node in `at`. */
export type SegmentResult =
  | { readonly kind: 'ended'; readonly at: NodeId; readonly hasSettledRun: boolean }
  | { readonly kind: 'stopped'; readonly at: NodeId }
  | { readonly kind: 'waiting'; readonly at: NodeId; readonly visit: Visit; readonly deadlineAt?: number }
  /** Reached a node that the interpreter executes itself; `count` is the number of items of a for-each. */
  | { readonly kind: 'boundary'; readonly at: NodeId; readonly count?: number }
  /** Left a node by a port whose edge leads back to a node of this segment's past: the interpreter counts the loop. */
  | { readonly kind: 'left'; readonly at: NodeId; readonly port: string }
  | { readonly kind: 'parked'; readonly at: NodeId; readonly visit: Visit }
  | { readonly kind: 'undo'; readonly at: NodeId };

export interface UndoOrder {
  readonly workspaceId: WorkspaceId;
  readonly runId: RunId;
  readonly planHash: Sha256;
  readonly mode: RunMode;
  readonly launch: number;
}
/** `failed`: the run needs a person; both causes stand in the step's row. */
export type UndoResult =
  { readonly kind: 'undone' } | { readonly kind: 'failed'; readonly at: NodeId; readonly visit: Visit };

export interface StatusOrder {
  readonly workspaceId: WorkspaceId;
  readonly runId: RunId;
  readonly status: RunStatus;
}

/** What the workflow returns. */
export interface RunEnded {
  readonly status: RunEndStatus;
}

/** The activities, as a type only: `workflows` never sees their code. */
export interface RunActivities {
  runSegment(order: SegmentOrder): Promise<SegmentResult>;
  undoRun(order: UndoOrder): Promise<UndoResult>;
  recordStatus(order: StatusOrder): Promise<void>;
}

/** Everything a step row keeps; also what the run's page shows. */
export interface StepAttempt {
  readonly number: number;
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly fault?: Fault;
}
