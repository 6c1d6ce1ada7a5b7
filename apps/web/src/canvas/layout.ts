import type { Graph } from './graph.js';

export const NODE_WIDTH = 220;
export const NODE_HEIGHT = 64;

export type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

const isOver = (a: { x: number; y: number }, b: { x: number; y: number }): boolean =>
  Math.abs(a.x - b.x) < NODE_WIDTH && Math.abs(a.y - b.y) < NODE_HEIGHT;

/** Drawn by a program without places: nodes lie upon one another. */
export const isHeap = ({ nodes }: Graph): boolean =>
  nodes.some((node, index) => nodes.slice(index + 1).some((other) => isOver(node.position, other.position)));

/** Where the author put the nodes. */
export const ownPlaces = ({ nodes }: Graph): Places => new Map(nodes.map(({ id, position }) => [id, position]));
