import type { AnyManifest, ScenarioNode, Slot } from '@potok/contracts';
import { stepUses } from '@potok/scenario';
import { graphOf, MAIN } from '../../canvas/graph.js';
import { type PickerOrder, useCanvas } from '../canvas/canvas-store.js';
import { tidied } from '../canvas/tidy.js';
import { fragmentOf, renewed } from '../document/fragment.js';
import { asType, freePlace, freshNode, placeAfter } from '../document/fresh-node.js';
import { exitsOf, findNode, freeExit, type Point } from '../document/kit.js';
import type { EditorStore } from '../state/editor-store.js';
import type { ActContext } from './act-context.js';

const drawnNow = ({ history, graph }: EditorStore) => graphOf(history.document.scenario, graph);

const placeFor = (state: EditorStore, order: PickerOrder, middle: () => Point): Point => {
  const { nodes } = drawnNow(state);
  if (order.at !== undefined) return order.edge === undefined ? order.at : freePlace(order.at, nodes);
  const before = order.from === undefined ? undefined : nodes.find(({ id }) => id === order.from?.node);
  if (before === undefined) return freePlace(middle(), nodes);
  const exits = exitsOf(before, state.kit);
  return freePlace(placeAfter(before, exits.indexOf(order.from?.port ?? '')), nodes);
};

const whereOf = ({ edge, from }: PickerOrder): Pick<PickerOrder, 'edge' | 'from'> => {
  if (edge !== undefined) return { edge };
  return from === undefined ? {} : { from };
};

/** A new slot takes the only account that fits it: nothing would be asked that has one answer. */
const bindOnly = ({ store, page }: ActContext, slot: Slot | undefined, mergeKey: string): void => {
  const { history, act } = store.getState();
  const account = slot === undefined ? undefined : page.onlyAccount(slot.gateway);
  if (slot === undefined || account === undefined || history.document.binding.slots[slot.id] !== undefined) return;
  act({ kind: 'bind', slot: slot.id, connection: account }, mergeKey);
};

/** Adds a step of a type where the picker was asked for, or changes the type of one; answers its id. */
export const addKind = (context: ActContext, manifest: AnyManifest, order: PickerOrder): string => {
  const { store, language, texts, view, page } = context;
  const state = store.getState();
  const { kit, graph, act, choose } = state;
  const { scenario } = state.history.document;
  const slotTitle = texts.editor.slotTitles[manifest.gateway ?? 'http'] ?? manifest.title[language];
  const { node, slot } = freshNode(
    { scenario, manifest, language, slotTitle },
    placeFor(state, order, view.middle),
    kit,
  );
  const slotPart = slot === undefined ? {} : { slot };
  const mergeKey = `add/${node.id}`;
  const old = order.replace === undefined ? undefined : findNode(scenario, graph, order.replace);
  if (old === undefined) act({ kind: 'add-node', graph, node, ...slotPart, ...whereOf(order) }, mergeKey);
  else act({ kind: 'replace-type', graph, node: old.id, by: asType(old, node, manifest), ...slotPart }, mergeKey);
  bindOnly(context, slot, mergeKey);
  if (old !== undefined) return old.id;
  page.did('node-added');
  choose({ nodes: new Set([node.id]) });
  return node.id;
};

/** Names of the steps that stay and used what is to go. */
const usersOf = ({ history }: EditorStore, gone: ReadonlySet<string>): readonly string[] => {
  const { scenario } = history.document;
  const uses = stepUses(scenario);
  const users = new Set([...gone].flatMap((id) => uses.get(id) ?? []).map(({ node }) => node));
  const all = [...scenario.nodes, ...(scenario.paths ?? []).flatMap(({ nodes }) => nodes)];
  return all.filter(({ id }) => users.has(id) && !gone.has(id)).map(({ name }) => `«${name}»`);
};

export const removeChosen = ({ store, page, texts }: ActContext, keepsWires: boolean): void => {
  const state = store.getState();
  const { chosen, graph, act } = state;
  const [nodes, edges, notes] = [[...chosen.nodes], [...chosen.edges], [...chosen.notes]];
  if (nodes.length + edges.length + notes.length === 0) return;
  const users = usersOf(state, chosen.nodes);
  act({ kind: 'remove', graph, nodes, edges, notes, keepsWires });
  page.did('node-deleted');
  if (users.length > 0) page.tell(texts.editor.usersLeft(users.join(', ')));
};

const OFFSET = 48;

