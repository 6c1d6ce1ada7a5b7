import { createContext, use, useSyncExternalStore } from 'react';
import { type NodeTrace, type Overlay, portKey } from './overlay.js';

const nothing: Overlay = { nodes: new Map(), taken: new Map() };

const isSame = (a: NodeTrace, b: NodeTrace): boolean => JSON.stringify(a) === JSON.stringify(b);

const kept = (before: Overlay, after: Overlay): Overlay => ({
  taken: after.taken,
  nodes: new Map(
    [...after.nodes].map(([id, trace]) => {
      const old = before.nodes.get(id);
      return [id, old !== undefined && isSame(old, trace) ? old : trace];
    }),
  ),
});

interface Shown {
  readonly overlay: Overlay | undefined;
  readonly chosen: string | undefined;
}

/** Calls back when the next frame is drawn. */
type OnFrame = (write: () => void) => void;
const onNextFrame: OnFrame = (write) => void requestAnimationFrame(write);

/**
 * The run's states beside the drawing, so that news of one step draws one node anew: node objects never change. However
 * much news a frame brings, it is written once. Also holds which node is chosen.
 */
export class OverlayStore {
  private shown: Shown = { overlay: undefined, chosen: undefined };
  private next: Shown | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly onFrame: OnFrame = onNextFrame) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The first run is shown at once, so that the drawing does not flash; what follows with the next frame. */
  show(overlay: Overlay | undefined, chosen: string | undefined): void {
    const isWaiting = this.next !== undefined;
    this.next = { overlay, chosen };
    if (this.shown.overlay === undefined) this.write();
    else if (!isWaiting) this.onFrame(() => this.write());
  }

  private write(): void {
    if (this.next === undefined) return;
    const { overlay, chosen } = this.next;
    this.next = undefined;
    const before = this.shown.overlay ?? nothing;
    this.shown = { chosen, overlay: overlay === undefined ? undefined : kept(before, overlay) };
    this.listeners.forEach((listener) => listener());
  }

  traceOf = (node: string): NodeTrace | undefined => this.shown.overlay?.nodes.get(node);
  /** How often the run left by this port; 0 when never. */
  takenOf = (node: string, port: string): number => this.shown.overlay?.taken.get(portKey(node, port)) ?? 0;
  isChosen = (node: string): boolean => this.shown.chosen === node;
  isRun = (): boolean => this.shown.overlay !== undefined;
}

export const OverlayContext = createContext(new OverlayStore());

const useStore = <T,>(read: (store: OverlayStore) => T): T => {
  const store = use(OverlayContext);
  return useSyncExternalStore(store.subscribe, () => read(store));
};

export const useTrace = (node: string): NodeTrace | undefined => useStore((store) => store.traceOf(node));
export const useIsChosen = (node: string): boolean => useStore((store) => store.isChosen(node));
export const useTaken = (node: string, port: string): number => useStore((store) => store.takenOf(node, port));
/** In a run's drawing what the run has not reached stands back. */
export const useIsRun = (): boolean => useStore((store) => store.isRun());
