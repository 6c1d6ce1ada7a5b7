import { getNodesBounds, type Node, type Viewport } from '@xyflow/react';
import type { Overlay } from './overlay.js';
import { NODE_HEIGHT, NODE_WIDTH } from './layout.js';

/** At this a card can be read, and two of them lie side by side on a phone. */
const READABLE = 0.75;
/** From here on a drawing may be shown whole. */
const WHOLE_FROM = 0.6;
const EDGE_PX = 20;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Opening {
  /** All that is drawn. */
  readonly bounds: Box;
  /** The step that is looked for first. */
  readonly start: { readonly x: number; readonly y: number };
  readonly size: { readonly width: number; readonly height: number };
}

/** The middle of the step in the middle of the view, but no more emptiness at the drawing's ends than is needed. */
const shift = (middle: number, room: number, { from, to }: { readonly from: number; readonly to: number }): number => {
  const isWhole = to - from <= room - 2 * EDGE_PX;
  if (isWhole) return room / 2 - (from + to) / 2;
  return Math.min(EDGE_PX - from, Math.max(room - EDGE_PX - to, room / 2 - middle));
};

/** How a drawing is shown first where there is little room: whole only if it can be read, else from one step on. */
const openingView = ({ bounds, start, size }: Opening): Viewport => {
  const whole = Math.min((size.width - 2 * EDGE_PX) / bounds.width, (size.height - 2 * EDGE_PX) / bounds.height, 1);
  const zoom = whole >= WHOLE_FROM ? whole : READABLE;
  return {
    zoom,
    x: shift((start.x + NODE_WIDTH / 2) * zoom, size.width, {
      from: bounds.x * zoom,
      to: (bounds.x + bounds.width) * zoom,
    }),
    y: shift((start.y + NODE_HEIGHT / 2) * zoom, size.height, {
      from: bounds.y * zoom,
      to: (bounds.y + bounds.height) * zoom,
    }),
  };
};

export interface Graph {
  readonly nodes: readonly Node[];
  readonly edges: readonly { readonly target: string }[];
}

/** What a run of it begins with: the trigger, else the first step that nothing leads to. */
const firstStep = ({ nodes, edges }: Graph): Node | undefined => {
  const steps = nodes.filter(({ type }) => type === 'step');
  const led = new Set(edges.map(({ target }) => target));
  return steps.find(({ data }) => data['kind'] === 'trigger') ?? steps.find(({ id }) => !led.has(id)) ?? steps[0];
};

/** Of a drawing, from the asked step on or from its first one; none while there is nothing to show. */
export const openingOf = (graph: Graph, asked: string | undefined, size: Opening['size']): Viewport | undefined => {
  const start = graph.nodes.find(({ id }) => id === asked) ?? firstStep(graph);
  return start === undefined || size.width === 0
    ? undefined
    : openingView({ bounds: getNodesBounds([...graph.nodes]), start: start.position, size });
};

const FAULTED: readonly string[] = ['faulted', 'undo-failed'];
const OPEN: readonly string[] = ['waiting', 'retrying', 'started'];

/** The step that a run has failed at, else one that it stands at; none when it is over. */
export const standingStep = (overlay: Overlay | undefined): string | undefined => {
  const traces = [...(overlay?.nodes ?? [])];
  const is = (statuses: readonly string[]) => traces.find(([, { status }]) => statuses.includes(status))?.[0];
  return is(FAULTED) ?? is(OPEN);
};
