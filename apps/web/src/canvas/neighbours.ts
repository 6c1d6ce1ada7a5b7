import type { Drawn } from './drawn.js';

export type Direction = 'left' | 'right' | 'up' | 'down';

interface Place {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** Aside counts more than ahead: down leads to the node below and not to a nearer one far off to the side. */
const ASIDE = 2;

const stepNodes = ({ nodes }: Drawn): readonly Place[] =>
  nodes.filter(({ type }) => type === 'step').map(({ id, position }) => ({ id, ...position }));

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

const along = ({ edges }: Drawn, id: string, direction: Direction): ReadonlySet<string> =>
  new Set(
    direction === 'right'
      ? edges.filter(({ source }) => source === id).map(({ target }) => target)
      : edges.filter(({ target }) => target === id).map(({ source }) => source),
  );

/** Where an arrow leads from a node: left and right along the edges where there are any, else to what lies nearest that way. */
export const neighbourOf = (drawn: Drawn, id: string, direction: Direction): string | undefined => {
  const places = stepNodes(drawn);
  const from = places.find((one) => one.id === id);
  if (from === undefined) return undefined;
  const linked = isAcross(direction) ? new Set<string>() : along(drawn, id, direction);
  const followed = nearest(
    from,
    places.filter((one) => linked.has(one.id)),
    direction,
  );
  return (
    followed ??
    nearest(
      from,
      places.filter((one) => ahead[direction](from, one) > 0),
      direction,
    )
  )?.id;
};
