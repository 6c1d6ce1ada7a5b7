import type { NodeId, PlanStep, ServiceName, Services, Visit } from '@potok/contracts';
import type { NodeDefinition, WaitDefinition } from '@potok/node-sdk';
import type { StepStore } from './step-store.js';

/** Whose work is done. */
export interface StepPlace {
  readonly node: NodeId;
  readonly visit: Visit;
  /** Which try, counted from one. */
  readonly attempt?: number;
  readonly isUndo?: boolean;
}

/** Everything that a walk is lent: by the worker for real, by tests and dry runs with stand-ins. */
export interface Host {
  readonly store: StepStore;
  /** Throws NODE_TYPE_UNKNOWN (broken) when the registry no longer holds what an open plan names. */
  find(type: string, version: number): NodeDefinition | WaitDefinition;
  /** The client that the run's binding puts into the step's slot. Throws CONNECTION_MISSING (invalid). */
  connect(step: PlanStep): Promise<unknown>;
  services(needs: readonly ServiceName[], place: { readonly node: NodeId; readonly key: string }): Partial<Services>;
  /** Does the work of a step: what it asks of outside systems is told of this place with the step's next write. */
  inStep<T>(place: StepPlace, work: () => Promise<T>): Promise<T>;
  /** Starts another scenario's pinned plan as a run of its own, once per id; a known id is left alone. */
  startChild(order: {
    readonly runId: string;
    readonly scenarioId: string;
    readonly planHash: string;
    readonly input: unknown;
  }): Promise<void>;
  /** How a run ended; undefined while it goes on. */
  findEnd(runId: string): Promise<{ readonly status: string } | undefined>;
  now(): Date;
  newId(): string;
  /** Unguessable, for a callback's address. */
  newToken(): string;
  callbackUrl(token: string): string;
  readonly sha256: (text: string) => string;
  log(event: string, facts?: Record<string, unknown>): void;
  /** Ended when the attempt must stop: cancelled, or the worker is leaving. */
  readonly signal: AbortSignal;
}
