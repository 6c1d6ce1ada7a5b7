import { type RefObject, useEffect, useRef } from 'react';

/** Once a refusal has marked fields, the first of them takes the focus and is thereby brought into sight. */
export const useFirstFault = (refusal: unknown): RefObject<HTMLFormElement | null> => {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const first = refusal === null ? null : form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    first?.focus({ preventScroll: true });
    // Left to itself the browser scrolls to the edge, under the dialog's own head.
    first?.scrollIntoView({ block: 'center' });
  }, [refusal]);
  return form;
};
