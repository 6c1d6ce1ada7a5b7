import type { AnyManifest } from '@potok/contracts';
import { iconSvg } from './icon-svg.js';
import type { Palette } from './palette.js';
import type { Box, SceneEdge, SceneFold, SceneFrame, SceneNote, SceneStep } from './scene.js';
import { escapeXml, fitText, widthOf, wrapText } from './svg-text.js';

/** How a picture is drawn: `plain` is for a small one, with icons only. */
export interface Manner {
  readonly palette: Palette;
  readonly isPlain: boolean;
  readonly manifestOf: (id: string) => AnyManifest | undefined;
}

const PAD = 12;
const ICON = 24;
const GAP = 10;
const NAME = 13;
const WORDS = 12;
/** Bold letters are wider, those of another font than ours still more. */
const BOLD = 1.06;
const LABEL = 11;
const LABEL_HEIGHT = 16;
const SAME_ROW = 34;
const BIG_ICON = 40;

const rect = ({ x, y, width, height }: Box, rest: string): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" ${rest}/>`;

const text = (at: { x: number; y: number; size: number; fill: string }, words: string, rest = ''): string =>
  `<text x="${at.x}" y="${at.y}" font-size="${at.size}" fill="${at.fill}"${rest}>${escapeXml(words)}</text>`;

const brandOf = ({ data: { brand } }: SceneStep, { brands, inkFaint }: Palette): string =>
  brands[/--brand-(\w+)/.exec(brand)?.[1] ?? ''] ?? inkFaint;

const outline = (step: SceneStep, { palette: { card, lineStrong }, isPlain }: Manner): string => {
  const { x, y, width, height, data } = step;
  const paint = `fill="${card}" stroke="${lineStrong}" stroke-width="${isPlain ? 2 : 1}"`;
  if (data.kind !== 'trigger') {
    const dash = data.kind === 'wait' ? ' stroke-dasharray="4 3"' : '';
    return rect({ x, y, width, height }, `rx="10" ${paint}${dash}`);
  }
  const half = height / 2;
  const d =
    `M${x + half} ${y}H${x + width - 10}a10 10 0 0 1 10 10V${y + height - 10}a10 10 0 0 1 -10 10H${x + half}` +
    `a${half} ${half} 0 0 1 0 ${-height}z`;
  return `<path d="${d}" ${paint}/>`;
};

const dots = (
  { x, y, width, data: { ports, hasInput }, height }: SceneStep,
  { surface, inkFaint }: Palette,
): string => {
  const radius = ports.length > 4 ? 3.5 : 5;
  const paint = `fill="${inkFaint}" stroke="${surface}" stroke-width="1.5"`;
  const input = hasInput ? `<circle cx="${x}" cy="${y + height / 2}" r="5" ${paint}/>` : '';
  return input + ports.map((port) => `<circle cx="${x + width}" cy="${y + port.y}" r="${radius}" ${paint}/>`).join('');
};

const leftOf = ({ data: { kind } }: SceneStep): number => (kind === 'trigger' ? PAD + 6 : PAD);

const fullWords = (step: SceneStep, { palette }: Manner): string => {
  const x = step.x + leftOf(step) + ICON + GAP;
  const width = step.x + step.width - PAD - x;
  const words = [step.data.limit, step.data.words].filter(Boolean).join(' · ');
  const name = fitText(step.data.name, NAME * BOLD, width);
  if (words === '') return text({ x, y: step.y + 37, size: NAME, fill: palette.ink }, name, ' font-weight="600"');
  return (
    text({ x, y: step.y + 28, size: NAME, fill: palette.ink }, name, ' font-weight="600"') +
    text({ x, y: step.y + 46, size: WORDS, fill: palette.inkDim }, fitText(words, WORDS, width))
  );
};

