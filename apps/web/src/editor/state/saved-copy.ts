import type { EditorDocument } from '../document/change.js';

/** What a tab has not saved yet, kept in the browser: a killed tab or a cut line loses nothing. */
export interface SavedCopy {
  readonly document: EditorDocument;
  /** The draft that it was made from. */
  readonly baseRevision: number;
  readonly at: string;
}

const keyOf = (scenarioId: string): string => `potok.draft.${scenarioId}`;

export const keepCopy = (scenarioId: string, copy: SavedCopy): boolean => {
  try {
    localStorage.setItem(keyOf(scenarioId), JSON.stringify(copy));
    return true;
  } catch {
    // The browser's store is full or closed to us: the server's copy is all there is.
    return false;
  }
};

export const dropCopy = (scenarioId: string): void => {
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
