import { createContext, use, useSyncExternalStore } from 'react';
import { type NodeTrace, type Overlay, portKey } from './overlay.js';

const nothing: Overlay = { nodes: new Map(), taken: new Set() };

const isSame = (a: NodeTrace, b: NodeTrace): boolean =>
  a.status === b.status && a.attempts === b.attempts && a.visits === b.visits && a.endedAt === b.endedAt;

const kept = (before: Overlay, after: Overlay): Overlay => ({
  taken: after.taken,
  nodes: new Map(
    [...after.nodes].map(([id, trace]) => {
      const old = before.nodes.get(id);
      return [id, old !== undefined && isSame(old, trace) ? old : trace];
    }),
  ),
});

/**
 * The run's states beside the drawing, so that news of one step draws one node anew: node objects never change.
 * Also holds which node is chosen.
 */
export class OverlayStore {
  private overlay: Overlay | undefined;
  private chosen: string | undefined;
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  show(overlay: Overlay | undefined, chosen: string | undefined): void {
    this.overlay = overlay === undefined ? undefined : kept(this.overlay ?? nothing, overlay);
    this.chosen = chosen;
    this.listeners.forEach((listener) => listener());
  }

  traceOf = (node: string): NodeTrace | undefined => this.overlay?.nodes.get(node);
  isTaken = (node: string, port: string): boolean => this.overlay?.taken.has(portKey(node, port)) ?? false;
  isChosen = (node: string): boolean => this.chosen === node;
  isRun = (): boolean => this.overlay !== undefined;
}

export const OverlayContext = createContext(new OverlayStore());

const useStore = <T,>(read: (store: OverlayStore) => T): T => {
  const store = use(OverlayContext);
  return useSyncExternalStore(store.subscribe, () => read(store));
};

export const useTrace = (node: string): NodeTrace | undefined => useStore((store) => store.traceOf(node));
export const useIsChosen = (node: string): boolean => useStore((store) => store.isChosen(node));
export const useIsTaken = (node: string, port: string): boolean => useStore((store) => store.isTaken(node, port));
/** In a run's drawing what the run has not reached stands back. */
export const useIsRun = (): boolean => useStore((store) => store.isRun());
