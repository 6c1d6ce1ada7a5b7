import type { ScenarioNode } from '@potok/contracts';
import { graphOf } from '../../canvas/graph.js';
import type { EditorDocument } from '../document/change.js';
import type { Command } from '../document/command.js';
import { exitsOf, type Kit } from '../document/kit.js';

/** The same numbers for the same seed. */
const dice = (seed: number) => {
  let state = seed ^ 0x9e3779b9;
  return (sides: number): number => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
    state = Math.imul(state ^ (state >>> 12), 0x297a2d39);
    state ^= state >>> 15;
    return sides === 0 ? 0 : (state >>> 0) % sides;
  };
};

const aNode = (kit: Kit, type: string): ScenarioNode => ({
  id: kit.newId('n'),
  type,
  typeVersion: 1,
  name: type,
  params: type === 'flow.decide' ? { branches: [{ port: 'a', when: { $cel: 'true' } }] } : {},
  position: { x: 0, y: 0 },
});

const TYPES = ['data.map', 'flow.decide', 'edo.send', 'flow.wait', 'http.get', 'flow.stop'];

interface Rolled {
  readonly kit: Kit;
  readonly roll: (sides: number) => number;
  readonly graph: string;
  readonly id: string;
  readonly other: string;
  readonly edge: string;
  readonly port: string;
  readonly note: string;
  readonly fresh: ScenarioNode;
  readonly place: { readonly x: number; readonly y: number };
}

const pickOf = <T>(roll: Rolled['roll'], list: readonly T[]): T | undefined => list[roll(list.length)];

const anIdOf = (roll: Rolled['roll'], list: readonly { readonly id: string }[] = []): string =>
  pickOf(roll, list)?.id ?? 'nobody';

const onSteps = ({ kit, roll, graph, id, other, edge, port, note, fresh, place }: Rolled): readonly Command[] => [
  { kind: 'add-node', graph, node: fresh, from: { node: id, port } },
  { kind: 'add-node', graph, node: fresh, edge },
  { kind: 'add-node', graph, node: fresh, slot: { id: `s${roll(4)}`, gateway: 'crm', title: 'CRM' } },
  { kind: 'remove', graph, nodes: [id], edges: [], notes: [], keepsWires: true },
  { kind: 'remove', graph, nodes: [id, other], edges: [edge], notes: [note], keepsWires: false },
  { kind: 'move', graph, places: { [id]: place, [note]: place } },
  { kind: 'splice', graph, node: id, edge },
  {
    kind: 'edit-node',
    graph,
    node: id,
    patch: { name: `Шаг ${roll(9)}`, note: roll(2) === 0 ? undefined : 'заметка' },
  },
  { kind: 'edit-node', graph, node: id, patch: { onFault: pickOf(roll, [undefined, 'port', 'continue'] as const) } },
  { kind: 'edit-node', graph, node: id, patch: { params: { branches: [{ port: pickOf(roll, ['a', 'b', 'c']) }] } } },
  { kind: 'replace-type', graph, node: id, by: fresh },
  { kind: 'turn', graph, nodes: [id, other], isSkipped: roll(2) === 0 },
  { kind: 'link', graph, from: { node: id, port }, to: other },
  { kind: 'unlink', graph, edge },
  { kind: 'relink', graph, edge, from: { node: id, port } },
  { kind: 'relink', graph, edge, to: other },
  { kind: 'extract', graph, nodes: [id, other], call: fresh },
  { kind: 'group', group: { id: kit.newId('g'), title: 'Группа', nodes: [...new Set([id, other])] } },
  { kind: 'add-path', path: { id: kit.newId('p'), kind: 'annul', ofNode: id, title: 'П', nodes: [fresh], edges: [] } },
  { kind: 'paste', graph, fragment: { nodes: [fresh], edges: [], notes: [], groups: [], slots: [], parameters: [] } },
];

const onTheWhole = ({ scenario }: EditorDocument, { kit, roll, note, place }: Rolled): readonly Command[] => {
  const group = anIdOf(roll, scenario.groups);
  const path = anIdOf(roll, scenario.paths);
  return [
    { kind: 'add-note', note: { id: kit.newId('t'), text: 'заметка', position: place, width: 200, height: 80 } },
    { kind: 'edit-note', note, patch: { text: `текст ${roll(9)}` } },
    { kind: 'ungroup', groups: [group] },
    { kind: 'fold', groups: [group], isFolded: roll(2) === 0 },
    { kind: 'name-group', group, title: `Группа ${roll(9)}` },
    { kind: 'edit-path', path, patch: { title: `Путь ${roll(9)}` } },
    { kind: 'remove-path', path },
    { kind: 'name-scenario', name: `Имя ${roll(9)}`, ...(roll(2) === 0 ? {} : { description: 'о чём' }) },
    { kind: 'put-slot', slot: { id: `s${roll(4)}`, gateway: 'crm', title: `CRM ${roll(9)}` } },
    { kind: 'remove-slot', slot: `s${roll(4)}` },
    { kind: 'put-parameter', parameter: { id: `p${roll(4)}`, title: `П ${roll(9)}`, schema: { type: 'string' } } },
    { kind: 'remove-parameter', parameter: `p${roll(4)}` },
    { kind: 'name-parameter', parameter: `p${roll(4)}`, id: `p${roll(4)}` },
    { kind: 'bind', slot: `s${roll(4)}`, connection: pickOf(roll, [undefined, 'a', 'b']) },
    { kind: 'set-parameter', parameter: `p${roll(4)}`, value: pickOf(roll, [undefined, 'x', 7, { a: [1] }]) },
    { kind: 'replace-binding', binding: { slots: {}, parameters: { p1: roll(9) } } },
    { kind: 'replace-all', scenario: { ...scenario, name: 'Другой', nodes: scenario.nodes.slice(1) } },
  ];
};

/** Some act upon a document, wanted or not: also on elements that are not there. */
export const aRandomCommand = (document: EditorDocument, seed: number, kit: Kit): Command => {
  const roll = dice(seed);
  const { scenario } = document;
  const graph = pickOf(roll, ['main', 'main', ...(scenario.paths ?? []).map(({ id }) => id)]) ?? 'main';
  const { nodes, edges } = graphOf(scenario, graph);
  const node = pickOf(roll, nodes) ?? aNode(kit, 'data.map');
  const rolled: Rolled = {
    kit,
    roll,
    graph,
    id: node.id,
    other: anIdOf(roll, nodes),
    edge: anIdOf(roll, edges),
    port: pickOf(roll, exitsOf(node, kit)) ?? 'done',
    note: anIdOf(roll, scenario.notes),
    fresh: aNode(kit, pickOf(roll, TYPES) ?? 'data.map'),
    place: { x: roll(2000), y: roll(900) },
  };
  const commands = [...onSteps(rolled), ...onTheWhole(document, rolled)];
  return pickOf(roll, commands) ?? { kind: 'unlink', graph, edge: rolled.edge };
};
