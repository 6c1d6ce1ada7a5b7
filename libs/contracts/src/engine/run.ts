import type { Fault } from '../node-fault.js';
import type { NodeId, RunId, Sha256, WorkspaceId } from '../ids.js';
import type { RunCommandKind, RunEndStatus, RunMode, RunStatus } from '../names.js';
import type { Skeleton } from './plan.js';

/**
 * A visit's place, from the outside in: a loop count, then for each for-each or branch that it lies in the item's index
 * (`3`) or the branch's (`~1`) and again a loop count. `0` is the first pass of the main graph, `0/3/0` item 3 of a
 * for-each, `1/~0/0` the first branch of a fork in the second pass. Fixed by position, never by order of completion.
 */
export type Visit = string;

/** One visit of one node. */
export interface StepPlace {
  readonly node: NodeId;
  readonly visit: Visit;
}

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
  /** The length of history from which the run goes on in a fresh one; absent, it is the interpreter's own. */
  readonly rollAt?: number;
  /** Where a run begins that goes over another's steps again; absent, at the entry. What lies before is in its rows. */
  readonly begin?: StepPlace;
  /** Set by continue-as-new. */
  readonly resume?: RunSnapshot;
}

/** Everything the interpreter must carry through continue-as-new. Plain JSON. */
export interface RunSnapshot {
  readonly tokens: readonly TokenSnapshot[];
  readonly frames: readonly FrameSnapshot[];
  readonly seen: readonly string[];
  /** Events that came before their wait was reached. */
  readonly early: readonly StepPlace[];
  /** Ids of all commands that were obeyed; `seen` holds only the last ids. */
  readonly obeyed?: readonly string[];
  readonly isPaused: boolean;
  readonly undo?: {
    readonly as: 'undone' | 'cancelled';
    readonly failedAt?: StepPlace;
    /** It waits until called runs have ended. */
    readonly isWaiting?: true;
  };
  readonly launches: number;
  readonly nextId: number;
}

export interface TokenSnapshot {
  readonly id: number;
  readonly frame?: number;
  /** The visit without its last loop count; '' in the main graph. */
  readonly scope: string;
  readonly loop: number;
  readonly node: NodeId;
  readonly state: 'ready' | 'waiting' | 'parked';
  /** Visit under which the wait (or the parked step) is recorded; differs from the token's own when it was opened earlier. */
  readonly atVisit?: Visit;
  readonly deadlineAt?: number;
  readonly entry: SegmentEntry;
}

/** A fork or a for-each that has tokens inside. It stands for one token of its parent. */
export interface FrameSnapshot {
  readonly id: number;
  readonly kind: 'fork' | 'each';
  readonly node: NodeId;
  readonly frame?: number;
  readonly scope: string;
  readonly loop: number;
  /** Tokens (and inner frames) alive inside. */
  readonly live: number;
  /** Fork: who has come to which join. */
  readonly join?: { readonly node: NodeId; readonly arrived: number };
  readonly isReleased: boolean;
  /** For-each: how many items there are, and the next to start. */
  readonly count: number;
  readonly next: number;
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
  /** Visit of every node that this segment walks. */
  readonly visit: Visit;
  /** Where the wait or parked step of `from` is recorded, when that differs. */
  readonly atVisit?: Visit;
  readonly entry: SegmentEntry;
  /** Number of this launch in the run; names the fence row. */
  readonly launch: number;
  /** No other token is alive: the segment may write the run's own status with its last step. */
  readonly isAlone: boolean;
  /** The first try has put the segment off for so long. */
  readonly delayMs?: number;
}

/** A first try that is not through: the segment goes on as an activity of its own, no sooner than after `delayMs`. */
export interface SegmentGoesOn {
  readonly kind: 'goes-on';
  readonly delayMs: number;
}

/** Why a segment stopped walking. `visit` is that of the node in `at`. */
export type SegmentResult =
  | { readonly kind: 'ended'; readonly at: NodeId; readonly hasSettledRun: boolean }
  | { readonly kind: 'stopped'; readonly at: NodeId; readonly hasSettledRun: boolean }
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
  /** The status with which the run ends when all is undone. */
  readonly as: 'undone' | 'cancelled';
  /** A step whose failed undo a person has decided to pass over. */
  readonly passOver?: StepPlace;
  /** A step whose failed undo a person has told to try again; a called run is told the same. */
  readonly again?: StepPlace;
}
/**
 * `failed`: the run needs a person; both causes stand in the step's row. `waiting`: called runs were told to stop, and their
 * end wakes this run.
 */
export type UndoResult =
  | { readonly kind: 'undone' }
  | { readonly kind: 'failed'; readonly at: NodeId; readonly visit: Visit }
  | { readonly kind: 'waiting' };

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
  /** The first try, inside the workflow task: answers within seconds, and never fails by itself. */
  trySegment(order: SegmentOrder): Promise<SegmentResult | SegmentGoesOn>;
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
