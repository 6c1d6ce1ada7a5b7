import type { ScenarioEdge } from '@potok/contracts';
import { edgeFrom, edgesOf, exitsOf, findNode, freeExit, type Kit, type Pen } from '../kit.js';

interface From {
  readonly node: string;
  readonly port: string;
}

export interface WireCommands {
  /** One edge leaves a port: the one that was there gives way. */
  readonly link: { readonly graph: string; readonly from: From; readonly to: string };
  readonly unlink: { readonly graph: string; readonly edge: string };
  readonly relink: { readonly graph: string; readonly edge: string; readonly from?: From; readonly to?: string };
}

/** Puts a node after an exit; what stood there comes after the node. */
export const joined = (
  pen: Pen,
  { graph, from, node: id }: { readonly graph: string; readonly from: From; readonly node: string },
  kit: Kit,
): void => {
  const edges = pen.list<ScenarioEdge>(edgesOf(graph));
  const node = findNode(pen.drawing, graph, id);
  const old = edgeFrom(edges, from.node, from.port);
  const exit = node === undefined ? undefined : freeExit(node, edges, kit);
  if (old === undefined) pen.put(edgesOf(graph), { id: kit.newId('e'), from, to: { node: id } });
  else {
    pen.swap<ScenarioEdge>(edgesOf(graph), old.id, (one) => ({ ...one, to: { node: id } }));
    if (exit !== undefined) pen.put(edgesOf(graph), { id: kit.newId('e'), from: { node: id, port: exit }, to: old.to });
  }
};

/** The way that a run most often takes out of a node: where edges of a removed node are led on to. */
const mainWay = (edges: readonly ScenarioEdge[], exits: readonly string[], id: string): ScenarioEdge | undefined =>
  exits.map((port) => edgeFrom(edges, id, port)).find((edge) => edge !== undefined);

/** Leads everything that comes into a node on to what comes after it. */
export const bridge = (
  pen: Pen,
  { graph, node: id }: { readonly graph: string; readonly node: string },
  kit: Kit,
): void => {
  const node = findNode(pen.drawing, graph, id);
  if (node === undefined) return;
  const edges = pen.list<ScenarioEdge>(edgesOf(graph));
  const on = mainWay(edges, exitsOf(node, kit), id);
  if (on === undefined || on.to.node === id) return;
  for (const edge of edges) {
    const isBack = edge.from.node === on.to.node;
    if (edge.to.node === id && !isBack)
      pen.swap<ScenarioEdge>(edgesOf(graph), edge.id, (one) => ({ ...one, to: on.to }));
  }
};

const link = (pen: Pen, { graph, from, to }: WireCommands['link'], kit: Kit): void => {
  const old = edgeFrom(pen.list<ScenarioEdge>(edgesOf(graph)), from.node, from.port);
  if (old?.to.node === to) return;
  if (old !== undefined) pen.take(edgesOf(graph), old.id);
  pen.put(edgesOf(graph), { id: kit.newId('e'), from, to: { node: to } });
};

const unlink = (pen: Pen, { graph, edge }: WireCommands['unlink']): void => pen.take(edgesOf(graph), edge);

const relink = (pen: Pen, { graph, edge: id, from, to }: WireCommands['relink']): void => {
  const edges = pen.list<ScenarioEdge>(edgesOf(graph));
  const old = from === undefined ? undefined : edgeFrom(edges, from.node, from.port);
  if (old !== undefined && old.id !== id) pen.take(edgesOf(graph), old.id);
  pen.swap<ScenarioEdge>(edgesOf(graph), id, (one) => ({
    ...one,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to: { node: to } }),
  }));
};

export const wireCommands = { link, unlink, relink };
