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

/** Some act upon a document, wanted or not: also on elements that are not there. */
export const aRandomCommand = (document: EditorDocument, seed: number, kit: Kit): Command => {
  const roll = dice(seed);
  const { scenario } = document;
  const pick = <T>(list: readonly T[]): T | undefined => list[roll(list.length)];
  const graph = pick(['main', 'main', ...(scenario.paths ?? []).map(({ id }) => id)]) ?? 'main';
  const { nodes, edges } = graphOf(scenario, graph);
  const node = pick(nodes) ?? aNode(kit, 'data.map');
  const id = node.id;
  const other = pick(nodes)?.id ?? 'nobody';
  const edge = pick(edges)?.id ?? 'none';
  const port = pick(exitsOf(node, kit)) ?? 'done';
  const type = pick(TYPES) ?? 'data.map';
  const place = { x: roll(2000), y: roll(900) };
  const group = pick(scenario.groups ?? [])?.id ?? 'none';
  const note = pick(scenario.notes ?? [])?.id ?? 'none';
  const path = pick(scenario.paths ?? [])?.id ?? 'none';
  const fresh = aNode(kit, type);
  const commands: readonly Command[] = [
    { kind: 'add-node', graph, node: fresh, from: { node: id, port } },
    { kind: 'add-node', graph, node: fresh, edge },
    { kind: 'add-node', graph, node: fresh, slot: { id: `s${roll(4)}`, gateway: 'crm', title: 'CRM' } },
    { kind: 'remove', graph, nodes: [id], edges: [], notes: [], keepsWires: true },
    { kind: 'remove', graph, nodes: [id, other], edges: [edge], notes: [note], keepsWires: false },
    { kind: 'move', graph, places: { [id]: place, [note]: place } },
    { kind: 'splice', graph, node: id, edge },
    { kind: 'edit-node', graph, node: id, patch: { name: `Шаг ${roll(9)}`, note: pick([undefined, 'заметка']) } },
    { kind: 'edit-node', graph, node: id, patch: { onFault: pick([undefined, 'port', 'continue'] as const) } },
    { kind: 'edit-node', graph, node: id, patch: { params: { branches: [{ port: pick(['a', 'b', 'c']) }] } } },
    { kind: 'replace-type', graph, node: id, by: fresh },
    { kind: 'turn', graph, nodes: [id, other], isSkipped: roll(2) === 0 },
    { kind: 'link', graph, from: { node: id, port }, to: other },
    { kind: 'unlink', graph, edge },
    { kind: 'relink', graph, edge, from: { node: id, port } },
    { kind: 'relink', graph, edge, to: other },
    { kind: 'add-note', note: { id: kit.newId('t'), text: 'заметка', position: place, width: 200, height: 80 } },
    { kind: 'edit-note', note, patch: { text: `текст ${roll(9)}` } },
    { kind: 'group', group: { id: kit.newId('g'), title: 'Группа', nodes: [...new Set([id, other])] } },
    { kind: 'ungroup', groups: [group] },
    { kind: 'fold', groups: [group], isFolded: roll(2) === 0 },
    { kind: 'name-group', group, title: `Группа ${roll(9)}` },
    {
      kind: 'add-path',
      path: { id: kit.newId('p'), kind: 'annul', ofNode: id, title: 'Путь', nodes: [fresh], edges: [] },
    },
    { kind: 'edit-path', path, patch: { title: `Путь ${roll(9)}` } },
    { kind: 'remove-path', path },
    { kind: 'name-scenario', name: `Имя ${roll(9)}`, ...(roll(2) === 0 ? {} : { description: 'о чём' }) },
    { kind: 'put-slot', slot: { id: `s${roll(4)}`, gateway: 'crm', title: `CRM ${roll(9)}` } },
    { kind: 'remove-slot', slot: `s${roll(4)}` },
    { kind: 'put-parameter', parameter: { id: `p${roll(4)}`, title: `П ${roll(9)}`, schema: { type: 'string' } } },
    { kind: 'remove-parameter', parameter: `p${roll(4)}` },
    { kind: 'bind', slot: `s${roll(4)}`, connection: pick([undefined, 'a', 'b']) },
    { kind: 'set-parameter', parameter: `p${roll(4)}`, value: pick([undefined, 'x', 7, { a: [1] }]) },
    {
      kind: 'paste',
      graph,
      fragment: { nodes: [fresh], edges: [], notes: [], groups: [], slots: [], parameters: [] },
    },
    { kind: 'extract', graph, nodes: [id, other], call: fresh },
    { kind: 'replace-all', scenario: { ...scenario, name: 'Другой', nodes: scenario.nodes.slice(1) } },
  ];
  return pick(commands) ?? { kind: 'unlink', graph, edge };
};
