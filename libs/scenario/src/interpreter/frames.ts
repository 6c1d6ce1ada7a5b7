import type { FrameSnapshot, NodeId } from '@potok/contracts';

/** A fork or for-each with tokens inside; see FrameSnapshot. `isSealed`: all that start at once have started. */
export interface Frame {
  readonly id: number;
  readonly kind: 'fork' | 'each';
  readonly node: NodeId;
  readonly frame?: number;
  readonly scope: string;
  readonly loop: number;
  readonly count: number;
  live: number;
  next: number;
  join?: { readonly node: NodeId; readonly arrived: number };
  isReleased: boolean;
  isSealed: boolean;
}

/** The open frames of a run. */
export class Frames {
  private readonly open_ = new Map<number, Frame>();

  constructor(snapshots: readonly FrameSnapshot[]) {
    for (const frame of snapshots) this.open_.set(frame.id, { ...frame, isSealed: true });
  }

  open(frame: Pick<Frame, 'id' | 'kind' | 'node' | 'scope' | 'loop' | 'count'> & { readonly frame?: number }): Frame {
    const opened: Frame = { ...frame, live: 0, next: 0, isReleased: false, isSealed: false };
    this.open_.set(opened.id, opened);
    return opened;
  }
  seal(frame: Frame) {
    frame.isSealed = true;
  }
  get(id: number) {
    return this.open_.get(id);
  }
  has(id: number) {
    return this.open_.has(id);
  }
  delete(id: number) {
    this.open_.delete(id);
  }
  get isEmpty() {
    return this.open_.size === 0;
  }
  snapshot(): FrameSnapshot[] {
    return [...this.open_.values()].map(({ isSealed: _, ...frame }) => frame);
  }
}
