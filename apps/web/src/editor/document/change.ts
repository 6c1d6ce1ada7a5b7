import type {
  Binding,
  Group,
  Note,
  Parameter,
  Scenario,
  ScenarioEdge,
  ScenarioNode,
  ScenarioPath,
  Slot,
} from '@potok/contracts';
import { MAIN } from '../../canvas/graph.js';

/** What is being edited: a drawing and what fills it at this client. Never changed in place. */
export interface EditorDocument {
  readonly scenario: Scenario;
  readonly binding: Binding;
}

/** Where elements stand: a list of the main graph or of a path, or one of the drawing's own lists. */
export type ListRef =
  | { readonly of: 'nodes' | 'edges'; readonly graph: string }
  | { readonly of: 'notes' | 'groups' | 'paths' | 'slots' | 'parameters' };

export type Element = ScenarioNode | ScenarioEdge | Note | Group | ScenarioPath | Slot | Parameter;

/** The smallest thing that happens to a document. Each has an exact opposite. */
export type Change =
  | { readonly kind: 'put'; readonly list: ListRef; readonly at: number; readonly item: Element }
  | { readonly kind: 'take'; readonly list: ListRef; readonly at: number; readonly item: Element }
  | {
      readonly kind: 'swap';
      readonly list: ListRef;
      readonly at: number;
      readonly before: Element;
      readonly after: Element;
    }
  | { readonly kind: 'scenario'; readonly before: Scenario; readonly after: Scenario }
  | { readonly kind: 'binding'; readonly before: Binding; readonly after: Binding };

const isOfGraph = (ref: ListRef): ref is Extract<ListRef, { graph: string }> => 'graph' in ref;

const pathAt = ({ paths = [] }: Scenario, graph: string): ScenarioPath | undefined =>
  paths.find(({ id }) => id === graph);

/** The list that a reference names; empty when the drawing has none. */
export const listAt = (scenario: Scenario, ref: ListRef): readonly Element[] => {
  if (!isOfGraph(ref)) return scenario[ref.of] ?? [];
  return (ref.graph === MAIN ? scenario : pathAt(scenario, ref.graph))?.[ref.of] ?? [];
};

const withList = (scenario: Scenario, ref: ListRef, list: readonly Element[]): Scenario => {
  if (!isOfGraph(ref)) return withOwnList(scenario, ref.of, list);
  if (ref.graph === MAIN) return { ...scenario, [ref.of]: list };
  const paths = (scenario.paths ?? []).map((path) => (path.id === ref.graph ? { ...path, [ref.of]: list } : path));
  return { ...scenario, paths };
};

/** In this order a drawing is kept, so that what goes and comes back stands where it stood. */
const KEYS: readonly (keyof Scenario)[] = [
  '$schema',
  'schemaVersion',
  'name',
  'description',
  'slots',
  'parameters',
  'nodes',
  'edges',
  'notes',
  'groups',
  'paths',
];
const OPTIONAL: ReadonlySet<string> = new Set(['notes', 'groups', 'paths']);

/** Keys in their order; optional lists that are empty go. */
export const inOrder = (scenario: Scenario): Scenario =>
  Object.fromEntries(
    KEYS.map((key) => [key, scenario[key]] as const).filter(
      ([key, value]) => value !== undefined && !(OPTIONAL.has(key) && Array.isArray(value) && value.length === 0),
    ),
  ) as Scenario;

const withOwnList = (scenario: Scenario, name: string, list: readonly Element[]): Scenario =>
  inOrder({ ...scenario, [name]: list });

const listAfter = (list: readonly Element[], change: Extract<Change, { list: ListRef }>): readonly Element[] => {
  switch (change.kind) {
    case 'put':
      return [...list.slice(0, change.at), change.item, ...list.slice(change.at)];
    case 'take':
      return list.toSpliced(change.at, 1);
    case 'swap':
      return list.with(change.at, change.after);
  }
};

const applied = (document: EditorDocument, change: Change): EditorDocument => {
  if (change.kind === 'scenario') return { ...document, scenario: change.after };
  if (change.kind === 'binding') return { ...document, binding: change.after };
  const { scenario } = document;
  return { ...document, scenario: withList(scenario, change.list, listAfter(listAt(scenario, change.list), change)) };
};

export const applyChanges = (document: EditorDocument, changes: readonly Change[]): EditorDocument =>
  changes.reduce(applied, document);

const opposite = (change: Change): Change => {
  switch (change.kind) {
    case 'put':
      return { ...change, kind: 'take' };
    case 'take':
      return { ...change, kind: 'put' };
    case 'swap':
    case 'scenario':
    case 'binding':
      return { ...change, before: change.after, after: change.before } as Change;
  }
};

/** The changes that lead back: `applyChanges(applyChanges(d, c), inverseOf(c))` is `d`, byte for byte. */
export const inverseOf = (changes: readonly Change[]): readonly Change[] => [...changes].reverse().map(opposite);
