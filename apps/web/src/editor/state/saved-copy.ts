import type { EditorDocument } from '../document/change.js';

/** What a tab has not saved yet, kept in the browser: a killed tab or a cut line loses nothing. */
export interface SavedCopy {
  readonly document: EditorDocument;
  /** The draft that it was made from. */
  readonly baseRevision: number;
  readonly at: string;
}

const keyOf = (scenarioId: string): string => `potok.draft.${scenarioId}`;

const keepCopy = (scenarioId: string, copy: SavedCopy): void => {
  try {
    localStorage.setItem(keyOf(scenarioId), JSON.stringify(copy));
  } catch {
    // The browser's store is full or closed to us: the server's copy is all there is.
  }
};

const dropCopy = (scenarioId: string): void => {
  try {
    localStorage.removeItem(keyOf(scenarioId));
  } catch {
    // Nothing could be kept either.
  }
};

export const findCopy = (scenarioId: string): SavedCopy | undefined => {
  try {
    const text = localStorage.getItem(keyOf(scenarioId));
    return text === null ? undefined : (JSON.parse(text) as SavedCopy);
  } catch {
    return undefined;
  }
};

const EVERY_MS = 200;

/**
 * Writes a copy at once, and those that follow within a moment as one: a big drawing is not written anew with every
 * keystroke, and a tab that is killed loses a fifth of a second at most.
 */
export class CopyWriter {
  private waiting: SavedCopy | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly scenarioId: string) {}

  keep(copy: SavedCopy): void {
    this.waiting = copy;
    if (this.timer === undefined) this.writeAndRest();
  }

  /** The page goes away: now or never. */
  flush(): void {
    if (this.waiting !== undefined) keepCopy(this.scenarioId, this.waiting);
    this.waiting = undefined;
  }

  drop(): void {
    this.waiting = undefined;
    dropCopy(this.scenarioId);
  }

  private writeAndRest(): void {
    this.flush();
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (this.waiting !== undefined) this.writeAndRest();
    }, EVERY_MS);
  }
}
