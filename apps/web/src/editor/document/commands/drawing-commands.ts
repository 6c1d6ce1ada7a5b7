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
import { MAIN } from '../../../canvas/graph.js';
import { type EditorDocument, inOrder } from '../change.js';
import { edgesOf, type Kit, nodesOf, type Pen } from '../kit.js';

export interface DrawingCommands {
  readonly 'add-note': { readonly note: Note };
  readonly 'edit-note': { readonly note: string; readonly patch: Partial<Omit<Note, 'id'>> };
  readonly group: { readonly group: Group };
  readonly ungroup: { readonly groups: readonly string[] };
  readonly fold: { readonly groups: readonly string[]; readonly isFolded: boolean };
  readonly 'name-group': { readonly group: string; readonly title: string };
  readonly 'add-path': { readonly path: ScenarioPath };
  readonly 'edit-path': {
    readonly path: string;
    readonly patch: Partial<Pick<ScenarioPath, 'title' | 'kind' | 'ofNode'>>;
  };
  readonly 'remove-path': { readonly path: string };
  readonly 'name-scenario': { readonly name: string; readonly description?: string };
  readonly 'put-slot': { readonly slot: Slot };
  readonly 'remove-slot': { readonly slot: string };
  readonly 'put-parameter': { readonly parameter: Parameter };
  readonly 'remove-parameter': { readonly parameter: string };
  /** Another name in formulas; formulas that had the old one are left as they are. */
  readonly 'name-parameter': { readonly parameter: string; readonly id: string };
  readonly paste: { readonly graph: string; readonly fragment: Fragment };
  /** The chosen steps have become a scenario of their own, which this step calls. */
  readonly extract: { readonly graph: string; readonly nodes: readonly string[]; readonly call: ScenarioNode };
  readonly 'replace-all': { readonly scenario: Scenario };
}
export interface BindingCommands {
  readonly bind: { readonly slot: string; readonly connection: string | undefined };
  readonly 'set-parameter': { readonly parameter: string; readonly value: unknown };
  readonly 'replace-binding': { readonly binding: Binding };
}

/** A part of a drawing that can be put into another: its ids are new ones already. */
export interface Fragment {
  readonly nodes: readonly ScenarioNode[];
  readonly edges: readonly ScenarioEdge[];
  readonly notes: readonly Note[];
  readonly groups: readonly Group[];
  readonly slots: readonly Slot[];
  readonly parameters: readonly Parameter[];
}

const NOTES = { of: 'notes' } as const;
const GROUPS = { of: 'groups' } as const;
const PATHS = { of: 'paths' } as const;
const SLOTS = { of: 'slots' } as const;
const PARAMETERS = { of: 'parameters' } as const;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const orSame = <T>(before: T, after: T): T => (same(before, after) ? before : after);

const putOrSwap = <T extends Slot | Parameter>(pen: Pen, list: typeof SLOTS | typeof PARAMETERS, item: T): void => {
  const isThere = pen.list<T>(list).some(({ id }) => id === item.id);
  if (isThere) pen.swap<T>(list, item.id, (before) => orSame(before, item));
  else pen.put(list, item);
};

const nameParameter = (pen: Pen, { parameter, id }: DrawingCommands['name-parameter']): void => {
  const isTaken = pen.list<Parameter>(PARAMETERS).some((one) => one.id === id);
  if (!isTaken) pen.swap<Parameter>(PARAMETERS, parameter, (before) => ({ ...before, id }));
};

const unfolded = ({ id, title, nodes }: Group): Group => ({ id, title, nodes });

const fold = (pen: Pen, { groups, isFolded }: DrawingCommands['fold']): void => {
  for (const id of groups)
    pen.swap<Group>(GROUPS, id, (one) => {
      if ((one.isFolded === true) === isFolded) return one;
      return isFolded ? { ...one, isFolded } : unfolded(one);
    });
};

const paste = (pen: Pen, { graph, fragment }: DrawingCommands['paste']): void => {
  for (const slot of fragment.slots) putOrSwap(pen, SLOTS, slot);
  for (const parameter of fragment.parameters) putOrSwap(pen, PARAMETERS, parameter);
  for (const node of fragment.nodes) pen.put(nodesOf(graph), node);
  for (const edge of fragment.edges) pen.put(edgesOf(graph), edge);
  if (graph !== MAIN) return;
  for (const note of fragment.notes) pen.put(NOTES, note);
  for (const one of fragment.groups) pen.put(GROUPS, one);
};

