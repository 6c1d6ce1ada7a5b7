import { type RefObject, useEffect } from 'react';
import type { Chosen, EditorStoreApi } from '../state/editor-store.js';

const KINDS: readonly (readonly [selector: string, kind: keyof Chosen])[] = [
  ['.react-flow__node-step', 'nodes'],
  ['.react-flow__node-note', 'notes'],
  ['.react-flow__edge', 'edges'],
];

const chosenBy = (target: HTMLElement | SVGElement): Partial<Chosen> | undefined => {
  const { id } = target.dataset;
  const kind = KINDS.find(([selector]) => target.matches(selector))?.[1];
  return id === undefined || kind === undefined ? undefined : { [kind]: new Set([id]) };
};

/** What Tab comes to on the canvas is what keys act on. A click chooses by itself, with Shift also more than one. */
export const useChooseFocused = (root: RefObject<HTMLElement | null>, store: EditorStoreApi): void => {
  useEffect(() => {
    const canvas = root.current;
    const onFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement || target instanceof SVGElement) || !target.matches(':focus-visible')) return;
      const chosen = chosenBy(target);
      if (chosen !== undefined) store.getState().choose(chosen);
    };
    canvas?.addEventListener('focusin', onFocus);
    return () => canvas?.removeEventListener('focusin', onFocus);
  }, [root, store]);
};
