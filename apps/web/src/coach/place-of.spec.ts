import { describe, expect, it } from '@jest/globals';
import { apartFrom, type Box, GAP, placeOf, type Side } from './place-of.js';

const bubble = { width: 200, height: 60 };
const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 800 };

const box = (left: number, top: number, [width, height]: readonly [number, number] = [20, 20]): Box => ({
  left,
  top,
  width,
  height,
});

const isOver = (a: Box, b: Box): boolean =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;

describe('a hint stands', () => {
  it('below its anchor, at its middle, with a line that goes up to it', () => {
    expect(placeOf({ anchor: box(700, 100), bubble, frame: wide })).toEqual({
      x: 610,
      y: 120 + GAP,
      line: { side: 'below', at: 100 },
    });
  });

  it('above an anchor at the lower edge, with a line that goes down', () => {
    const { y, line } = placeOf({ anchor: box(700, 860), bubble, frame: wide });
    expect([y, line?.side]).toEqual([860 - GAP - 60, 'above']);
  });

  it('within the window beside an anchor at its edge, with the line still at the anchor', () => {
    expect(placeOf({ anchor: box(1415, 100), bubble, frame: wide })).toEqual({
      x: 1440 - 200 - 8,
      y: 120 + GAP,
      line: { side: 'below', at: 190 },
    });
  });

  it('at the side of a column from top to bottom', () => {
    const column = box(480, 60, [250, 840]);
    expect(placeOf({ anchor: column, bubble, frame: wide }).line?.side).toBe('right');
    const left = placeOf({ anchor: column, bubble, frame: wide, sides: ['left'] });
    expect([left.x, left.line?.side]).toEqual([480 - GAP - 200, 'left']);
  });

  it('moved along its anchor where the step that was just made would be covered', () => {
    const column = box(480, 60, [250, 840]);
    const made = box(240, 450, [220, 64]);
    const place = placeOf({ anchor: column, bubble, frame: wide, clear: [made], sides: ['left'] });
    expect(isOver({ left: place.x, top: place.y, ...bubble }, made)).toBe(false);
    expect(place.line?.side).toBe('left');
  });

  it('beside what is to stay seen, where neither middle nor ends of the anchor are free', () => {
    const anchor = box(1100, 220, [300, 100]);
    const cross = box(1390, 140, [28, 28]);
    const { x, line } = placeOf({
      anchor,
      bubble: { width: 290, height: 80 },
      frame: wide,
      clear: [cross],
      sides: ['above'],
    });
    expect([x, line?.side]).toEqual([1390 - 8 - 290, 'above']);
  });

  it('apart, without a line, where no side has room', () => {
    const all = box(0, 0, [1440, 900]);
    expect(placeOf({ anchor: all, bubble, frame: wide }).line).toBeUndefined();
  });

  it('by what of its anchor is in the window', () => {
    const scrolled = box(480, -500, [250, 620]);
    const { y, line } = placeOf({ anchor: scrolled, bubble, frame: wide });
    expect([y, line?.side]).toEqual([120 + GAP, 'below']);
  });
});

it('never covers its anchor nor what is to stay seen, wherever they are', () => {
  const sides: readonly Side[] = ['left', 'above', 'below', 'right'];
  for (let left = -10; left <= 1420; left += 55)
    for (let top = -10; top <= 880; top += 55) {
      const anchor = box(left, top);
      const clear = [box(left + 30, top - 20, [220, 64])];
      const { x, y, line } = placeOf({ anchor, bubble, frame: wide, clear, sides });
      const own = { left: x, top: y, ...bubble };
      const isInMidst = left > 260 && left < 1000 && top > 100 && top < 780;
      if (isInMidst) expect(line).toBeDefined();
      expect([anchor, ...clear].some((one) => isOver(own, one))).toBe(false);
      expect(x >= 8 && y >= 8 && x + 200 <= 1432 && y + 60 <= 892).toBe(true);
    }
});

describe('on a phone a hint stands', () => {
  it('at the lower edge, away from what it speaks of', () => {
    expect(apartFrom({ anchor: box(20, 100), bubble, frame: phone })).toEqual({ x: 95, y: 732 });
  });

  it('at the upper edge when what it speaks of is at the lower one', () => {
    expect(apartFrom({ anchor: box(120, 740), bubble, frame: phone }).y).toBe(8);
  });
});
