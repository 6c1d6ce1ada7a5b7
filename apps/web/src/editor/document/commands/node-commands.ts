import type { Note, ScenarioEdge, ScenarioNode, ScenarioPath, Slot } from '@potok/contracts';
import { MAIN } from '../../../canvas/graph.js';
import { edgeFrom, edgesOf, exitsOf, findNode, freeExit, type Kit, nodesOf, type Pen, type Point } from '../kit.js';
import { dropFromGroups } from './drawing-commands.js';
import { bridge, joined } from './wires.js';

export interface NodeCommands {
  /** `from`: wired after this exit; what stood there comes after the new node. `edge`: put into this edge. */
  readonly 'add-node': {
    readonly graph: string;
    readonly node: ScenarioNode;
    readonly slot?: Slot;
    readonly from?: { readonly node: string; readonly port: string };
    readonly edge?: string;
  };
  readonly remove: {
    readonly graph: string;
    readonly nodes: readonly string[];
    readonly edges: readonly string[];
    readonly notes: readonly string[];
    /** What led to a removed node leads on to what came after it. */
    readonly keepsWires: boolean;
  };
  readonly move: { readonly graph: string; readonly places: Readonly<Record<string, Point>> };
  readonly tidy: { readonly graph: string; readonly places: Readonly<Record<string, Point>> };
  readonly splice: { readonly graph: string; readonly node: string; readonly edge: string };
  readonly 'edit-node': {
    readonly graph: string;
    readonly node: string;
    readonly patch: { readonly [K in keyof ScenarioNode]?: ScenarioNode[K] | undefined };
  };
  readonly 'replace-type': {
    readonly graph: string;
    readonly node: string;
    readonly by: ScenarioNode;
    readonly slot?: Slot;
  };
  readonly turn: { readonly graph: string; readonly nodes: readonly string[]; readonly isSkipped: boolean };
}

const NOTES = { of: 'notes' } as const;
const PATHS = { of: 'paths' } as const;
const SLOTS = { of: 'slots' } as const;

const patched = <T extends object>(before: T, patch: object): T =>
  Object.fromEntries(Object.entries({ ...before, ...patch }).filter(([, value]) => value !== undefined)) as T;

const putSlot = (pen: Pen, slot: Slot | undefined): void => {
  if (slot !== undefined && !pen.drawing.slots.some(({ id }) => id === slot.id)) pen.put(SLOTS, slot);
};

const addNode = (pen: Pen, { graph, node, slot, from, edge }: NodeCommands['add-node'], kit: Kit): void => {
  putSlot(pen, slot);
  pen.put(nodesOf(graph), node);
  if (edge !== undefined) splice(pen, { graph, node: node.id, edge }, kit);
  else if (from !== undefined) joined(pen, { graph, from, node: node.id }, kit);
};

const splice = (pen: Pen, { graph, node: id, edge: edgeId }: NodeCommands['splice'], kit: Kit): void => {
  const edges = pen.list<ScenarioEdge>(edgesOf(graph));
  const edge = edges.find((one) => one.id === edgeId);
  const node = findNode(pen.drawing, graph, id);
  if (edge === undefined || node === undefined || edge.from.node === id || edge.to.node === id) return;
  const exit = freeExit(node, edges, kit);
  pen.swap<ScenarioEdge>(edgesOf(graph), edgeId, (one) => ({ ...one, to: { node: id } }));
  if (exit === undefined || edgeFrom(edges, id, exit) !== undefined) return;
  pen.put(edgesOf(graph), { id: kit.newId('e'), from: { node: id, port: exit }, to: edge.to });
};

const dropEdgesOf = (pen: Pen, graph: string, gone: ReadonlySet<string>): void => {
  for (const edge of pen.list<ScenarioEdge>(edgesOf(graph)))
    if (gone.has(edge.from.node) || gone.has(edge.to.node)) pen.take(edgesOf(graph), edge.id);
};

const dropPathsOf = (pen: Pen, gone: ReadonlySet<string>): void => {
  for (const path of pen.list<ScenarioPath>(PATHS)) if (gone.has(path.ofNode)) pen.take(PATHS, path.id);
};

