import type { Drawn } from './drawn.js';

export type Direction = 'left' | 'right' | 'up' | 'down';

interface Place {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** Aside counts more than ahead: down leads to the node below and not to a nearer one far off to the side. */
const ASIDE = 2;

/** Steps and what leads from one to another, as they lie on a canvas. */
export interface Laid {
  readonly steps: readonly Place[];
  readonly links: readonly { readonly from: string; readonly to: string }[];
}

/** A drawing that is only looked at. */
export const laidOf = ({ nodes, edges }: Drawn): Laid => ({
  steps: nodes.filter(({ type }) => type === 'step').map(({ id, position }) => ({ id, ...position })),
  links: edges.map(({ source, target }) => ({ from: source, to: target })),
});

const ahead: Readonly<Record<Direction, (from: Place, to: Place) => number>> = {
  right: (from, to) => to.x - from.x,
  left: (from, to) => from.x - to.x,
  down: (from, to) => to.y - from.y,
  up: (from, to) => from.y - to.y,
};

const isAcross = (direction: Direction): boolean => direction === 'up' || direction === 'down';
const distance = (from: Place, to: Place, direction: Direction): number => {
  const aside = isAcross(direction) ? Math.abs(to.x - from.x) : Math.abs(to.y - from.y);
  return ahead[direction](from, to) + ASIDE * aside;
};

const nearest = (from: Place, among: readonly Place[], direction: Direction): Place | undefined =>
  [...among].sort((a, b) => distance(from, a, direction) - distance(from, b, direction))[0];

const along = ({ links }: Laid, id: string, direction: Direction): ReadonlySet<string> =>
  new Set(
    direction === 'right'
      ? links.filter(({ from }) => from === id).map(({ to }) => to)
      : links.filter(({ to }) => to === id).map(({ from }) => from),
  );

/** Where an arrow leads from a node: left and right along the edges where there are any, else to what lies nearest that way. */
export const neighbourOf = (laid: Laid, id: string, direction: Direction): string | undefined => {
  const from = laid.steps.find((one) => one.id === id);
  if (from === undefined) return undefined;
  const others = laid.steps.filter((one) => one.id !== id);
  const linked = isAcross(direction) ? new Set<string>() : along(laid, id, direction);
  const followed = others.filter((one) => linked.has(one.id));
  const there = others.filter((one) => ahead[direction](from, one) > 0);
  return nearest(from, followed.length > 0 ? followed : there, direction)?.id;
};
