import { type CoachAct, type CoachMark, type CoachMarkId, coachMarks } from './marks.js';

/** Where it is kept which hints a person has had. */
export interface CoachMemory {
  read(): readonly string[];
  write(seen: readonly string[]): void;
}

export interface ShownMark {
  readonly mark: CoachMark;
  readonly anchor: Element;
}

/** Which hint is shown now: one at a time, each kind once for a person, only beside something that is on the page. */
export class CoachStore {
  private readonly acts = new Set<CoachAct>();
  private readonly anchors = new Map<CoachMarkId, Element>();
  private readonly listeners = new Set<() => void>();
  private seen: ReadonlySet<string>;
  private now: ShownMark | undefined;

  constructor(private readonly memory: CoachMemory) {
    this.seen = new Set(memory.read());
  }

  /** A person did this: hints that wait for it become due, the hint that asks for it is over. */
  did = (act: CoachAct): void => {
    this.acts.add(act);
    const over = coachMarks.filter(({ until }) => until === act).map(({ id }) => id);
    if (over.some((id) => !this.seen.has(id))) this.forget(over);
    this.settle();
  };

  /** A hint may stand beside this element; without one it may not stand anywhere. */
  may = (mark: CoachMarkId, anchor: Element | null): void => {
    if (anchor === null) this.anchors.delete(mark);
    else this.anchors.set(mark, anchor);
    this.settle();
  };

  /** The person has read it. */
  close = (): void => {
    if (this.now === undefined) return;
    this.forget([this.now.mark.id]);
    this.settle();
  };

  current = (): ShownMark | undefined => this.now;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private forget(marks: readonly string[]): void {
    this.seen = new Set([...this.seen, ...marks]);
    this.memory.write([...this.seen]);
  }

  private find(): ShownMark | undefined {
    for (const mark of coachMarks) {
      const anchor = this.anchors.get(mark.id);
      if (anchor !== undefined && this.acts.has(mark.after) && !this.seen.has(mark.id)) return { mark, anchor };
    }
    return undefined;
  }

  private settle(): void {
    const next = this.find();
    if (next?.mark === this.now?.mark && next?.anchor === this.now?.anchor) return;
    this.now = next;
    for (const listener of this.listeners) listener();
  }
}

const listOf = (text: string | null): readonly string[] => {
  try {
    const value = JSON.parse(text ?? '[]') as unknown;
    return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
  } catch {
    return [];
  }
};

/** In the browser, for this person; where it may not keep anything, hints come again next time. */
export const browserMemory = (person: string): CoachMemory => {
  const key = `potok.coach.${person}`;
  return {
    read: () => {
      try {
        return listOf(localStorage.getItem(key));
      } catch {
        return [];
      }
    },
    write: (seen) => {
      try {
        localStorage.setItem(key, JSON.stringify(seen));
      } catch {
        // A full or forbidden storage: the hint is still over for this page.
      }
    },
  };
};
