/** Of the window, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
export type Size = Pick<Box, 'width' | 'height'>;
export type Side = 'below' | 'above' | 'right' | 'left';

interface Given {
  /** What the hint speaks of. */
  readonly anchor: Box;
  readonly bubble: Size;
  readonly frame: Size;
  /** What else stays seen: the step that was just made, the field that is to be filled. */
  readonly clear?: readonly Box[];
  /** In the order in which they are tried. */
  readonly sides?: readonly Side[];
}

export interface Place {
  readonly x: number;
  readonly y: number;
  /** Where the line to the anchor leaves the bubble, along its edge; none for a hint that stands apart. */
  readonly line?: { readonly side: Side; readonly at: number };
}

/** As long as the line to the anchor. */
export const GAP = 14;
const EDGE = 8;
const CORNER = 10;
export const anySide: readonly Side[] = ['below', 'above', 'right', 'left'];

const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));

/** They cover one another, or all but touch. */
const isOver = (a: Box, b: Box): boolean =>
  a.left < b.left + b.width + EDGE &&
  b.left < a.left + a.width + EDGE &&
  a.top < b.top + b.height + EDGE &&
  b.top < a.top + a.height + EDGE;

const isInside = ({ left, top, width, height }: Box, frame: Size): boolean =>
  left >= EDGE && top >= EDGE && left + width <= frame.width - EDGE && top + height <= frame.height - EDGE;

interface Span {
  readonly from: number;
  readonly length: number;
}

/**
 * Along the anchor: at its middle, its beginning, its end, beside what has to stay seen; in the window, and so that the
 * line still reaches it.
 */
const along = (anchor: Span, bubble: { readonly own: number; readonly most: number }, clear: readonly Span[]) => {
  const { from, length } = anchor;
  const { own, most } = bubble;
  const beside = clear.flatMap((one) => [one.from - EDGE - own, one.from + one.length + EDGE]);
  const reach = Math.min(CORNER, length / 2);
  return [from + length / 2 - own / 2, from, from + length - own, ...beside]
    .map((value) => within(value, EDGE, most - own - EDGE))
    .filter((value) => value <= from + length - reach && value + own >= from + reach);
};

const boxesAt = (side: Side, { anchor, bubble, frame, clear = [] }: Given): readonly Box[] => {
  const { left, top, width, height } = anchor;
  if (side === 'below' || side === 'above') {
    const y = side === 'below' ? top + height + GAP : top - GAP - bubble.height;
    const spans = clear.map((one) => ({ from: one.left, length: one.width }));
    const places = along({ from: left, length: width }, { own: bubble.width, most: frame.width }, spans);
    return places.map((x) => ({ ...bubble, left: x, top: y }));
  }
  const x = side === 'right' ? left + width + GAP : left - GAP - bubble.width;
  const spans = clear.map((one) => ({ from: one.top, length: one.height }));
  const places = along({ from: top, length: height }, { own: bubble.height, most: frame.height }, spans);
  return places.map((y) => ({ ...bubble, left: x, top: y }));
};

/** The middle of what both have in common, else what of the bubble is nearest to the anchor; off its round corners. */
const lineAt = (anchor: readonly [number, number], bubble: readonly [number, number]): number => {
  const from = Math.max(anchor[0], bubble[0]);
  const to = Math.min(anchor[0] + anchor[1], bubble[0] + bubble[1]);
  return Math.round(within((from + to) / 2 - bubble[0], CORNER, bubble[1] - CORNER));
};

const lineOf = (side: Side, anchor: Box, box: Box): NonNullable<Place['line']> => {
  const isUpright = side === 'below' || side === 'above';
  const at = isUpright
    ? lineAt([anchor.left, anchor.width], [box.left, box.width])
    : lineAt([anchor.top, anchor.height], [box.top, box.height]);
  return { side, at };
};

/** At the lower edge of the window; at the upper one when what has to stay seen is down there. For a phone. */
export const apartFrom = ({ anchor, bubble, frame, clear = [] }: Given): Place => {
  const x = Math.max(EDGE, (frame.width - bubble.width) / 2);
  const low = frame.height - bubble.height - EDGE;
  const isFree = (y: number) => ![anchor, ...clear].some((one) => isOver({ ...bubble, left: x, top: y }, one));
  return { x, y: [low, EDGE].find(isFree) ?? low };
};

/** What of it is in the window. */
const seenOf = ({ left, top, width, height }: Box, frame: Size): Box => {
  const [x, y] = [Math.max(left, 0), Math.max(top, 0)];
  return {
    left: x,
    top: y,
    width: Math.max(0, Math.min(left + width, frame.width) - x),
    height: Math.max(0, Math.min(top + height, frame.height) - y),
  };
};

/** Beside its anchor where the window has room and nothing is covered that has to stay seen; else apart from it. */
export const placeOf = (given: Given): Place => {
  const { frame, clear = [], sides = anySide } = given;
  const anchor = seenOf(given.anchor, frame);
  const taken = [anchor, ...clear];
  for (const side of sides)
    for (const box of boxesAt(side, { ...given, anchor })) {
      if (!isInside(box, frame) || taken.some((one) => isOver(box, one))) continue;
      return { x: box.left, y: box.top, line: lineOf(side, anchor, box) };
    }
  return apartFrom({ ...given, anchor });
};
