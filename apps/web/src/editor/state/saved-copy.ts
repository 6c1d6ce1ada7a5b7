import type { EditorDocument } from '../document/change.js';

/** What a tab has not saved yet, kept in the browser: a killed tab or a cut line loses nothing. */
export interface SavedCopy {
  readonly document: EditorDocument;
  /** The draft that it was made from, and its number: what each side has changed is told against it. */
  readonly base: EditorDocument;
  readonly baseRevision: number;
  readonly at: string;
}

/** Whose copy: tabs of one browser do not write over each other. */
export interface CopyOwner {
  readonly scenarioId: string;
  readonly tab: string;
}

const allOf = (scenarioId: string): string => `potok.draft.${scenarioId}.`;
const keyOf = ({ scenarioId, tab }: CopyOwner): string => `${allOf(scenarioId)}${tab}`;

const keepCopy = (owner: CopyOwner, copy: SavedCopy): boolean => {
  try {
    localStorage.setItem(keyOf(owner), JSON.stringify(copy));
    return true;
  } catch {
    return false;
  }
};

export const dropCopy = (owner: CopyOwner): void => {
  try {
    localStorage.removeItem(keyOf(owner));
  } catch {
    // Nothing could be kept either.
  }
};

const readCopy = (owner: CopyOwner): SavedCopy | undefined => {
  try {
    const text = localStorage.getItem(keyOf(owner));
    return text === null ? undefined : (JSON.parse(text) as SavedCopy);
  } catch {
    return undefined;
  }
};

const listOwners = (scenarioId: string): readonly CopyOwner[] => {
  try {
    const prefix = allOf(scenarioId);
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => ({ scenarioId, tab: key.slice(prefix.length) }));
  } catch {
    return [];
  }
};

export interface LeftCopy {
  readonly owner: CopyOwner;
  readonly copy: SavedCopy;
}

/** The newest copy among those of the tabs that `isLeft` names. */
export const findLeftCopy = (scenarioId: string, isLeft: (tab: string) => boolean): LeftCopy | undefined =>
  listOwners(scenarioId)
    .filter(({ tab }) => isLeft(tab))
    .flatMap((owner) => {
      const copy = readCopy(owner);
      return copy === undefined ? [] : [{ owner, copy }];
    })
    .sort((a, b) => b.copy.at.localeCompare(a.copy.at))[0];

const AT_LATEST_MS = 200;
/** The longer a copy takes to write, the longer it rests: writing takes a tenth of the time at most. */
const RESTS = 10;

/**
 * Writes a copy at once, and those that come before it has rested as one: a big drawing is not written anew with every
 * keystroke, and a tab that is killed loses a fifth of a second at most; of a drawing of usual size, a few milliseconds.
 */
export class CopyWriter {
  private waiting: SavedCopy | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private wasKept = true;

  constructor(private readonly owner: CopyOwner) {}

  /** `false` when the browser's store is full or closed to us. */
  get isKept(): boolean {
    return this.wasKept;
  }

  keep(copy: SavedCopy): void {
    this.waiting = copy;
    if (this.timer === undefined) this.writeAndRest();
  }

  /** The page goes away: now or never. */
  flush(): void {
    if (this.waiting !== undefined) this.wasKept = keepCopy(this.owner, this.waiting);
    this.waiting = undefined;
  }

  drop(): void {
    this.waiting = undefined;
    dropCopy(this.owner);
  }

  private writeAndRest(): void {
    const from = performance.now();
    this.flush();
    const restMs = Math.min(AT_LATEST_MS, (performance.now() - from) * RESTS);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (this.waiting !== undefined) this.writeAndRest();
    }, restMs);
  }
}
