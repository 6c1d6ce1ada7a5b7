import type { AnyManifest } from '@potok/contracts';
import { create } from 'zustand';
import type { Point } from '../document/kit.js';

interface Dragged {
  readonly manifest: AnyManifest | undefined;
  readonly at: Point;
  readonly begin: (manifest: AnyManifest, at: Point) => void;
  readonly move: (at: Point) => void;
  readonly end: () => void;
}

/** A type that is on its way from the list to the canvas. */
export const dragged = create<Dragged>()((set) => ({
  manifest: undefined,
  at: { x: 0, y: 0 },
  begin: (manifest, at) => set({ manifest, at }),
  move: (at) => set({ at }),
  end: () => set({ manifest: undefined }),
}));
