import { type RefObject, useEffect } from 'react';
import { useCoach } from '../../coach/use-coach.js';
import type { Command } from '../document/command.js';
import type { EditorStoreApi } from '../state/editor-store.js';

/** By then the canvas shows what is chosen. */
const SHOWN_MS = 50;

const JOINING: ReadonlySet<Command['kind']> = new Set(['link', 'relink', 'splice']);

const joins = (command: Command): boolean =>
  JOINING.has(command.kind) ||
  (command.kind === 'add-node' && (command.from !== undefined || command.edge !== undefined));

/** Hints of drawing stand beside the chosen step; that steps were joined is told, however it was done. */
export const useDrawingHints = (root: RefObject<HTMLElement | null>, store: EditorStoreApi): void => {
  const { did, may } = useCoach();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stand = (): void => {
      const step = root.current?.querySelector('.react-flow__node-step.selected') ?? null;
      may('connect', step);
      may('open-node', step);
    };
    const leave = store.subscribe((now, before) => {
      const { past } = now.history;
      const last = past.length > before.history.past.length ? past.at(-1) : undefined;
      if (last !== undefined && joins(last.command)) did('connected');
      if (now.chosen === before.chosen) return;
      clearTimeout(timer);
      timer = setTimeout(stand, SHOWN_MS);
    });
    return () => {
      leave();
      clearTimeout(timer);
      may('connect', null);
      may('open-node', null);
    };
  }, [root, store, did, may]);
};
