import type { BlobRef, Fault, RunMode, StepAttempt, StepCall } from '@potok/contracts';

interface VisitRangeRow {
  readonly node: string;
  readonly from: string;
  readonly to: string;
}

/** What of a run is to be read with the fence. Keys of `held` are those of values that are at hand and need not be sent. */
export type WantsRow =
  | {
      readonly kind: 'segment';
      readonly seenFrom: string;
      readonly own: { readonly nodes: readonly string[]; readonly visits: readonly string[] };
      readonly outputs: readonly VisitRangeRow[];
      readonly waits: readonly VisitRangeRow[];
      readonly hasTrigger: boolean;
    }
  | { readonly kind: 'undo'; readonly calls: readonly string[] };

/** The output of a step that is done, which never changes. `output` is null when it was held, and then so is `size`. */
export interface OutputJson {
  readonly node_id: string;
  readonly visit: string;
  readonly seq: number;
  readonly port: string | null;
  readonly output: unknown;
  /** Bytes on the database's disk; null when it was held. */
  readonly size: number | null;
}

/** Rows as PostgreSQL gives them; the worker turns them into the engine's records. */
export interface RunContextRow {
  readonly fence: number;
  readonly origin_run_id: string;
  readonly again: number;
  readonly mode: RunMode;
  readonly started_at: Date;
  readonly ended_at: Date | null;
  /** Undefined where it is not wanted or is held. */
  readonly trigger: unknown;
  /** Bytes on the database's disk; null when it is not wanted or is held. */
  readonly trigger_size: number | null;
  readonly parameters: Record<string, unknown>;
  readonly slots: Record<string, string>;
  readonly steps: readonly StepJson[];
  readonly outputs: readonly OutputJson[];
  readonly waits: readonly WaitJson[];
  /** What came for the open waits and was not yet taken. */
  readonly news: readonly NewsJson[];
}

/** What came for a wait: plain data, or a file. */
export interface NewsJson {
  readonly wait_id: string;
  readonly inbox_id: string;
  readonly at: string;
  readonly body: { readonly body?: unknown; readonly file?: BlobRef };
}

export interface StepJson {
  readonly node_id: string;
  readonly visit: string;
  readonly seq: number;
  readonly status: string;
  readonly effect: string;
  readonly key: string;
  readonly input: unknown;
  readonly output: unknown;
  readonly port: string | null;
  readonly attempt: number;
  readonly attempts: readonly StepAttempt[];
  readonly fault: Fault | null;
  readonly undo_fault: Fault | null;
  readonly next_try_at: string | null;
  readonly started_at: string;
  readonly ended_at: string | null;
}

export interface WaitJson {
  readonly id: string;
  readonly node_id: string;
  readonly visit: string;
  readonly event: string;
  readonly key: string;
  readonly token: string;
  readonly status: 'open' | 'answered' | 'closed';
  readonly deadline_at: string | null;
  readonly offers: Record<string, unknown>;
  readonly facts: Record<string, unknown>;
}

export interface RunPatchJson {
  readonly status: string;
  readonly waiting: unknown;
  readonly fault: unknown;
  readonly isEnd: boolean;
}

/** So many calls of one step are kept, the last ones. */
export const CALLS_KEPT = 20;

export interface StepCallsJson {
  readonly node_id: string;
  readonly visit: string;
  readonly calls: readonly StepCall[];
}

/** Where a write belongs: the launch of a run, and who may write. */
export interface WritePlace {
  readonly runId: string;
  readonly launch: number;
  readonly fence: number;
  /** Nobody has begun this launch before: the fence is taken with the write. */
  readonly isFirst: boolean;
}

export interface ChangeRows {
  readonly steps: readonly StepJson[];
  readonly openWaits: readonly WaitJson[];
  readonly closeWaits: readonly { readonly id: string; readonly status: string }[];
  readonly calls: readonly StepCallsJson[];
  readonly run: RunPatchJson | undefined;
  /** The wait whose news are answered with the write. When there are any, the run is not told to wait. */
  readonly hear: string | undefined;
}
