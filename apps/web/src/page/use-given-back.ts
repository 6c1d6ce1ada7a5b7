import { useEffect, useState } from 'react';

/** An item goes with its menu: what stays is the button that the menu belongs to. */
const lasting = (element: Element | null): Element | null => {
  const button = element?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  return typeof button === 'string' ? document.getElementById(button) : element;
};

/** What had the keyboard when the part came up has it again when it goes, unless it went elsewhere by itself. */
export const useGivenBack = (): void => {
  const [before] = useState(() => lasting(document.activeElement));
  useEffect(
    () => () => {
      // Later than the dialog is taken out of the page, and than what its act gives the keyboard to.
      setTimeout(() => {
        if (document.activeElement !== document.body || !(before instanceof HTMLElement)) return;
        if (before.isConnected) before.focus({ preventScroll: true });
      }, 0);
    },
    [before],
  );
};
