import { type RefObject, useEffect, useRef } from 'react';

/** Once a refusal has marked fields, the first of them takes the focus and is thereby brought into sight. */
export const useFirstFault = (refusal: unknown): RefObject<HTMLFormElement | null> => {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refusal !== null) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusal]);
  return form;
};
