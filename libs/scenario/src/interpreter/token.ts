import type { NodeId, SegmentEntry, Visit } from '@potok/contracts';

/** One thread of a run: where it stands and what its next segment is to do. */
export interface Token {
  readonly id: number;
  readonly frame?: number;
  readonly scope: string;
  loop: number;
  node: NodeId;
  state: 'ready' | 'running' | 'waiting' | 'parked';
  atVisit?: Visit;
  deadlineAt?: number;
  entry: SegmentEntry;
  /** Of a launch that was called back: what is launched again keeps its number, so that the fence holds the first one off. */
  launch?: number;
}