export const duplicateChosen = ({ store }: ActContext): void => {
  const { chosen, graph, act, choose, history, kit } = store.getState();
  const { scenario } = history.document;
  const copied = fragmentOf(scenario, { graph, nodes: chosen.nodes, notes: chosen.notes });
  const places = [...copied.nodes, ...copied.notes].map(({ position }) => position);
  if (places.length === 0) return;
  const at = { x: Math.min(...places.map(({ x }) => x)) + OFFSET, y: Math.min(...places.map(({ y }) => y)) + OFFSET };
  const fragment = renewed(copied, { at, slots: new Map(scenario.slots.map(({ id }) => [id, id])) }, kit);
  act({ kind: 'paste', graph, fragment });
  choose({ nodes: new Set(fragment.nodes.map(({ id }) => id)), notes: new Set(fragment.notes.map(({ id }) => id)) });
};

export const turnChosen = ({ store }: ActContext): void => {
  const { chosen, graph, act } = store.getState();
  const nodes = drawnNow(store.getState()).nodes.filter(({ id }) => chosen.nodes.has(id));
  const isSkipped = nodes.some((node) => node.isSkipped !== true);
  if (nodes.length > 0) act({ kind: 'turn', graph, nodes: nodes.map(({ id }) => id), isSkipped });
};

export const groupChosen = ({ store, texts }: ActContext): void => {
  const { chosen, graph, act, kit } = store.getState();
  if (graph !== MAIN || chosen.nodes.size === 0) return;
  act({ kind: 'group', group: { id: kit.newId('g'), title: texts.editor.newGroup, nodes: [...chosen.nodes] } });
};

const groupsOfChosen = ({ history, chosen }: EditorStore): readonly string[] =>
  (history.document.scenario.groups ?? [])
    .filter(({ nodes }) => nodes.some((id) => chosen.nodes.has(id)))
    .map(({ id }) => id);

export const ungroupChosen = ({ store }: ActContext): void => {
  const groups = groupsOfChosen(store.getState());
  if (groups.length > 0) store.getState().act({ kind: 'ungroup', groups });
};

export const foldChosen = ({ store }: ActContext, isFolded: boolean): void => {
  const { history, chosen, act } = store.getState();
  const all = (history.document.scenario.groups ?? []).map(({ id }) => id);
  const groups = chosen.nodes.size === 0 ? all : groupsOfChosen(store.getState());
  if (groups.length > 0) act({ kind: 'fold', groups, isFolded });
};

export const addNote = ({ store, view }: ActContext, at: Point = view.middle()): void => {
  const { act, choose, kit, graph } = store.getState();
  if (graph !== MAIN) return;
  const note = {
    id: kit.newId('t'),
    text: '',
    position: { x: Math.round(at.x), y: Math.round(at.y) },
    width: 240,
    height: 96,
  };
  act({ kind: 'add-note', note });
  choose({ notes: new Set([note.id]) });
  useCanvas.getState().set({ writing: note.id });
};

/** One act of undo; it touches places only. */
export const tidyUp = async ({ store, view }: ActContext): Promise<void> => {
  const { graph, act } = store.getState();
  act({ kind: 'tidy', graph, places: await tidied(drawnNow(store.getState())) });
  setTimeout(view.fit, 0);
};

const GRID = 16;

export const moveChosen = ({ store }: ActContext, dx: number, dy: number): void => {
  const { chosen, graph, act, history } = store.getState();
  const all = [...drawnNow(store.getState()).nodes, ...(history.document.scenario.notes ?? [])];
  const moved = all.filter(({ id }) => chosen.nodes.has(id) || chosen.notes.has(id));
  const places = moved.map(
    ({ id, position }) => [id, { x: position.x + dx * GRID, y: position.y + dy * GRID }] as const,
  );
  if (places.length > 0) act({ kind: 'move', graph, places: Object.fromEntries(places) }, 'move-by-keys');
};

export const chooseAll = ({ store }: ActContext): void => {
  const { choose, history, graph } = store.getState();
  const notes = graph === MAIN ? (history.document.scenario.notes ?? []) : [];
  choose({
    nodes: new Set(drawnNow(store.getState()).nodes.map(({ id }) => id)),
    notes: new Set(notes.map(({ id }) => id)),
  });
};

/** The one chosen step. */
export const onlyChosen = ({ store }: ActContext): ScenarioNode | undefined => {
  const { chosen } = store.getState();
  const [id, ...others] = chosen.nodes;
  return others.length > 0 ? undefined : drawnNow(store.getState()).nodes.find((node) => node.id === id);
};

export const isTrigger = ({ store }: ActContext, { type }: ScenarioNode): boolean =>
  store.getState().kit.kinds.get(type)?.kind === 'trigger';

/** Where «append» puts a step: after the chosen one by its first free exit. */
export const appendOrder = (context: ActContext): PickerOrder => {
  const node = onlyChosen(context);
  const { kit } = context.store.getState();
  const exit = node === undefined ? undefined : freeExit(node, drawnNow(context.store.getState()).edges, kit);
  return node === undefined || exit === undefined ? {} : { from: { node: node.id, port: exit } };
};
