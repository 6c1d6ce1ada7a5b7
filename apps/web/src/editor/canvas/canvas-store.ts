import { create } from 'zustand';
import type { Point } from '../document/kit.js';
import type { Guide } from './alignment.js';

export interface Exit {
  readonly node: string;
  readonly port: string;
}

/** What a picker was asked for: where the new step comes to, and what it is wired to. */
export interface PickerOrder {
  /** Of the canvas; absent: beside what it is wired to, or in the middle. */
  readonly at?: Point;
  /** Of the window, for the picker itself. */
  readonly near?: Point;
  readonly from?: Exit;
  readonly edge?: string;
  /** The step whose type is to change. */
  readonly replace?: string;
}

interface CanvasState {
  readonly guides: readonly Guide[];
  /** The edge under a dragged step: it will be put in there. */
  readonly hotEdge: string | undefined;
  readonly hoveredEdge: string | undefined;
  /** An edge is being drawn from here. */
  readonly connecting: Exit | undefined;
  readonly isHand: boolean;
  readonly picker: PickerOrder | undefined;
  readonly menu: { readonly node?: string; readonly near: Point } | undefined;
  /** Steps whose data come from or go to the step under Shift. */
  readonly lit: ReadonlySet<string> | undefined;
  /** The note that is being written. */
  readonly writing: string | undefined;
  readonly set: (part: Partial<Omit<CanvasState, 'set'>>) => void;
}

/** What is in the air on the canvas between two acts; of one page, as there is one canvas on it. */
export const useCanvas = create<CanvasState>()((set) => ({
  guides: [],
  hotEdge: undefined,
  hoveredEdge: undefined,
  connecting: undefined,
  isHand: false,
  picker: undefined,
  menu: undefined,
  lit: undefined,
  writing: undefined,
  set: (part) => set(part),
}));
