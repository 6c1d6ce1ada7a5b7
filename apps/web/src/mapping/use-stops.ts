import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';

const stopsIn = (host: HTMLElement | null): readonly HTMLElement[] => [
  ...(host?.querySelectorAll<HTMLElement>('[data-stop]') ?? []),
];

interface Stops {
  readonly host: RefObject<HTMLDivElement | null>;
  /** The one row that Tab comes to. */
  readonly active: string | undefined;
  readonly setActive: (stop: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

const MOVES: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, count) => count - 1,
};

/**
 * Rows of a column as one stop of Tab, walked by arrows. `fold` gets a row and whether it is to be opened: the arrows to
 * the right and left.
 */
export const useStops = (first: string | undefined, fold: (stop: string, isOpen: boolean) => void): Stops => {
  const host = useRef<HTMLDivElement>(null);
  const [wanted, setActive] = useState<string>();
  const onKeyDown = (event: KeyboardEvent): void => {
    const stop = (event.target as HTMLElement).closest<HTMLElement>('[data-stop]');
    if (stop === null || stop !== event.target) return;
    const name = stop.dataset.stop ?? '';
    const stops = stopsIn(host.current);
    const move = MOVES[event.key];
    if (move !== undefined) {
      const next = stops[move(stops.indexOf(stop), stops.length)];
      next?.focus();
      setActive(next?.dataset.stop);
    } else if (event.key === 'ArrowRight') fold(name, true);
    else if (event.key === 'ArrowLeft') fold(name, false);
    else return;
    event.preventDefault();
  };
  return { host, active: wanted ?? first, setActive, onKeyDown };
};
