import type { JsonSchema } from '../json.js';
import type { Effect, OnFault } from '../names.js';
import type { NodeId, Sha256 } from '../ids.js';
import type { GatewayName, RetryPolicy } from '../scenario.js';

/**
 * A scenario version checked, ordered and compiled. Named by the sha256 of its canonical JSON. Holds neither
 * connections nor parameter values, so one plan has one hash at every client.
 *
 * Two parts: the skeleton alone enters the workflow; the steps are read by hash in the activity.
 */
export interface Plan {
  readonly planFormat: number;
  readonly skeleton: Skeleton;
  readonly steps: PlanSteps;
}

export interface Skeleton {
  readonly main: SkeletonGraph;
  readonly paths: readonly SkeletonPath[];
  /** Sub-scenarios, pinned at publish: the `flow.call` node → the hash of the plan it starts. */
  readonly calls: Readonly<Record<NodeId, Sha256>>;
}

export interface SkeletonPath {
  readonly id: string;
  readonly kind: 'annul' | 'correct';
  /** The node whose document the path annuls or corrects. */
  readonly ofNode: NodeId;
  readonly graph: SkeletonGraph;
}

/** What the interpreter needs of a graph: arrays only, so that order never depends on object keys. */
export interface SkeletonGraph {
  readonly entry: NodeId;
  readonly nodes: readonly SkeletonNode[];
  readonly edges: readonly SkeletonEdge[];
}

/**
 * `step`: a node of the registry, or a decision, walked inside a segment. `wait`: opened by the segment that reaches
 * it, parks the token. `fork`, `join`, `each`, `call`, `stop`: the interpreter's own.
 */
export type SkeletonNode =
  | { readonly id: NodeId; readonly kind: 'step' | 'wait' | 'stop' | 'call' }
  | { readonly id: NodeId; readonly kind: 'fork'; readonly branches: readonly string[] }
  | {
      readonly id: NodeId;
      readonly kind: 'join';
      readonly mode: JoinMode;
      readonly need: number;
      readonly arms: number;
    }
  | { readonly id: NodeId; readonly kind: 'each'; readonly window: number };

export type JoinMode = 'all' | 'any' | 'some';

export interface SkeletonEdge {
  readonly from: NodeId;
  readonly port: string;
  readonly to: NodeId;
}

export interface PlanSteps {
  readonly trigger: {
    readonly node: NodeId;
    readonly type: string;
    readonly typeVersion: number;
    /** Whose connection reads what the event points to. */
    readonly slot?: string;
    readonly params: unknown;
    readonly output: JsonSchema;
  };
  readonly nodes: Readonly<Record<NodeId, PlanStep>>;
  readonly slots: readonly { readonly id: string; readonly gateway: GatewayName | 'http'; readonly system?: string }[];
  readonly parameters: readonly {
    readonly id: string;
    readonly schema: JsonSchema;
    readonly isRequired: boolean;
    readonly default?: unknown;
  }[];
}

/** One node as the segment walker executes it. */
export interface PlanStep {
  readonly id: NodeId;
  readonly type: string;
  readonly typeVersion: number;
  readonly name: string;
  /** Parameter values with `$cel`, `$tpl`, `$each` inside, checked at publish. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly slot?: string;
  readonly effect: Effect;
  readonly isWait: boolean;
  readonly retry: RetryPolicy;
  readonly timeoutMs: number;
  readonly onFault: OnFault;
  readonly isSkipped: boolean;
  /** Waits that this step's segment must open before this step, because it refers to their key or URL. */
  readonly opensBefore: readonly NodeId[];
}
