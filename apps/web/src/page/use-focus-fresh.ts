import { type RefObject, useEffect, useRef } from 'react';

/** The first thing in a part that is written into; a button where nothing is. */
export const firstFieldIn = (part: Element | null | undefined): HTMLElement | null =>
  part?.querySelector<HTMLElement>('input, textarea, .cm-content') ?? part?.querySelector('button') ?? null;

interface FocusFresh<E> {
  readonly root: RefObject<E | null>;
  /** Said by who puts it there, before it is drawn. */
  readonly expect: () => void;
}

/** What a button puts on the page gets the keyboard: it would stay behind on the button, or be lost with it. */
export const useFocusFresh = <E extends Element>(find: (root: E) => HTMLElement | null): FocusFresh<E> => {
  const root = useRef<E>(null);
  const isAwaited = useRef(false);
  useEffect(() => {
    if (!isAwaited.current || root.current === null) return;
    isAwaited.current = false;
    const found = find(root.current);
    found?.focus();
    if (found instanceof HTMLInputElement) found.select();
  });
  return {
    root,
    expect: () => {
      isAwaited.current = true;
    },
  };
};
