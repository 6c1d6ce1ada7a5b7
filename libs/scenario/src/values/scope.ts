import type { NodeId, RunMode } from '@potok/contracts';
import { toCel } from '../cel/json-values.js';

/** What expressions and templates of a step see. All values are plain JSON. */
export interface Scope {
  /** Output of the trigger. */
  readonly trigger: unknown;
  /** Outputs of steps done so far, by node id. */
  readonly steps: Readonly<Record<NodeId, unknown>>;
  /** Parameters of the binding. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly run: { readonly id: string; readonly startedAt: string; readonly mode: RunMode };
  /** What open waits offer, by node id, e.g. the callback's `url`. */
  readonly waits: Readonly<Record<NodeId, unknown>>;
  /** Inside the body of a for-each. */
  readonly item?: unknown;
  readonly itemIndex?: number;
  /** The engine's clock. */
  readonly now: Date;
  /** Of the organization; default Europe/Moscow. */
  readonly timeZone?: string;
}

export const DEFAULT_TIME_ZONE = 'Europe/Moscow';
export const SCOPE_NAMES = ['trigger', 'steps', 'params', 'run', 'waits', 'item', 'itemIndex'] as const;
export type ScopeName = (typeof SCOPE_NAMES)[number];

/** An object whose fields are turned into CEL only when an expression asks for them. */
const lazily = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const lazy: Record<string, unknown> = {};
  for (const key of Object.keys(fields)) {
    Object.defineProperty(lazy, key, { enumerable: true, get: () => toCel(fields[key]) });
  }
  return lazy;
};

/** The scope's names as CEL values. */
export const namesOf = (scope: Scope): Record<string, unknown> => ({
  trigger: toCel(scope.trigger),
  steps: lazily(scope.steps),
  params: lazily(scope.params),
  run: toCel(scope.run),
  waits: lazily(scope.waits),
  ...(scope.item === undefined ? {} : { item: toCel(scope.item) }),
  ...(scope.itemIndex === undefined ? {} : { itemIndex: BigInt(scope.itemIndex) }),
});
