import { NodeFault } from '@potok/contracts';

/** Trouble that a fake makes on demand, by the name of the method. */
export interface FakeTroubles<Method extends string> {
  /** Every call of the method throws this. */
  readonly faults?: Partial<Record<Method, NodeFault>>;
  /** The method never answers; only an abort ends it. */
  readonly hangs?: readonly Method[];
  /** The method acts, but its first answer is lost on the way (`unavailable`, ANSWER_LOST). */
  readonly dropsAnswerOf?: readonly Method[];
}

const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });

/** Every call of a fake goes through one door: aborts, faults, hanging and lost answers are made here. */
export class FakeDoor<Method extends string> {
  private readonly toDrop: Set<Method>;

  constructor(private readonly troubles: FakeTroubles<Method>) {
    this.toDrop = new Set(troubles.dropsAnswerOf ?? []);
  }

  /** The next call of the method acts, but its answer is lost. */
  loseNextAnswer(method: Method): void {
    this.toDrop.add(method);
  }

  async call<T>(method: Method, signal: AbortSignal, act: () => T): Promise<T> {
    signal.throwIfAborted();
    if (this.troubles.hangs?.includes(method)) return untilAborted(signal);
    const fault: NodeFault | undefined = this.troubles.faults?.[method];
    if (fault !== undefined) throw fault;
    const answer = act();
    if (this.toDrop.delete(method)) throw new NodeFault('unavailable', 'ANSWER_LOST', { facts: { method } });
    return answer;
  }
}

/** How often the world was really changed under each effect key. */
export class Touches {
  private readonly counts = new Map<string, number>();

  get all(): ReadonlyMap<string, number> {
    return this.counts;
  }
  add(key: string): void {
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }
}
