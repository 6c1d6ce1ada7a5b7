/** A box on the canvas, in its own measure. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A line that says why a dragged box has stopped here. */
export interface Guide {
  readonly axis: 'x' | 'y';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Aligned {
  readonly dx: number;
  readonly dy: number;
  readonly guides: readonly Guide[];
}

const marksOf = (start: number, size: number): readonly number[] => [start, start + size / 2, start + size];

interface Axis {
  readonly start: 'x' | 'y';
  readonly size: 'width' | 'height';
  readonly across: 'x' | 'y';
  readonly acrossSize: 'width' | 'height';
}
const AXES: readonly Axis[] = [
  { start: 'x', size: 'width', across: 'y', acrossSize: 'height' },
  { start: 'y', size: 'height', across: 'x', acrossSize: 'width' },
];

interface Near {
  readonly shift: number;
  readonly at: number;
  readonly other: Box;
}

const shiftsTo = (box: Box, other: Box, { start, size }: Axis): readonly Near[] =>
  marksOf(other[start], other[size]).flatMap((at) =>
    marksOf(box[start], box[size]).map((mark) => ({ shift: at - mark, at, other })),
  );

interface Reach {
  readonly others: readonly Box[];
  readonly within: number;
}

const nearest = (box: Box, axis: Axis, { others, within }: Reach): Near | undefined => {
  let best: Near | undefined;
  for (const other of others)
    for (const near of shiftsTo(box, other, axis)) {
      const isNear = Math.abs(near.shift) <= within;
      if (isNear && (best === undefined || Math.abs(near.shift) < Math.abs(best.shift))) best = near;
    }
  return best;
};

const guideOf = (box: Box, { at, other }: Near, { start, across, acrossSize }: Axis): Guide => ({
  axis: start,
  at,
  from: Math.min(box[across], other[across]),
  to: Math.max(box[across] + box[acrossSize], other[across] + other[acrossSize]),
});

/** How far a dragged box is to be moved so that its edges or middle stand in one line with another's. */
export const alignedTo = (box: Box, others: readonly Box[], within: number): Aligned => {
  const [x, y] = AXES.map((axis) => nearest(box, axis, { others, within }));
  const moved = { ...box, x: box.x + (x?.shift ?? 0), y: box.y + (y?.shift ?? 0) };
  const guides = [x, y].flatMap((near, index) => {
    const axis = AXES[index];
    return near === undefined || axis === undefined ? [] : [guideOf(moved, near, axis)];
  });
  return { dx: x?.shift ?? 0, dy: y?.shift ?? 0, guides };
};

/** The box around boxes. */
export const boxAround = (boxes: readonly Box[]): Box => {
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  return {
    x: left,
    y: top,
    width: Math.max(...boxes.map(({ x, width }) => x + width)) - left,
    height: Math.max(...boxes.map(({ y, height }) => y + height)) - top,
  };
};
