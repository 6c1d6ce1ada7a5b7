import type { Fault, NodeId, SegmentEntry, Visit } from '@potok/contracts';
import type { StepRecord } from './step-store.js';

/** What a walk does after one node: goes on by a port, or stops for one of the reasons of SegmentResult. */
export type Move =
  | { readonly kind: 'go'; readonly port: string }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'boundary'; readonly count?: number }
  | {
      readonly kind: 'waiting';
      readonly visit: Visit;
      readonly event: string;
      readonly since: Date;
      readonly deadline?: Date;
      /** The run's own status was written with the wait. */
      readonly isTold: boolean;
    }
  | { readonly kind: 'parked'; readonly fault: Fault; readonly node: NodeId; readonly visit: Visit }
  | { readonly kind: 'undo' };

/** What an earlier attempt of this segment has already decided at this visit, if anything. */
export const settledMove = (known: StepRecord | undefined, entry: SegmentEntry): Move | undefined => {
  if (known === undefined) return undefined;
  if (known.status === 'done' || known.status === 'skipped') return { kind: 'go', port: known.port ?? 'done' };
  const isAnswered = entry.kind === 'retry' || entry.kind === 'skip';
  if (known.status !== 'faulted' || known.fault === undefined || isAnswered) return undefined;
  return { kind: 'parked', fault: known.fault, node: known.node, visit: known.visit };
};
