import { type RefObject, useEffect, useRef } from 'react';
import { useEditorTexts } from '../app/texts/use-texts.js';

export interface DrawnLine {
  readonly source: string;
  readonly target: string;
  readonly isSuggested: boolean;
}

interface Props {
  readonly board: RefObject<HTMLDivElement | null>;
  readonly lines: readonly DrawnLine[];
}

interface Ends {
  readonly left: DOMRect;
  readonly right: DOMRect;
}

/** The row of an end, or the nearest one around it that is shown. */
const rowOf = (rows: ReadonlyMap<string, HTMLElement>, id: string): HTMLElement | undefined => {
  for (let at = id; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const row = rows.get(at);
    if (row !== undefined) return row;
  }
  return undefined;
};

const rowsBy = (board: HTMLElement, name: 'source' | 'target'): ReadonlyMap<string, HTMLElement> =>
  new Map([...board.querySelectorAll<HTMLElement>(`[data-${name}]`)].map((row) => [row.dataset[name] ?? '', row]));

const HALF_ROW = 14;

/** An end that is scrolled away is drawn at the edge that it went out by. */
const clamp = (y: number, { top, bottom }: DOMRect): number => Math.min(Math.max(y, top + 4), bottom - 4);

const isAway = (row: DOMRect | undefined, { top, bottom }: DOMRect): boolean =>
  row === undefined || row.top + HALF_ROW < top || row.top + HALF_ROW > bottom;

const curve = ({ left, right }: Ends, middle: DOMRect, [from, to]: readonly [number, number]): string => {
  const a = clamp(from, left) - middle.top;
  const b = clamp(to, right) - middle.top;
  const { width } = middle;
  return `M0 ${a} C${width / 2} ${a} ${width / 2} ${b} ${width} ${b}`;
};

/** Where a line goes now; nothing when neither of its ends can be seen. */
interface Placed {
  readonly path: SVGPathElement;
  readonly curve?: string;
  readonly isAway: boolean;
}

interface Places {
  readonly columns: Ends;
  readonly middle: DOMRect;
  readonly endOf: (name: 'source' | 'target', id: string) => DOMRect | undefined;
}

const placesOf = (board: HTMLElement, svg: SVGSVGElement): Places | undefined => {
  const [left, right] = [...board.querySelectorAll('.mapping-scroll')].map((one) => one.getBoundingClientRect());
  if (left === undefined || right === undefined) return undefined;
  const rows = { source: rowsBy(board, 'source'), target: rowsBy(board, 'target') };
  const endOf: Places['endOf'] = (name, id) => rowOf(rows[name], id)?.getBoundingClientRect();
  return { columns: { left, right }, middle: svg.getBoundingClientRect(), endOf };
};

const placed = (path: SVGPathElement, { columns, middle, endOf }: Places): Placed => {
  const a = endOf('source', path.dataset.from ?? '');
  const b = endOf('target', path.dataset.to ?? '');
  const [isLeftAway, isRightAway] = [isAway(a, columns.left), isAway(b, columns.right)];
  if (a === undefined || b === undefined || (isLeftAway && isRightAway)) return { path, isAway: true };
  const ends = [a.top + HALF_ROW, b.top + HALF_ROW] as const;
  return { path, isAway: isLeftAway || isRightAway, curve: curve(columns, middle, ends) };
};

/** Puts every line between its rows, outside React, because it follows scrolling. All is read before anything is written. */
const place = (board: HTMLElement, svg: SVGSVGElement): void => {
  const places = placesOf(board, svg);
  if (places === undefined) return;
  const all = [...svg.querySelectorAll('path')].map((path) => placed(path, places));
  for (const { path, curve: to, isAway: isFaint } of all) {
    path.style.display = to === undefined ? 'none' : '';
    path.dataset.away = String(isFaint);
    if (to !== undefined) path.setAttribute('d', to);
  }
};

const isOver = (path: SVGPathElement, { source, target }: DOMStringMap): boolean =>
  (source !== undefined && path.dataset.from === source) || (target !== undefined && path.dataset.to === target);

/** Lights up the lines of the row under the pointer or the focus, and the rows at their other ends. */
const light = (board: HTMLElement, svg: SVGSVGElement, row: HTMLElement | null): void => {
  for (const lit of board.querySelectorAll('[data-lit]')) lit.removeAttribute('data-lit');
  if (row === null) return;
  for (const path of svg.querySelectorAll('path')) {
    if (!isOver(path, row.dataset)) continue;
    path.setAttribute('data-lit', '');
    rowOf(rowsBy(board, 'source'), path.dataset.from ?? '')?.setAttribute('data-lit', '');
    rowOf(rowsBy(board, 'target'), path.dataset.to ?? '')?.setAttribute('data-lit', '');
  }
};

/** Lines between the columns. They repeat what every field says in words, so they are hidden from screen readers. */
export const LinesLayer = ({ board, lines }: Props) => {
  const svg = useRef<SVGSVGElement>(null);
  const { mapping } = useEditorTexts();
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (board.current !== null && svg.current !== null) place(board.current, svg.current);
    });
    return () => cancelAnimationFrame(frame);
  });
  useEffect(() => {
    const host = board.current;
    const drawing = svg.current;
    if (host === null || drawing === null) return undefined;
    let frame = 0;
    const follow = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => place(host, drawing));
    };
    const over = (event: Event): void =>
      light(host, drawing, (event.target as Element).closest<HTMLElement>('[data-source], [data-target]'));
    const sized = new ResizeObserver(follow);
    sized.observe(host);
    host.addEventListener('scroll', follow, true);
    host.addEventListener('pointerover', over);
    host.addEventListener('focusin', over);
    return () => {
      cancelAnimationFrame(frame);
      sized.disconnect();
      host.removeEventListener('scroll', follow, true);
      host.removeEventListener('pointerover', over);
      host.removeEventListener('focusin', over);
    };
  }, [board]);
  return (
    <svg ref={svg} className="mapping-lines" aria-hidden data-label={mapping.lines}>
      {lines.map(({ source, target, isSuggested }) => (
        <path
          key={`${source} ${target} ${String(isSuggested)}`}
          data-from={source}
          data-to={target}
          data-suggested={isSuggested}
        />
      ))}
    </svg>
  );
};
