import { type RefObject, useRef } from 'react';

/** The newest of what changes with each render, for acts that stay the same. */
export const useNewest = <T>(value: T): Readonly<RefObject<T>> => {
  const ref = useRef(value);
  ref.current = value;
  return ref;
};
