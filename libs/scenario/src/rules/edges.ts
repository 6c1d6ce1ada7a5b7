import type { DrawnGraph, DrawnNode, GraphModel, ScenarioEdge } from '../analysis/graph-model.js';
import type { LiveGraph } from '../analysis/live-graph.js';
import { branchTitle } from '../flow/branch-title.js';
import type { Findings } from '../finding.js';

const checkEnds = (edge: ScenarioEdge, ids: ReadonlySet<string>, findings: Findings): boolean => {
  const missing = [edge.from.node, edge.to.node].filter((id) => !ids.has(id));
  for (const node of missing) findings.error('EDGE_END_UNKNOWN', { edge: edge.id, node });
  return missing.length === 0;
};

const checkEdge = (edge: ScenarioEdge, model: GraphModel, findings: Findings): void => {
  const from = model.nodes.get(edge.from.node);
  const to = model.nodes.get(edge.to.node);
  if (from !== undefined && !from.ports.includes(edge.from.port)) {
    findings.error(
      'PORT_UNKNOWN',
      { name: from.node.name, port: edge.from.port, ports: from.ports },
      { node: from.id },
    );
  }
  if (to?.role === 'trigger') findings.error('EDGE_INTO_TRIGGER', { name: to.node.name }, { node: to.id });
};

/** Edges join what exists, by ports that exist, one edge a port. */
export const checkEdges = (graph: DrawnGraph, model: GraphModel, findings: Findings): void => {
  const ids = new Set(graph.nodes.map(({ id }) => id));
  for (const edge of graph.edges) {
    if (checkEnds(edge, ids, findings)) checkEdge(edge, model, findings);
  }
  for (const [id, edges] of model.out) {
    const ports = edges.map(({ port }) => port);
    for (const port of new Set(ports.filter((one, index) => ports.indexOf(one) !== index))) {
      const node = model.nodes.get(id)?.node;
      const facts = { name: node?.name ?? id, port, title: branchTitle(node, port) };
      findings.error('PORT_HAS_TWO_EDGES', facts, { node: id });
    }
  }
};

/** Ways out have names of their own: branches may not be called as each other, nor as `otherwise` or `error`. */
export const checkPorts = (model: GraphModel, findings: Findings): void => {
  for (const { id, node, ports } of model.nodes.values()) {
    for (const port of new Set(ports.filter((one, index) => ports.indexOf(one) !== index))) {
      findings.error('PORT_REPEATED', { name: node.name, port }, { node: id, field: '/branches' });
    }
  }
};

const unwiredOf = ({ ports, isSkipped }: DrawnNode, wired: ReadonlySet<string>): readonly string[] =>
  isSkipped ? [] : ports.filter((port) => !wired.has(port));

const checkUnwired = (node: DrawnNode, port: string, findings: Findings): void => {
  const facts = { name: node.node.name, port, title: branchTitle(node.node, port) };
  if (port === 'error') findings.error('ERROR_PORT_WITHOUT_EDGE', facts, { node: node.id });
  else if (node.role === 'each' && port === 'item') findings.error('EACH_WITHOUT_BODY', facts, { node: node.id });
  else if (port !== 'done') findings.warn('PORT_WITHOUT_EDGE', facts, { node: node.id });
};

/** A port without an edge ends its branch. A lone `done` is a natural end; any other is worth a word. */
export const checkUnwiredPorts = (live: LiveGraph, findings: Findings): void => {
  for (const node of live.nodes.values()) {
    const wired = new Set((live.out.get(node.id) ?? []).map(({ port }) => port));
    for (const port of unwiredOf(node, wired)) checkUnwired(node, port, findings);
  }
};
