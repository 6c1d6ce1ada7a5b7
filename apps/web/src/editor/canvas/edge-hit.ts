import type { Point } from '../document/kit.js';
import type { Box } from './alignment.js';

/** An edge as it runs: from its port to its node, in three straight parts. */
export interface Run {
  readonly id: string;
  readonly from: Point;
  readonly to: Point;
}

const legsOf = ({ from, to }: Run): readonly (readonly [Point, Point])[] => {
  const middle = (from.x + to.x) / 2;
  const [a, b] = [
    { x: middle, y: from.y },
    { x: middle, y: to.y },
  ];
  return [
    [from, a],
    [a, b],
    [b, to],
  ];
};

const isCrossed = ([a, b]: readonly [Point, Point], box: Box): boolean =>
  Math.max(a.x, b.x) >= box.x &&
  Math.min(a.x, b.x) <= box.x + box.width &&
  Math.max(a.y, b.y) >= box.y &&
  Math.min(a.y, b.y) <= box.y + box.height;

const middleOf = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });

const distanceTo = (run: Run, point: Point): number =>
  Math.min(
    ...legsOf(run).map(([a, b]) =>
      Math.hypot(
        point.x - Math.min(Math.max(point.x, Math.min(a.x, b.x)), Math.max(a.x, b.x)),
        point.y - Math.min(Math.max(point.y, Math.min(a.y, b.y)), Math.max(a.y, b.y)),
      ),
    ),
  );

/** How much of a box an edge must run through: the inner half, so that a touch is not yet meant. */
const inner = ({ x, y, width, height }: Box): Box => ({
  x: x + width / 4,
  y: y + height / 4,
  width: width / 2,
  height: height / 2,
});

/** The edge that a box has been dragged upon. */
export const edgeUnder = (box: Box, runs: readonly Run[]): string | undefined => {
  const middle = middleOf(box);
  const hit = runs.filter((run) => legsOf(run).some((leg) => isCrossed(leg, inner(box))));
  return hit.sort((a, b) => distanceTo(a, middle) - distanceTo(b, middle))[0]?.id;
};
