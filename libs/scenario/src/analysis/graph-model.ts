import type { AnyManifest, Manifest, Scenario } from '@potok/contracts';
import { flowManifests } from '../flow/flow-manifests.js';
import { portsOf, roleOf, type NodeRole } from '../flow/node-role.js';
import { byText } from '../plan/canonical.js';

type ScenarioNode = Scenario['nodes'][number];
export type ScenarioEdge = Scenario['edges'][number];

/** A node of a drawing whose type is known. */
export interface DrawnNode {
  readonly id: string;
  readonly node: ScenarioNode;
  readonly manifest: AnyManifest;
  readonly role: NodeRole;
  readonly ports: readonly string[];
  readonly isSkipped: boolean;
}

/** An edge whose ends and port exist. */
export interface DrawnEdge {
  readonly id: string;
  readonly from: string;
  readonly port: string;
  readonly to: string;
}

/** One graph of a scenario (`main` or a path), with what is unknown left out. All orders are fixed by ids. */
export interface GraphModel {
  readonly id: string;
  readonly nodes: ReadonlyMap<string, DrawnNode>;
  readonly edges: readonly DrawnEdge[];
  readonly out: ReadonlyMap<string, readonly DrawnEdge[]>;
  readonly into: ReadonlyMap<string, readonly DrawnEdge[]>;
}

/** A graph as it was drawn. */
export interface DrawnGraph {
  readonly id: string;
  readonly nodes: readonly ScenarioNode[];
  readonly edges: readonly ScenarioEdge[];
}

/** `type@version` → manifest, the flow's own included. */
export type Catalogue = ReadonlyMap<string, AnyManifest>;

export const catalogueOf = (manifest: Manifest): Catalogue =>
  new Map([...manifest.nodes, ...flowManifests].map((one) => [`${one.id}@${one.version}`, one]));

export const graphsOf = (scenario: Scenario): readonly DrawnGraph[] => [
  { id: 'main', nodes: scenario.nodes, edges: scenario.edges },
  ...(scenario.paths ?? []).map(({ id, nodes, edges }) => ({ id, nodes, edges })),
];

const drawn = (node: ScenarioNode, manifest: AnyManifest): DrawnNode => ({
  id: node.id,
  node,
  manifest,
  role: roleOf(manifest),
  ports: portsOf(node, manifest),
  isSkipped: node.isSkipped === true,
});

export const edgesBy = (end: 'from' | 'to', edges: readonly DrawnEdge[]): ReadonlyMap<string, readonly DrawnEdge[]> => {
  const groups = new Map<string, DrawnEdge[]>();
  for (const edge of edges) groups.set(edge[end], [...(groups.get(edge[end]) ?? []), edge]);
  return groups;
};

const byEnds = (a: DrawnEdge, b: DrawnEdge): number =>
  byText(a.from, b.from) || byText(a.port, b.port) || byText(a.to, b.to);

const modelOf = (id: string, nodes: readonly DrawnNode[], edges: readonly DrawnEdge[]): GraphModel => {
  const ordered = [...edges].sort(byEnds);
  return {
    id,
    nodes: new Map([...nodes].sort((a, b) => byText(a.id, b.id)).map((node) => [node.id, node])),
    edges: ordered,
    out: edgesBy('from', ordered),
    into: edgesBy('to', ordered),
  };
};

/** The part of a drawn graph that can be understood: known types, edges between known ports. */
export const modelOfDrawing = (graph: DrawnGraph, catalogue: Catalogue): GraphModel => {
  const nodes = graph.nodes.flatMap((node) => {
    const manifest = catalogue.get(`${node.type}@${node.typeVersion}`);
    return manifest === undefined ? [] : [drawn(node, manifest)];
  });
  const known = new Map(nodes.map((node) => [node.id, node]));
  const edges = graph.edges
    .map(({ id, from, to }) => ({ id, from: from.node, port: from.port, to: to.node }))
    .filter(({ from, port, to }) => known.get(from)?.ports.includes(port) === true && known.has(to));
  return modelOf(graph.id, nodes, edges);
};

/** Edges that a run can take: a skipped node is left by its first port only. */
export const liveEdgesFrom = (model: GraphModel, id: string): readonly DrawnEdge[] => {
  const edges = model.out.get(id) ?? [];
  const node = model.nodes.get(id);
  return node?.isSkipped === true ? edges.filter(({ port }) => port === node.ports[0]) : edges;
};

/** Everything that can be reached from a node, itself included. */
export const reachableFrom = (start: string, edgesFrom: (id: string) => readonly DrawnEdge[]): ReadonlySet<string> => {
  const seen = new Set([start]);
  const queue = [start];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const { to } of edgesFrom(id)) {
      if (!seen.has(to)) queue.push(to);
      seen.add(to);
    }
  }
  return seen;
};
