import type { AnyManifest } from '@potok/contracts';
import { type PointerEvent as ReactPointerEvent, useEffect, useRef } from 'react';
import { dragged } from './dragged-kind.js';

const FROM_PX = 6;

/**
 * Pulling a type out of the list: pointer events, so that a finger and a test can do it too. The window is listened to,
 * as a quick hand has left the row before its first move is told.
 */
export const usePickerDrag = (manifest: AnyManifest, onDragOut: (manifest: AnyManifest) => void) => {
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);
  const onPointerDown = ({ clientX: x, clientY: y, button }: ReactPointerEvent): void => {
    if (button !== 0) return;
    const onMove = ({ clientX, clientY }: PointerEvent): void => {
      if (Math.hypot(clientX - x, clientY - y) < FROM_PX) return;
      stop.current?.();
      dragged.getState().begin(manifest, { x: clientX, y: clientY });
      onDragOut(manifest);
    };
    const end = (): void => {
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
    };
    stop.current = end;
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
  };
  return { onPointerDown };
};
