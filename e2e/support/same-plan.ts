import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Manifest, Plan, Scenario } from '@potok/contracts';
import { compileScenario, renameSteps } from '@potok/scenario';

type Edge = Scenario['edges'][number];

const jsonOf = (path: string): unknown =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8'));

export const manifest = jsonOf('nodes/manifest.json') as Manifest;
export const templateOf = (id: string): Scenario => jsonOf(`templates/${id}/scenario.json`) as Scenario;

const byExit = (a: Edge, b: Edge): number => (a.from.port < b.from.port ? -1 : 1);

/** Steps as a run may come to them, exits in the order of their names: the same for the same drawing, whatever its ids. */
const idsInOrder = ({ nodes, edges }: Scenario): readonly string[] => {
  const targets = new Set(edges.map(({ to }) => to.node));
  const ids = new Set(nodes.map(({ id }) => id).filter((id) => !targets.has(id)));
  for (const id of ids)
    for (const { to } of edges.filter(({ from }) => from.node === id).sort(byExit)) ids.add(to.node);
  return [...ids];
};

/** A drawing with ids that say only where things stand: steps by the order of a walk, slots by what they are for. */
const renamed = (scenario: Scenario): Scenario => {
  const names = new Map(idsInOrder(scenario).map((id, at) => [id, `s${at}`]));
  const slots = new Map(scenario.slots.map(({ id, gateway }) => [id, gateway]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  return {
    ...scenario,
    slots: scenario.slots.map((slot) => ({ ...slot, id: slot.gateway })),
    nodes: scenario.nodes
      .map(({ slot, ...node }) => ({
        ...node,
        id: nameOf(node.id),
        params: renameSteps(node.params, names),
        ...(slot === undefined ? {} : { slot: slots.get(slot) ?? slot }),
      }))
      .sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1))),
    edges: scenario.edges
      .map(({ id, from, to }) => ({ id, from: { ...from, node: nameOf(from.node) }, to: { node: nameOf(to.node) } }))
      .sort((a, b) => (a.from.node + a.from.port < b.from.node + b.from.port ? -1 : 1))
      .map((edge, at) => ({ ...edge, id: `e${at}` })),
  };
};

/** What a drawing compiles to, its ids aside: two drawings of one thing have one plan. */
export const planAsDrawn = (scenario: Scenario): Plan => {
  const { plan, findings } = compileScenario(renamed(scenario), { manifest });
  if (plan === undefined) throw new Error(JSON.stringify(findings.filter(({ severity }) => severity === 'error')));
  return plan;
};
