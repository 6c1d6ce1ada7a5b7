import { cyclesWithoutWait } from '../analysis/cycles.js';
import type { DrawnNode } from '../analysis/graph-model.js';
import type { LiveGraph } from '../analysis/live-graph.js';
import type { ScopeProblem, Scopes } from '../analysis/scopes.js';
import type { Findings } from '../finding.js';

const nameIn = (graph: LiveGraph, id: string): string => graph.nodes.get(id)?.node.name ?? id;

/** A loop must wait somewhere; a for-each is no loop. */
export const checkCycles = (graph: LiveGraph, scopes: Scopes, findings: Findings): void => {
  for (const nodes of cyclesWithoutWait(graph, scopes.backEdges)) {
    const names = nodes.map((id) => nameIn(graph, id));
    findings.error('CYCLE_WITHOUT_WAIT', { nodes, names }, { node: nodes[0] });
  }
};

const reportProblem = (graph: LiveGraph, problem: ScopeProblem, findings: Findings): void => {
  const name = nameIn(graph, problem.node);
  const place = { node: problem.node };
  switch (problem.kind) {
    case 'join-without-fork':
      findings.error('JOIN_WITHOUT_FORK', { name }, place);
      break;
    case 'arms-differ':
      findings.error('JOIN_ARMS_DIFFER', { name }, place);
      break;
    case 'parallel-merges':
      findings.error('PARALLEL_MERGES_WITHOUT_JOIN', { name, fork: nameIn(graph, problem.fork) }, place);
      break;
    case 'body-leaks':
      findings.error('EACH_BODY_LEAKS', { name, each: nameIn(graph, problem.each) }, place);
      break;
  }
};

/** Does a branch of a fork have an end of its own, short of the join? A stop ends the run, so it is none. */
const canEndEarly = (graph: LiveGraph, scopes: Scopes, arm: { fork: string; branch: string }): boolean =>
  [...graph.nodes.values()].some(({ id, role, ports, isSkipped }) => {
    const frame = scopes.frames.get(id);
    if (frame?.node !== arm.fork || frame.branch !== arm.branch || role === 'stop') return false;
    const wired = new Set((graph.out.get(id) ?? []).map(({ port }) => port));
    const live = isSkipped ? ports.slice(0, 1) : ports.filter((port) => !(role === 'each' && port === 'item'));
    return live.some((port) => !wired.has(port));
  });

const checkNeed = ({ id, node }: DrawnNode, arms: number, findings: Findings): void => {
  const { mode, need } = node.params;
  const facts = { name: node.name, arms };
  const place = { node: id, field: '/need' };
  if (mode !== 'some') return;
  if (typeof need !== 'number') findings.error('JOIN_NEED_MISSING', facts, place);
  else if (need > arms) findings.error('JOIN_NEVER_FULFILLED', { ...facts, need }, place);
};

const stallingBranches = (graph: LiveGraph, scopes: Scopes, join: DrawnNode): readonly string[] => {
  const arms = scopes.arms.get(join.id);
  if (arms === undefined || join.node.params.mode === 'any') return [];
  return [...arms.branches].filter((branch) => canEndEarly(graph, scopes, { fork: arms.fork, branch }));
};

/** Branches come together in a join of their fork; bodies end inside their for-each. */
export const checkScopes = (graph: LiveGraph, scopes: Scopes, findings: Findings): void => {
  for (const problem of scopes.problems) reportProblem(graph, problem, findings);
  for (const join of [...graph.nodes.values()].filter(({ role }) => role === 'join')) {
    checkNeed(join, scopes.arms.get(join.id)?.branches.size ?? 0, findings);
    for (const branch of stallingBranches(graph, scopes, join)) {
      findings.warn('JOIN_MAY_STALL', { name: join.node.name, branch }, { node: join.id });
    }
  }
};
