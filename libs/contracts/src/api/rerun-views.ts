import type { Fault } from '../node-fault.js';
import type { RunMode, RunStatus } from '../names.js';
import type { Scenario } from '../scenario.js';

/** A run that the API has started itself: a repeat, or a trial of a draft. */
export interface RunStartedView {
  readonly runId: string;
  /** The first run of its chain; itself when it repeats none. */
  readonly originRunId: string;
  readonly mode: RunMode;
  /** How often the chain was sent anew. */
  readonly again: number;
}

export interface NamedNode {
  readonly node: string;
  readonly nodeName: string;
}

/** What a run repeats: which run, from which step, and whether with new keys (sent again). */
export interface RepeatView extends NamedNode {
  readonly runId: string;
  readonly originRunId: string;
  readonly visit: string;
  readonly isSentAgain: boolean;
}

/** One run of a chain of repeats, oldest first. */
export interface ChainRunView {
  readonly runId: string;
  readonly status: RunStatus;
  readonly startedAt: string;
  /** From which step it repeats; the first run has none. */
  readonly from?: NamedNode;
  readonly isSentAgain: boolean;
}

/** Why something is refused, in words. */
export interface RefusalView {
  readonly code: string;
  readonly detail: string;
}

/** What a repeat from one step would do, said before it is done. */
export interface RerunPlanView {
  readonly from: NamedNode & { readonly visit: string };
  /** Steps whose results are taken over, in the order in which they ended. */
  readonly takenOver: readonly NamedNode[];
  /** Steps that are walked anew. `hasActed`: the chain has acted there; a repeat finds that again and acts no second time. */
  readonly repeated: readonly (NamedNode & { readonly hasActed: boolean })[];
  /** Present: it would be refused. */
  readonly rerunRefusal?: RefusalView;
  readonly againRefusal?: RefusalView;
}

/** What a run has come to, for the editor: the last values of every node. */
export interface RunDataView {
  readonly runId: string;
  readonly scenarioId: string;
  readonly versionId: string;
  readonly versionNumber: number;
  readonly mode: RunMode;
  readonly status: RunStatus;
  /** The drawing that it ran on. */
  readonly scenario: Scenario;
  /** Absent when it was too big: see `leftOut`. */
  readonly trigger?: unknown;
  /** node → output of its last visit that is done. */
  readonly steps: Readonly<Record<string, unknown>>;
  /** node → input of its last visit. */
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly fault?: NamedNode & { readonly visit: string; readonly fault: Fault; readonly detail: string };
  /** What did not fit into 2 MB, the biggest first. */
  readonly leftOut: readonly {
    readonly part: 'trigger' | 'output' | 'input';
    readonly node?: string;
    readonly sizeBytes: number;
  }[];
}
