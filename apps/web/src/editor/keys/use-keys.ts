import { type RefObject, useEffect } from 'react';
import type { ActContext } from '../acts/act-context.js';
import { acts, isReady } from '../acts/registry.js';
import { comboOf, isOver, isTyping } from './key-combo.js';

const byCombo = new Map(acts.flatMap((act) => act.keys.map((keys) => [keys, act] as const)));
/** Single letters work on the canvas only; these everywhere on the page. */
const EVERYWHERE: ReadonlySet<string> = new Set([
  'ctrl+s',
  'ctrl+z',
  'ctrl+shift+z',
  'ctrl+y',
  'ctrl+enter',
  'ctrl+f',
  'f6',
]);
/** Means nothing to a field: it leads out of one. */
const isLeading = (combo: string): boolean => combo === 'f6';

const isOthers = (combo: string, { target }: KeyboardEvent): boolean =>
  isLeading(combo) ? isOver(target) : isTyping(target);

/** On the canvas, or on nothing in particular: a click beside everything leaves the keyboard with what is around. */
export const isOnCanvas = (target: EventTarget | null, root: HTMLElement | null): boolean =>
  root !== null &&
  target instanceof Node &&
  !(target instanceof HTMLButtonElement) &&
  (root.contains(target) || target.contains(root));

/**
 * All shortcuts of the editor, in one place, before React Flow takes the arrows for itself. `root` is the canvas: single
 * keys work only there, so that nobody meets them while reading or filling a form.
 */
export const useKeys = (root: RefObject<HTMLElement | null>, context: ActContext): void => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const combo = comboOf(event);
      const act = byCombo.get(combo);
      const canvas = root.current;
      if (act === undefined || canvas === null || event.defaultPrevented || isOthers(combo, event)) return;
      if (!EVERYWHERE.has(combo) && !isOnCanvas(event.target, canvas)) return;
      // The browser's own dialog for saving and its search never open here, whether there is something to do or not.
      event.preventDefault();
      event.stopPropagation();
      if (isReady(act, context)) act.run(context);
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [root, context]);
};
