import type { Group, Note, Parameter, Scenario, ScenarioEdge, ScenarioNode, Slot } from '@potok/contracts';
import { collectReferences, renameSteps } from '@potok/scenario';
import { graphOf, MAIN } from '../../canvas/graph.js';
import type { Fragment } from './commands/drawing-commands.js';
import type { Kit, Point } from './kit.js';

/** The mark by which a pasted text is known, and its version. */
export const FRAGMENT_MARK = 'edo-flow';
export const FRAGMENT_VERSION = 1;

export interface Chosen {
  readonly graph: string;
  readonly nodes: ReadonlySet<string>;
  readonly notes: ReadonlySet<string>;
}

const parameterUses = (nodes: readonly ScenarioNode[]): ReadonlySet<string> =>
  new Set(
    nodes.flatMap(({ params }) =>
      collectReferences(params).flatMap(({ root, path }) =>
        root === 'params' && path[0] !== undefined ? [path[0]] : [],
      ),
    ),
  );

const wholeGroups = (groups: readonly Group[] | undefined, nodes: ReadonlySet<string>): readonly Group[] =>
  (groups ?? []).filter((group) => group.nodes.every((id) => nodes.has(id)));

/** The chosen part of a drawing, with the slots and parameters that it needs. Never a connection, never a secret. */
export const fragmentOf = (scenario: Scenario, { graph, nodes, notes }: Chosen): Fragment => {
  const drawn = graphOf(scenario, graph);
  const copied = drawn.nodes.filter(({ id }) => nodes.has(id));
  const slots = new Set(copied.map(({ slot }) => slot));
  const parameters = parameterUses(copied);
  return {
    nodes: copied,
    edges: drawn.edges.filter(({ from, to }) => nodes.has(from.node) && nodes.has(to.node)),
    notes: graph === MAIN ? (scenario.notes ?? []).filter(({ id }) => notes.has(id)) : [],
    groups: graph === MAIN ? wholeGroups(scenario.groups, nodes) : [],
    slots: scenario.slots.filter(({ id }) => slots.has(id)),
    parameters: scenario.parameters.filter(({ id }) => parameters.has(id)),
  };
};

/** The text on the clipboard: readable in a chat or a ticket. */
export const fragmentText = (fragment: Fragment): string =>
  JSON.stringify({ [FRAGMENT_MARK]: FRAGMENT_VERSION, ...fragment }, undefined, 1);

type Refused = { readonly fault: 'not-json' | 'not-ours' | 'newer'; readonly technical?: string };
export type ReadText = { readonly fragment: Fragment } | Refused;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listIn = <T>(json: Readonly<Record<string, unknown>>, key: string): readonly T[] =>
  Array.isArray(json[key]) ? (json[key] as readonly T[]) : [];

const asFragment = (json: Readonly<Record<string, unknown>>): Fragment => ({
  nodes: listIn<ScenarioNode>(json, 'nodes'),
  edges: listIn<ScenarioEdge>(json, 'edges'),
  notes: listIn<Note>(json, 'notes'),
  groups: listIn<Group>(json, 'groups'),
  slots: listIn<Slot>(json, 'slots'),
  parameters: listIn<Parameter>(json, 'parameters'),
});

/** Reads a pasted text; its parts are still to be checked by the drawing's schema before they are put anywhere. */
export const readFragmentText = (text: string): ReadText => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const isMeant = text.trimStart().startsWith('{') || text.includes(FRAGMENT_MARK);
    return { fault: isMeant ? 'not-json' : 'not-ours', technical: error instanceof Error ? error.message : '' };
  }
  if (!isObject(json)) return { fault: 'not-ours' };
  const version = json[FRAGMENT_MARK] ?? (typeof json.schemaVersion === 'number' ? json.schemaVersion : undefined);
  if (typeof version !== 'number') return { fault: 'not-ours' };
  return version > FRAGMENT_VERSION ? { fault: 'newer' } : { fragment: asFragment(json) };
};

/** A fragment as a whole drawing, so that the drawing's own schema can check it. */
export const asDrawing = ({ nodes, edges, notes, groups, slots, parameters }: Fragment): unknown => ({
  schemaVersion: 1,
  name: FRAGMENT_MARK,
  slots,
  parameters,
  nodes,
  edges,
  notes,
  groups,
});

const corner = ({ nodes, notes }: Fragment): Point => {
  const places = [...nodes, ...notes].map(({ position }) => position);
  return { x: Math.min(...places.map(({ x }) => x)), y: Math.min(...places.map(({ y }) => y)) };
};

interface Landing {
  /** Where the upper left corner comes to. */
  readonly at: Point;
  /** Slots of this drawing to be taken instead of the fragment's. */
  readonly slots: ReadonlyMap<string, string>;
}

const freshIds = (ids: readonly string[], prefix: 'n' | 'g' | 't', { newId }: Kit): ReadonlyMap<string, string> =>
  new Map(ids.map((id) => [id, newId(prefix)]));

const idsOf = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id);

/** The same with new ids, at another place: what refers to a copied step refers to its copy. */
export const renewed = (fragment: Fragment, { at, slots }: Landing, kit: Kit): Fragment => {
  const ids = freshIds(idsOf(fragment.nodes), 'n', kit);
  const from = corner(fragment);
  const placed = ({ x, y }: Point): Point => ({ x: Math.round(x - from.x + at.x), y: Math.round(y - from.y + at.y) });
  const nodeId = (id: string): string => ids.get(id) ?? id;
  return {
    nodes: fragment.nodes.map((node) => ({
      ...node,
      id: nodeId(node.id),
      params: renameSteps(node.params, ids),
      position: placed(node.position),
      ...(node.slot === undefined ? {} : { slot: slots.get(node.slot) ?? node.slot }),
    })),
    edges: fragment.edges
      .filter(({ from: { node }, to }) => ids.has(node) && ids.has(to.node))
      .map(({ from: start, to }) => ({
        id: kit.newId('e'),
        from: { node: nodeId(start.node), port: start.port },
        to: { ...to, node: nodeId(to.node) },
      })),
    notes: fragment.notes.map((note) => ({ ...note, id: kit.newId('t'), position: placed(note.position) })),
    groups: fragment.groups.map((group) => ({ ...group, id: kit.newId('g'), nodes: group.nodes.map(nodeId) })),
    slots: fragment.slots.filter(({ id }) => !slots.has(id)),
    parameters: fragment.parameters,
  };
};
