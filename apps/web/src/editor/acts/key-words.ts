const NAMES: Readonly<Record<string, string>> = {
  ctrl: 'Ctrl',
  shift: 'Shift',
  alt: 'Alt',
  enter: 'Enter',
  space: 'Space',
  delete: 'Del',
  backspace: '⌫',
  arrowleft: '←',
  arrowright: '→',
  arrowup: '↑',
  arrowdown: '↓',
};

/** `ctrl+shift+z` → `Ctrl Shift Z`. */
export const keyWords = (keys: string): string =>
  keys === '+'
    ? '+'
    : keys
        .split('+')
        .map((key) => NAMES[key] ?? key.toUpperCase())
        .join(' ');
