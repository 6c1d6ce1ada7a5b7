import { letterOf } from '../../app/layouts.js';

/** A key press as acts name it: `ctrl+shift+z`. Digits and signs stand without Shift, as their layout needs it. */
export const comboOf = (
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
): string => {
  const key = event.key === ' ' ? 'space' : letterOf(event).toLowerCase();
  const isSign = key.length === 1 && !/[a-z]/.test(key);
  return [
    event.ctrlKey || event.metaKey ? 'ctrl' : '',
    event.shiftKey && !isSign ? 'shift' : '',
    event.altKey ? 'alt' : '',
    key,
  ]
    .filter(Boolean)
    .join('+');
};

const isIn = (target: EventTarget | null, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;

/** Where keys belong to what lies over the page. */
export const isOver = (target: EventTarget | null): boolean =>
  isIn(target, '[role="dialog"], [role="menu"], [role="listbox"]');

/** Where keys belong to what is typed, or to a dialog that is open. */
export const isTyping = (target: EventTarget | null): boolean =>
  isOver(target) || isIn(target, 'input, textarea, select, [contenteditable="true"], .cm-editor');
