import { useMemo, useRef } from 'react';
import type { Mode } from './mode.js';
import type { JsonSchema } from '@potok/contracts';
import { formulaText, type PickedPath, templateText } from './pick.js';

/** The open code editor of a field, so that a picked field goes in at its caret. */
export const useInsert = () => {
  const atCaret = useRef<((text: string) => void) | undefined>(undefined);
  return useMemo(
    () => ({
      ready: (insert: (text: string) => void): void => {
        atCaret.current = insert;
      },
      /** False when the field has no editor of text open. */
      insert: (picked: PickedPath, { mode, schema }: { readonly mode: Mode; readonly schema: JsonSchema }): boolean => {
        const isOpen = (mode === 'formula' || mode === 'template') && atCaret.current !== undefined;
        if (isOpen) atCaret.current?.(mode === 'formula' ? formulaText(picked, schema) : templateText(picked));
        return isOpen;
      },
    }),
    [],
  );
};
