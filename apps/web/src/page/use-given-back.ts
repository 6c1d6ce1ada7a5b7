import { useEffect, useRef } from 'react';

/** What had the keyboard when the part came up has it again when it goes, unless it went elsewhere by itself. */
export const useGivenBack = (): void => {
  const before = useRef(document.activeElement);
  useEffect(
    () => () => {
      // Later than the dialog is taken out of the page, and than what its act gives the keyboard to.
      setTimeout(() => {
        const { current } = before;
        if (document.activeElement !== document.body || !(current instanceof HTMLElement)) return;
        if (current.isConnected) current.focus({ preventScroll: true });
      }, 0);
    },
    [],
  );
};
