import type { AnyManifest } from '@potok/contracts';
import { type PointerEvent, useRef } from 'react';
import { dragged } from './dragged-kind.js';

const FROM_PX = 6;

/** Pulling a type out of the list: pointer events, so that a finger and a test can do it too. */
export const usePickerDrag = (manifest: AnyManifest, onDragOut: (manifest: AnyManifest) => void) => {
  const start = useRef<{ readonly x: number; readonly y: number }>(undefined);
  return {
    onPointerDown: ({ clientX, clientY, button }: PointerEvent) => {
      if (button === 0) start.current = { x: clientX, y: clientY };
    },
    onPointerMove: ({ clientX, clientY, buttons }: PointerEvent) => {
      const from = start.current;
      if (from === undefined || buttons !== 1) return;
      if (Math.hypot(clientX - from.x, clientY - from.y) < FROM_PX) return;
      start.current = undefined;
      dragged.getState().begin(manifest, { x: clientX, y: clientY });
      onDragOut(manifest);
    },
    onPointerUp: () => {
      start.current = undefined;
    },
  };
};
