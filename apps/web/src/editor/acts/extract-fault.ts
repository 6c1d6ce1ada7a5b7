import type { Manifest, Scenario, ScenarioNode } from '@potok/contracts';
import { collectReferences, placeScope, stepUses } from '@potok/scenario';
import { type Graph, graphOf, MAIN } from '../../canvas/graph.js';
import { exitsOf, type Kit } from '../document/kit.js';

export interface ExtractFault {
  readonly kind: 'nothing' | 'trigger' | 'entries' | 'exits' | 'ends' | 'used' | 'path' | 'item';
  /** Of the steps at fault. */
  readonly names: readonly string[];
}

type Ids = ReadonlySet<string>;

interface Given {
  readonly scenario: Scenario;
  readonly graph: string;
  readonly moved: Ids;
  /** The moved steps as a scenario. */
  readonly own: Scenario;
}

type Drawn = Graph;

/** Moved steps with which the part begins: what is led to from outside, and what nothing leads to. */
export const entriesOf = ({ nodes, edges }: Drawn, moved: Ids): readonly string[] => {
  const led = new Set(edges.map(({ to }) => to.node));
  const fromOutside = new Set(edges.filter(({ from }) => !moved.has(from.node)).map(({ to }) => to.node));
  return nodes.map(({ id }) => id).filter((id) => moved.has(id) && (fromOutside.has(id) || !led.has(id)));
};

const exitsLeading = ({ edges }: Drawn, moved: Ids): readonly string[] => [
  ...new Set(edges.filter(({ from, to }) => moved.has(from.node) && !moved.has(to.node)).map(({ to }) => to.node)),
];

/** Steps in the body of a moved for-each: a way that ends there goes on with the next item. */
const inBodies = ({ nodes, edges }: Drawn, moved: Ids): Ids => {
  const loops = new Set(nodes.filter(({ id, type }) => moved.has(id) && type === 'flow.for-each').map(({ id }) => id));
  const found = edges.filter(({ from }) => loops.has(from.node) && from.port === 'item').map(({ to }) => to.node);
  const seen = new Set(found);
  for (const id of found)
    for (const { from, to } of edges)
      if (from.node === id && !seen.has(to.node)) {
        seen.add(to.node);
        found.push(to.node);
      }
  return seen;
};

/** Steps with a way that ends among the moved ones: after the call it would go on. */
const endsWithin = (drawn: Drawn, moved: Ids, kit: Kit): readonly string[] => {
  const bodies = inBodies(drawn, moved);
  const wired = new Set(drawn.edges.map(({ from }) => `${from.node}\n${from.port}`));
  const ends = (node: ScenarioNode): boolean =>
    node.type === 'flow.stop' ||
    (!bodies.has(node.id) && exitsOf(node, kit).some((port) => !wired.has(`${node.id}\n${port}`)));
  return drawn.nodes.filter((node) => moved.has(node.id) && ends(node)).map(({ id }) => id);
};

const usersOf = (scenario: Scenario, moved: Ids): readonly string[] => {
  const uses = stepUses(scenario);
  return [...moved]
    .flatMap((id) => uses.get(id) ?? [])
    .map(({ node }) => node)
    .filter((id) => !moved.has(id));
};

/** Moved steps that use the item of a for-each which stays. */
const itemUsers = (own: Scenario, manifest: Manifest): readonly string[] =>
  own.nodes
    .filter(({ id, params }) => {
      const usesItem = collectReferences(params).some(({ root }) => root === 'item' || root === 'itemIndex');
      return usesItem && !Object.hasOwn(placeScope(own, { manifest, graph: MAIN, node: id }).roots, 'item');
    })
    .map(({ id }) => id);

type Ask = (given: Given, drawn: Drawn, kit: Kit) => readonly string[];

/** Asked in this order: the first that finds steps speaks. */
const ASKED: readonly (readonly [ExtractFault['kind'], Ask])[] = [
  [
    'trigger',
    ({ moved }, { nodes }, { kinds }) =>
      nodes.filter(({ id, type }) => moved.has(id) && kinds.get(type)?.kind === 'trigger').map(({ id }) => id),
  ],
  [
    'entries',
    ({ moved }, drawn) => {
      const entries = entriesOf(drawn, moved);
      return entries.length > 1 ? entries : [];
    },
  ],
  [
    'exits',
    ({ moved }, drawn) => {
      const exits = exitsLeading(drawn, moved);
      return exits.length > 1 ? exits : [];
    },
  ],
  ['ends', ({ moved }, drawn, kit) => (exitsLeading(drawn, moved).length === 0 ? [] : endsWithin(drawn, moved, kit))],
  ['used', ({ scenario, moved }) => usersOf(scenario, moved)],
  ['path', ({ scenario, moved }) => (scenario.paths ?? []).map(({ ofNode }) => ofNode).filter((id) => moved.has(id))],
  ['item', ({ own }, _drawn, { kinds }) => itemUsers(own, { nodes: [...kinds.values()] })],
];

/** Why the chosen steps cannot become a scenario of their own; `undefined` when they can. */
export const faultOf = (given: Given, kit: Kit): ExtractFault | undefined => {
  if (given.moved.size === 0) return { kind: 'nothing', names: [] };
  const drawn = graphOf(given.scenario, given.graph);
  const all = [...given.scenario.nodes, ...(given.scenario.paths ?? []).flatMap(({ nodes }) => nodes)];
  for (const [kind, ask] of ASKED) {
    const ids = new Set(ask(given, drawn, kit));
    if (ids.size > 0) return { kind, names: all.filter(({ id }) => ids.has(id)).map(({ name }) => name) };
  }
  return undefined;
};