/** Groups without these steps; those that are left with none go. */
export const dropFromGroups = (pen: Pen, gone: ReadonlySet<string>): void => {
  for (const old of pen.list<Group>(GROUPS)) {
    const nodes = old.nodes.filter((id) => !gone.has(id));
    if (nodes.length === 0) pen.take(GROUPS, old.id);
    else if (nodes.length < old.nodes.length) pen.swap<Group>(GROUPS, old.id, (one) => ({ ...one, nodes }));
  }
};

const extract = (pen: Pen, { graph, nodes, call }: DrawingCommands['extract'], kit: Kit): void => {
  const gone = new Set(nodes);
  pen.put(nodesOf(graph), call);
  const edges = pen.list<ScenarioEdge>(edgesOf(graph));
  const out = edges.find(({ from, to }) => gone.has(from.node) && !gone.has(to.node));
  if (out !== undefined)
    pen.put(edgesOf(graph), { id: kit.newId('e'), from: { node: call.id, port: 'done' }, to: out.to });
  for (const edge of edges) {
    if (gone.has(edge.from.node)) pen.take(edgesOf(graph), edge.id);
    else if (gone.has(edge.to.node))
      pen.swap<ScenarioEdge>(edgesOf(graph), edge.id, (one) => ({ ...one, to: { node: call.id } }));
  }
  for (const id of nodes) pen.take(nodesOf(graph), id);
  dropFromGroups(pen, gone);
};

/** A node stands in one group: what is grouped anew leaves its old group. */
const group = (pen: Pen, { group: fresh }: DrawingCommands['group']): void => {
  dropFromGroups(pen, new Set(fresh.nodes));
  pen.put(GROUPS, fresh);
};

const nameScenario = (pen: Pen, { name, description }: DrawingCommands['name-scenario']): void => {
  const { description: _old, ...rest } = pen.drawing;
  const after = inOrder({ ...rest, name, ...(description === undefined || description === '' ? {} : { description }) });
  pen.whole(orSame(pen.drawing, after));
};

export const drawingCommands = {
  'add-note': (pen: Pen, { note }: DrawingCommands['add-note']) => pen.put(NOTES, note),
  'edit-note': (pen: Pen, { note, patch }: DrawingCommands['edit-note']) =>
    pen.swap<Note>(NOTES, note, (before) => orSame(before, { ...before, ...patch })),
  group,
  ungroup: (pen: Pen, { groups }: DrawingCommands['ungroup']) => groups.forEach((id) => pen.take(GROUPS, id)),
  fold,
  'name-group': (pen: Pen, { group: id, title }: DrawingCommands['name-group']) =>
    pen.swap<Group>(GROUPS, id, (before) => orSame(before, { ...before, title })),
  'add-path': (pen: Pen, { path }: DrawingCommands['add-path']) => pen.put(PATHS, path),
  'edit-path': (pen: Pen, { path, patch }: DrawingCommands['edit-path']) =>
    pen.swap<ScenarioPath>(PATHS, path, (before) => orSame(before, { ...before, ...patch })),
  'remove-path': (pen: Pen, { path }: DrawingCommands['remove-path']) => pen.take(PATHS, path),
  'name-scenario': nameScenario,
  'put-slot': (pen: Pen, { slot }: DrawingCommands['put-slot']) => putOrSwap(pen, SLOTS, slot),
  'remove-slot': (pen: Pen, { slot }: DrawingCommands['remove-slot']) => pen.take(SLOTS, slot),
  'put-parameter': (pen: Pen, { parameter }: DrawingCommands['put-parameter']) => putOrSwap(pen, PARAMETERS, parameter),
  'remove-parameter': (pen: Pen, { parameter }: DrawingCommands['remove-parameter']) => pen.take(PARAMETERS, parameter),
  'name-parameter': nameParameter,
  paste,
  extract,
  'replace-all': (pen: Pen, { scenario }: DrawingCommands['replace-all']) =>
    pen.whole(orSame(pen.drawing, inOrder(scenario))),
};

const without = <T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([one]) => one !== key));

const withValue = <T>(record: Readonly<Record<string, T>>, key: string, value: T | undefined): Record<string, T> =>
  value === undefined ? without(record, key) : { ...record, [key]: value };

/** What fills the places after a choice. */
export const bindingAfter: {
  readonly [K in keyof BindingCommands]: (document: EditorDocument, command: BindingCommands[K]) => Binding;
} = {
  bind: ({ binding }, { slot, connection }) => ({ ...binding, slots: withValue(binding.slots, slot, connection) }),
  'set-parameter': ({ binding }, { parameter, value }) => ({
    ...binding,
    parameters: withValue(binding.parameters, parameter, value),
  }),
  'replace-binding': (_document, { binding }) => binding,
};
