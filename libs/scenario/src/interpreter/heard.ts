import type { RunSnapshot, StepPlace, Wake } from '@potok/contracts';
import { isPast } from './visits.js';

/** An event beyond these is harmless when it is repeated: the segment that it wakes finds no news. */
const SEEN_CAP = 500;

type HeardSnapshot = Pick<RunSnapshot, 'seen' | 'obeyed' | 'early'>;

/** What a run remembers of its signals: which it has taken, and which came before their wait was reached. */
export class Heard {
  private readonly seen: string[];
  private readonly obeyed: Set<string>;
  private early: StepPlace[];

  constructor(
    { seen, obeyed, early }: HeardSnapshot,
    private readonly engine: number,
  ) {
    this.seen = [...seen];
    this.obeyed = new Set(obeyed);
    this.early = [...early];
  }

  /**
   * Asked once for every signal. From engine 2 on commands are remembered for good: they are few, and one that is obeyed again
   * much later (its order was put off, and hundreds of events came between) would pause or skip what nobody means any more.
   */
  isFirst(wake: Wake): boolean {
    if (this.seen.includes(wake.id) || this.obeyed.has(wake.id)) return false;
    if (wake.kind === 'command' && this.engine >= 2) {
      this.obeyed.add(wake.id);
      return true;
    }
    this.seen.push(wake.id);
    if (this.seen.length > SEEN_CAP) this.seen.shift();
    return true;
  }

  keep({ node, visit }: StepPlace): void {
    if (!this.isEarly({ node, visit })) this.early.push({ node, visit });
  }

  /** Has something come for the wait that is reached now? It is handed over with the answer. */
  handOver(place: StepPlace): boolean {
    if (!this.isEarly(place)) return false;
    this.early = this.early.filter((one) => one.node !== place.node || one.visit !== place.visit);
    return true;
  }

  /** A wait that is left is never reached again: what still came to it would be kept for nobody, for ever. */
  forget({ node, visit }: StepPlace): void {
    this.early = this.early.filter((one) => one.node !== node || !isPast(one.visit, visit));
  }

  snapshot(): HeardSnapshot {
    const { seen, obeyed, early } = this;
    return { seen: [...seen], early: [...early], ...(obeyed.size === 0 ? {} : { obeyed: [...obeyed] }) };
  }

  private isEarly({ node, visit }: StepPlace): boolean {
    return this.early.some((one) => one.node === node && one.visit === visit);
  }
}