const remove = (pen: Pen, { graph, nodes, edges, notes, keepsWires }: NodeCommands['remove'], kit: Kit): void => {
  const gone = new Set(nodes);
  for (const id of edges) pen.take(edgesOf(graph), id);
  if (keepsWires) for (const id of nodes) bridge(pen, { graph, node: id }, kit);
  dropEdgesOf(pen, graph, gone);
  for (const id of nodes) pen.take(nodesOf(graph), id);
  for (const id of notes) pen.take(NOTES, id);
  if (graph !== MAIN) return;
  dropFromGroups(pen, gone);
  dropPathsOf(pen, gone);
};

const move = (pen: Pen, { graph, places }: NodeCommands['move']): void => {
  for (const [id, { x, y }] of Object.entries(places)) {
    const position = { x: Math.round(x), y: Math.round(y) };
    const moved = <T extends ScenarioNode | Note>(one: T): T =>
      one.position.x === position.x && one.position.y === position.y ? one : { ...one, position };
    pen.swap<ScenarioNode>(nodesOf(graph), id, moved);
    if (graph === MAIN) pen.swap<Note>(NOTES, id, moved);
  }
};

/** Branches that were renamed take their edges with them; edges of branches that are gone go too. */
const followExits = (
  pen: Pen,
  graph: string,
  change: { id: string; before: readonly string[]; after: readonly string[] },
) => {
  const { id, before, after } = change;
  const isRenaming = before.length === after.length;
  for (const edge of pen.list<ScenarioEdge>(edgesOf(graph))) {
    if (edge.from.node !== id || after.includes(edge.from.port)) continue;
    const renamed = isRenaming ? after[before.indexOf(edge.from.port)] : undefined;
    if (renamed === undefined || before.includes(renamed)) pen.take(edgesOf(graph), edge.id);
    else pen.swap<ScenarioEdge>(edgesOf(graph), edge.id, (one) => ({ ...one, from: { node: id, port: renamed } }));
  }
};

const editNode = (pen: Pen, { graph, node: id, patch }: NodeCommands['edit-node'], kit: Kit): void => {
  const before = findNode(pen.drawing, graph, id);
  if (before === undefined) return;
  const after = patched(before, patch);
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  pen.swap<ScenarioNode>(nodesOf(graph), id, () => after);
  if (!kit.kinds.has(after.type)) return;
  followExits(pen, graph, { id, before: exitsOf(before, kit), after: exitsOf(after, kit) });
};

const replaceType = (pen: Pen, { graph, node: id, by, slot }: NodeCommands['replace-type'], kit: Kit): void => {
  const before = findNode(pen.drawing, graph, id);
  if (before === undefined) return;
  putSlot(pen, slot);
  pen.swap<ScenarioNode>(nodesOf(graph), id, () => ({ ...by, id }));
  const exits = exitsOf(by, kit);
  const first = exits[0];
  const old = exitsOf(before, kit)[0];
  const edges = pen.list<ScenarioEdge>(edgesOf(graph)).filter(({ from }) => from.node === id);
  for (const edge of edges) {
    if (exits.includes(edge.from.port)) continue;
    const isMainWay = edge.from.port === old && first !== undefined && edgeFrom(edges, id, first) === undefined;
    if (isMainWay)
      pen.swap<ScenarioEdge>(edgesOf(graph), edge.id, (one) => ({ ...one, from: { node: id, port: first } }));
    else pen.take(edgesOf(graph), edge.id);
  }
};

const turn = (pen: Pen, { graph, nodes, isSkipped }: NodeCommands['turn']): void => {
  for (const id of nodes)
    pen.swap<ScenarioNode>(nodesOf(graph), id, (one) =>
      (one.isSkipped === true) === isSkipped ? one : patched(one, { isSkipped: isSkipped ? true : undefined }),
    );
};

export const nodeCommands = {
  'add-node': addNode,
  remove,
  move,
  tidy: move,
  splice,
  'edit-node': editNode,
  'replace-type': replaceType,
  turn,
};
