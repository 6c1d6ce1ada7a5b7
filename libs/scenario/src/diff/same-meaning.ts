import type { Scenario, ScenarioEdge, ScenarioNode } from '@potok/contracts';
import { byText, canonicalJson } from '../plan/canonical.js';
import { DEFAULT_RETRY, DEFAULT_TIMEOUT_SEC, parametersOf, slotsOf } from '../plan/steps.js';
import { edgeEnds } from './diff-graph.js';

const nodeMeaning = ({ position: _position, note: _note, legalReason: _reason, ...node }: ScenarioNode) => ({
  ...node,
  retry: node.retry ?? DEFAULT_RETRY,
  timeoutSec: node.timeoutSec ?? DEFAULT_TIMEOUT_SEC,
  onFault: node.onFault ?? 'park',
  isSkipped: node.isSkipped === true,
});

const graphMeaning = ({ nodes, edges }: { nodes: readonly ScenarioNode[]; edges: readonly ScenarioEdge[] }) => ({
  nodes: nodes.map(nodeMeaning).sort((a, b) => byText(a.id, b.id)),
  edges: [...new Set(edges.map(edgeEnds))].sort(byText),
});

/** What of a drawing enters its plan, whatever the order and the layout. */
const meaningOf = (scenario: Scenario): unknown => ({
  ...graphMeaning(scenario),
  slots: slotsOf(scenario),
  parameters: parametersOf(scenario),
  paths: (scenario.paths ?? [])
    .map(({ id, kind, ofNode, ...graph }) => ({ id, kind, ofNode, ...graphMeaning(graph) }))
    .sort((a, b) => byText(a.id, b.id)),
});

/** No run could tell them apart: they differ at most in layout, notes, groups, titles and the order in which they are written. */
export const isSameMeaning = (before: Scenario, after: Scenario): boolean =>
  canonicalJson(meaningOf(before)) === canonicalJson(meaningOf(after));
