import { type KeyboardEvent, useState } from 'react';
import type { TreeRow, VisibleRow } from './tree-rows.js';

interface Given {
  readonly rows: readonly VisibleRow[];
  /** Prefix of the ids of the lines in the page. */
  readonly id: string;
  readonly toggle: (row: TreeRow, isOpen: boolean) => void;
  readonly pick: (row: TreeRow) => void;
}

const parentOf = (rows: readonly VisibleRow[], at: number): number => {
  const level = rows[at]?.level ?? 1;
  for (let index = at - 1; index >= 0; index -= 1) if ((rows[index]?.level ?? 0) < level) return index;
  return at;
};

/** Keys of a tree as WAI-ARIA has them: arrows, Home, End, Enter. */
export const useTreeKeys = ({ rows, id, toggle, pick }: Given) => {
  const [wanted, setActive] = useState<string>();
  const known = rows.findIndex((row) => row.id === wanted);
  const at = Math.max(known, 0);
  const row = rows[at];
  const go = (to: number): void => {
    const next = rows[Math.min(Math.max(to, 0), rows.length - 1)];
    if (next === undefined) return;
    setActive(next.id);
    document.getElementById(`${id}-${next.id}`)?.focus();
  };
  const right = (): void => {
    if (row?.hasChildren !== true) return;
    if (row.isOpen) go(at + 1);
    else toggle(row, true);
  };
  const left = (): void => {
    if (row?.isOpen === true && row.hasChildren) toggle(row, false);
    else go(parentOf(rows, at));
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => go(at + 1),
    ArrowUp: () => go(at - 1),
    ArrowRight: right,
    ArrowLeft: left,
    Home: () => go(0),
    End: () => go(rows.length - 1),
    Enter: () => row && (row.isGroup ? toggle(row, !row.isOpen) : pick(row)),
    ' ': () => row && (row.isGroup ? toggle(row, !row.isOpen) : pick(row)),
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return { active: row?.id, setActive, onKeyDown };
};
