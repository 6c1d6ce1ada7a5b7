import type { Plan } from '../engine/plan.js';
import type { Binding, Scenario } from '../scenario.js';

/** Trying a drawing without acting: what the editor sends and is answered. See apps/worker/src/trying. */

/** A saved set of data: what the trigger gave and what steps gave. A wait's output may carry `$port`: the way out that it is left by. */
export interface SampleData {
  readonly trigger: unknown;
  readonly steps: Readonly<Record<string, unknown>>;
}
export interface SampleView {
  readonly id: string;
  readonly name: string;
  readonly source: 'manual' | 'run' | 'delivery' | 'template';
  readonly updatedAt: string;
  /** Who saved it last. */
  readonly by: string;
  readonly data: SampleData;
}

/** A try of a draft, saved or not. Without `only` and `upTo` it goes to the end. */
export interface TryOrder {
  readonly draft: Scenario;
  readonly binding: Binding;
  /** `main`, or the id of a compensation path. */
  readonly graph: string;
  readonly data: SampleData;
  /** Nodes that are answered from `data.steps` and not run. */
  readonly pinned?: readonly string[];
  /** This step alone, over the given data. */
  readonly only?: string;
  /** From the start to this step, which is run too. */
  readonly upTo?: string;
  /** By which port a wait, a decision, or a step that is answered by an example, is left. */
  readonly ports?: Readonly<Record<string, string>>;
}

/** A file that a step has built; `text` when it can be read as text. */
export interface TriedFile {
  readonly name: string;
  readonly contentType: string;
  readonly text?: string;
}
/** A reading call that was really made. */
export interface TriedCall {
  readonly method: string;
  readonly url: string;
  readonly status?: number;
}
/** What the API hands to the worker: `steps` of the plan that is walked, and an example's output for each node that has one. */
export interface TryWork {
  readonly plan: Plan;
  readonly binding: Binding;
  readonly data: SampleData;
  readonly pinned: readonly string[];
  readonly only?: string;
  readonly upTo?: string;
  readonly ports: Readonly<Record<string, string>>;
  readonly examples: Readonly<Record<string, readonly unknown[]>>;
  /** What a wait offers to other steps, by node. */
  readonly offers: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
/** Why a step was not run: it would change something outside; its slot is empty; it works on a document that is not there; it waits; it calls. */
export type TriedWhy = 'acting' | 'no-connection' | 'no-document' | 'wait' | 'call';
export interface TriedStepView {
  readonly node: string;
  readonly visit: string;
  readonly status: 'done' | 'failed' | 'skipped';
  /** `work`: it really ran; `pin` and `sample`: from the given data (of a decision: the branch that was chosen for it); `example`: from the node's own example. */
  readonly answeredBy: 'work' | 'pin' | 'example' | 'sample';
  readonly why?: TriedWhy;
  /** What of its surroundings was made up, because the workspace has none. */
  readonly standIns?: readonly ('organization' | 'operator')[];
  readonly input: unknown;
  readonly output: unknown;
  readonly port?: string;
  readonly fault?: {
    readonly code: string;
    readonly detail: string;
    /** JSON pointer in the node's params, where the fault is of one. */
    readonly field?: string;
    readonly facts: Readonly<Record<string, unknown>>;
  };
  readonly durationMs: number;
  readonly files?: readonly TriedFile[];
  readonly calls?: readonly TriedCall[];
  /** Of a for-each: how many items there are, and how many were walked. */
  readonly items?: { readonly all: number; readonly walked: number };
}
export interface TriedView {
  readonly steps: readonly TriedStepView[];
  /** `stopped`: at the step that was asked for; `limit`: too many steps or too long. */
  readonly ended: 'done' | 'stopped' | 'failed' | 'limit';
  /** The node at which it ended. */
  readonly at?: string;
}

/** An address that keeps what comes and starts nothing; it is gone after an hour. */
export interface TestAddressView {
  readonly url: string;
  readonly expiresAt: string;
}
/** A call that came to the scenario's hook, or to its test address. */
export interface HeardView {
  readonly id: string;
  readonly receivedAt: string;
  readonly isTest: boolean;
  readonly contentType: string;
  readonly body: unknown;
}
