import type { Finding } from '@potok/contracts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { graphOf, MAIN } from '../../canvas/graph.js';
import type { Change, EditorDocument } from '../document/change.js';
import type { Command } from '../document/command.js';
import { type History, newHistory, perform, redo, undo } from '../document/history.js';
import { exitsOf, type Kit } from '../document/kit.js';
import { type Badge, badgesOf } from './badges.js';
import type { TriedMark } from './tried-mark.js';

/** What is looked at; never part of the history. */
export interface Chosen {
  readonly nodes: ReadonlySet<string>;
  readonly notes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

export interface EditorState {
  readonly history: History;
  readonly graph: string;
  readonly chosen: Chosen;
  /** The step whose panel is open, and the field to begin with. */
  readonly open: { readonly node: string; readonly field?: string } | undefined;
  readonly findings: readonly Finding[];
  /** The compiler has not answered about the newest drawing yet. */
  readonly isChecking: boolean;
  /** Of the findings, by step. */
  readonly badges: ReadonlyMap<string, Badge>;
  /** Exits that lead nowhere yet, by step; joined by line ends. */
  readonly openExits: ReadonlyMap<string, string>;
  /** How the last try of each step stands. */
  readonly tried: ReadonlyMap<string, TriedMark>;
  /** Somebody else edits, or the drawing belongs to a version: nothing can be changed. */
  readonly isReadOnly: boolean;
}

export interface EditorActs {
  /** Does a command as one act of undo; what follows with the same `mergeKey` without a pause belongs to it. */
  readonly act: (command: Command, mergeKey?: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly choose: (chosen: Partial<Chosen>) => void;
  readonly show: (graph: string) => void;
  readonly openNode: (node: string | undefined, field?: string) => void;
  readonly find: (findings: readonly Finding[]) => void;
  readonly check: (isChecking: boolean) => void;
  readonly mark: (tried: ReadonlyMap<string, TriedMark>) => void;
  readonly lock: (isReadOnly: boolean) => void;
  /** Another document takes the place of this one: of the server, while nothing here is unsaved. */
  readonly load: (document: EditorDocument) => void;
}

export interface EditorStore extends EditorState, EditorActs {
  readonly kit: Kit;
}
export type EditorStoreApi = StoreApi<EditorStore>;

export const nothingChosen: Chosen = { nodes: new Set(), notes: new Set(), edges: new Set() };

const openExitsOf = ({ scenario }: EditorDocument, graph: string, kit: Kit): ReadonlyMap<string, string> => {
  const { nodes, edges } = graphOf(scenario, graph);
  const wired = new Set(edges.map(({ from }) => `${from.node}\n${from.port}`));
  return new Map(
    nodes.map((node) => [
      node.id,
      exitsOf(node, kit)
        .filter((port) => !wired.has(`${node.id}\n${port}`))
        .join('\n'),
    ]),
  );
};

const idOf = (item: object): string => String((item as { readonly id?: unknown }).id);

/** Undo shows what it has changed: the elements that are there again or have another shape. */
const touched = (changes: readonly Change[], { scenario }: EditorDocument, graph: string): Chosen => {
  const ids = new Set(
    changes.flatMap((change) => {
      if (change.kind === 'scenario' || change.kind === 'binding') return [];
      return [idOf(change.kind === 'swap' ? change.after : change.item)];
    }),
  );
  const drawn = graphOf(scenario, graph);
  const there = (list: readonly { readonly id: string }[]) =>
    new Set(list.map(({ id }) => id).filter((id) => ids.has(id)));
  return { nodes: there(drawn.nodes), notes: there(scenario.notes ?? []), edges: new Set() };
};

/** What is gone cannot stay chosen, nor its panel open. */
const settled = (state: EditorState): Pick<EditorState, 'chosen' | 'open' | 'graph'> => {
  const { scenario } = state.history.document;
  const isGraph = state.graph === MAIN || (scenario.paths ?? []).some(({ id }) => id === state.graph);
  const graph = isGraph ? state.graph : MAIN;
  const drawn = graphOf(scenario, graph);
  const kept = (ids: ReadonlySet<string>, list: readonly { readonly id: string }[]): ReadonlySet<string> => {
    const there = new Set(list.map(({ id }) => id));
    return [...ids].every((id) => there.has(id)) ? ids : new Set([...ids].filter((id) => there.has(id)));
  };
  const { open } = state;
  return {
    graph,
    chosen: {
      nodes: kept(state.chosen.nodes, drawn.nodes),
      notes: kept(state.chosen.notes, scenario.notes ?? []),
      edges: kept(state.chosen.edges, drawn.edges),
    },
    open: open !== undefined && drawn.nodes.some(({ id }) => id === open.node) ? open : undefined,
  };
};

interface Given {
  readonly document: EditorDocument;
  readonly kit: Kit;
  readonly now: () => number;
  readonly isReadOnly?: boolean;
}

/** The editor's state: one document, its history, and what is looked at. */
export const createEditorStore = ({ document, kit, now, isReadOnly = false }: Given): EditorStoreApi =>
  createStore<EditorStore>()((set, get) => {
    const come = (history: History, changes?: readonly Change[]): void => {
      const state = { ...get(), history };
      const chosen = changes === undefined ? state.chosen : touched(changes, history.document, state.graph);
      const next = settled({ ...state, chosen });
      set({ history, ...next, openExits: openExitsOf(history.document, next.graph, kit) });
    };
    return {
      kit,
      history: newHistory(document),
      graph: MAIN,
      chosen: nothingChosen,
      open: undefined,
      findings: [],
      isChecking: true,
      badges: new Map(),
      tried: new Map(),
      openExits: openExitsOf(document, MAIN, kit),
      isReadOnly,
      act: (command, mergeKey) => {
        const { history, isReadOnly: isLocked } = get();
        if (isLocked) return;
        const after = perform(history, command, { kit, at: now(), mergeKey });
        if (after !== history) come(after);
      },
      undo: () => {
        const { history, isReadOnly: isLocked } = get();
        const entry = history.past.at(-1);
        if (entry !== undefined && !isLocked) come(undo(history), entry.changes);
      },
      redo: () => {
        const { history, isReadOnly: isLocked } = get();
        const entry = history.future[0];
        if (entry !== undefined && !isLocked) come(redo(history), entry.changes);
      },
      choose: (chosen) => set({ chosen: { ...nothingChosen, ...chosen } }),
      show: (graph) =>
        set({
          graph,
          chosen: nothingChosen,
          open: undefined,
          openExits: openExitsOf(get().history.document, graph, kit),
        }),
      openNode: (node, field) =>
        set({ open: node === undefined ? undefined : { node, ...(field === undefined ? {} : { field }) } }),
      find: (findings) => set({ findings, badges: badgesOf(findings) }),
      check: (isChecking) => set({ isChecking }),
      mark: (tried) => set({ tried }),
      lock: (isLocked) => set({ isReadOnly: isLocked }),
      load: (fresh) => come(newHistory(fresh)),
    };
  });
