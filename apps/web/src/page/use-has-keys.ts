import { type RefObject, useRef } from 'react';

interface HasKeys {
  readonly hasKeys: Readonly<RefObject<boolean>>;
  /** For the field that is watched. */
  readonly watched: { readonly onFocus: () => void; readonly onBlur: () => void };
}

/** Does the keyboard stand in the field? What takes the field's place asks, and takes the keyboard with it. */
export const useHasKeys = (): HasKeys => {
  const hasKeys = useRef(false);
  const put = (is: boolean) => (): void => {
    hasKeys.current = is;
  };
  return { hasKeys, watched: { onFocus: put(true), onBlur: put(false) } };
};
