import type { Suggestion, TargetNode, Way } from '@potok/scenario';
import { useMemo } from 'react';
import { useNewest } from '../page/use-newest.js';

/** What a row of the targets can do. */
export interface TargetActions {
  /** The row was clicked: a chosen source is connected to it, else its value is opened. */
  readonly press: (target: TargetNode) => void;
  readonly join: (source: string, target: string, way?: Way) => void;
  readonly clear: (pointer: string) => void;
  readonly set: (pointer: string, value: unknown) => void;
  readonly spread: (target: TargetNode) => void;
  readonly accept: (suggestion: Suggestion) => void;
  readonly dismiss: (suggestion: Suggestion) => void;
  readonly forget: () => void;
  readonly fold: (pointer: string, isOpen: boolean) => void;
}

/** The same actions from render to render, so that rows that have not changed are not drawn again. */
export const useLasting = (actions: TargetActions): TargetActions => {
  const latest = useNewest(actions);
  return useMemo(
    () => ({
      press: (target) => latest.current.press(target),
      join: (source, target, way) => latest.current.join(source, target, way),
      clear: (pointer) => latest.current.clear(pointer),
      set: (pointer, value) => latest.current.set(pointer, value),
      spread: (target) => latest.current.spread(target),
      accept: (suggestion) => latest.current.accept(suggestion),
      dismiss: (suggestion) => latest.current.dismiss(suggestion),
      forget: () => latest.current.forget(),
      fold: (pointer, isOpen) => latest.current.fold(pointer, isOpen),
    }),
    [],
  );
};