export const drawStep = (step: SceneStep, manner: Manner): string => {
  const size = manner.isPlain ? BIG_ICON : ICON;
  const icon = iconSvg(manner.manifestOf(step.id), {
    x: step.x + (manner.isPlain ? (step.width - size) / 2 : leftOf(step)),
    y: step.y + (step.height - size) / 2,
    size,
    colour: brandOf(step, manner.palette),
  });
  const words = manner.isPlain ? '' : fullWords(step, manner) + dots(step, manner.palette);
  const faded = step.data.isSkipped ? ' opacity="0.5"' : '';
  return `<g${faded}>${outline(step, manner)}${icon}${words}</g>`;
};

export const drawFold = (fold: SceneFold, { palette }: Manner): string => {
  const behind = { ...fold, x: fold.x + 5, y: fold.y + 5 };
  const paint = `rx="10" fill="${palette.card}" stroke="${palette.lineStrong}"`;
  const x = fold.x + PAD;
  return (
    rect(behind, paint) +
    rect(fold, paint) +
    text(
      { x, y: fold.y + 28, size: NAME, fill: palette.ink },
      fitText(fold.title, NAME, fold.width - PAD * 2),
      ' font-weight="600"',
    ) +
    text({ x, y: fold.y + 48, size: WORDS, fill: palette.inkDim }, `× ${fold.count}`)
  );
};

export const drawFrame = (frame: SceneFrame, { palette }: Manner): string =>
  rect(frame, `rx="12" fill="none" stroke="${palette.line}" stroke-width="1.5"`) +
  text(
    { x: frame.x + PAD, y: frame.y + 19, size: WORDS, fill: palette.inkDim },
    fitText(frame.title, WORDS, frame.width - PAD * 2),
    ' font-weight="600"',
  );

export const drawNote = (note: SceneNote, { palette }: Manner): string => {
  const paper = rect(note, `rx="6" fill="${palette.amberSoft}" stroke="${palette.line}"`);
  const lines = wrapText(note.text, WORDS, {
    width: note.width - PAD * 2,
    lines: Math.max(1, Math.floor((note.height - 16) / 17)),
  });
  return (
    paper +
    lines
      .map((line, index) =>
        text({ x: note.x + PAD, y: note.y + 22 + index * 17, size: WORDS, fill: palette.ink }, line),
      )
      .join('')
  );
};

const line = (path: string, colour: string, rest: string): string =>
  `<path d="${path}" fill="none" stroke="${colour}" ${rest}/>`;

export const drawEdge = ({ path, kind }: SceneEdge, { palette, isPlain }: Manner): string => {
  switch (kind) {
    case 'error':
      return line(path, palette.red, `stroke-width="${isPlain ? 3 : 1.5}" stroke-dasharray="5 4"`);
    case 'undo':
      return line(path, palette.amber, 'stroke-width="5"') + line(path, palette.surface, 'stroke-width="2"');
    case 'plain':
      return line(path, palette.inkFaint, `stroke-width="${isPlain ? 3 : 1.5}"`);
  }
};

/** As on the canvas: an author's name of a branch may be long. */
const LABEL_WIDEST = 152;

/** Where an edge runs straight into its node the name stands above the node's corner, else upon the edge, as on the canvas. */
export const drawLabel = ({ title: whole, source, target, place }: SceneEdge, { palette }: Manner): string => {
  if (whole === undefined) return '';
  const title = fitText(whole, LABEL, LABEL_WIDEST);
  const width = widthOf(title, LABEL) + 8;
  const isStraight = Math.abs(source[1] - target[1]) < SAME_ROW;
  const x = isStraight ? target[0] - 12 : target[0] - 8 - width;
  const y = isStraight
    ? target[1] - 34 - (place + 1) * LABEL_HEIGHT
    : target[1] - place * LABEL_HEIGHT - LABEL_HEIGHT / 2;
  return (
    rect({ x, y, width, height: LABEL_HEIGHT }, `rx="4" fill="${palette.surface}"`) +
    text({ x: x + 4, y: y + 12, size: LABEL, fill: palette.inkDim }, title)
  );
};

/** Title of a path, above its part of the picture. */
export const heading = (at: { readonly x: number; readonly y: number }, words: string, palette: Palette): string =>
  text({ ...at, size: 16, fill: palette.ink }, words, ' font-weight="600"');
