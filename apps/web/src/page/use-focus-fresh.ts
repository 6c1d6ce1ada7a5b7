import { type RefObject, useLayoutEffect, useRef } from 'react';

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
  /** What was there when it was expected: the page may be drawn once more before the new one comes. */
  const awaited = useRef<{ readonly old: HTMLElement | null }>(undefined);
  useLayoutEffect(() => {
    const { current: part } = root;
    if (awaited.current === undefined || part === null) return;
    const found = find(part);
    if (found === null || found === awaited.current.old) return;
    awaited.current = undefined;
    found.focus();
    if (found instanceof HTMLInputElement) found.select();
  });
  return {
    root,
    expect: () => {
      awaited.current = { old: root.current === null ? null : find(root.current) };
    },
  };
};
