import { applyChanges, type Change, type EditorDocument, inverseOf } from './change.js';
import { changesOf, type Command } from './command.js';
import type { Kit } from './kit.js';

/** One act of a person, as undo shows it. */
export interface Entry {
  readonly command: Command;
  readonly changes: readonly Change[];
  /** Acts with the same key that follow one another without a pause are one entry. */
  readonly mergeKey?: string;
  readonly at: number;
}

export interface History {
  readonly document: EditorDocument;
  readonly past: readonly Entry[];
  readonly future: readonly Entry[];
}

/** A pause that ends an entry: what is typed later is another act. */
const PAUSE_MS = 800;
const MOST_ENTRIES = 1000;

export const newHistory = (document: EditorDocument): History => ({ document, past: [], future: [] });

interface Doing {
  readonly kit: Kit;
  readonly at: number;
  readonly mergeKey?: string | undefined;
}

const isPlaceOf = (a: Change, b: Change): boolean =>
  a.kind === 'swap' && b.kind === 'swap' && a.at === b.at && JSON.stringify(a.list) === JSON.stringify(b.list);

/** Two changes of one element in a row are one: a thousand keystrokes keep two states, not a thousand. */
const squeezed = (before: readonly Change[], after: readonly Change[]): readonly Change[] => {
  const [last, first] = [before.at(-1), after[0]];
  if (before.length !== 1 || after.length !== 1 || last === undefined || first === undefined)
    return [...before, ...after];
  if (isPlaceOf(last, first)) return [{ ...last, after: (first as { after: unknown }).after } as Change];
  if (last.kind === first.kind && (last.kind === 'binding' || last.kind === 'scenario'))
    return [{ ...last, after: (first as { after: unknown }).after } as Change];
  return [...before, ...after];
};

const mergedInto = (last: Entry | undefined, { at, mergeKey }: Doing): last is Entry =>
  last !== undefined && mergeKey !== undefined && last.mergeKey === mergeKey && at - last.at <= PAUSE_MS;

/** Does a command and remembers how to take it back; a command that changes nothing leaves no entry. */
export const perform = (history: History, command: Command, doing: Doing): History => {
  const changes = changesOf(history.document, command, doing.kit);
  if (changes.length === 0) return history;
  const document = applyChanges(history.document, changes);
  const last = history.past.at(-1);
  const { at, mergeKey } = doing;
  const fresh: Entry = { command, changes, at, ...(mergeKey === undefined ? {} : { mergeKey }) };
  const past = mergedInto(last, doing)
    ? [...history.past.slice(0, -1), { ...fresh, changes: squeezed(last.changes, changes) }]
    : [...history.past.slice(1 - MOST_ENTRIES), fresh];
  return { document, past, future: [] };
};

export const undo = ({ document, past, future }: History): History => {
  const entry = past.at(-1);
  if (entry === undefined) return { document, past, future };
  return {
    document: applyChanges(document, inverseOf(entry.changes)),
    past: past.slice(0, -1),
    future: [entry, ...future],
  };
};

export const redo = ({ document, past, future }: History): History => {
  const [entry, ...rest] = future;
  if (entry === undefined) return { document, past, future };
  return { document: applyChanges(document, entry.changes), past: [...past, entry], future: rest };
};
