import type { Scenario } from '@potok/contracts';
import type { DrawnNode } from '../analysis/graph-model.js';
import type { LiveGraph } from '../analysis/live-graph.js';
import type { Findings } from '../finding.js';

const effectOf = ({ manifest }: DrawnNode): string | undefined =>
  manifest.kind === 'node' || manifest.kind === 'wait' ? manifest.effect : undefined;

const isBareLegal = (drawn: DrawnNode, withPath: ReadonlySet<string>): boolean =>
  effectOf(drawn) === 'legal' && !drawn.isSkipped && drawn.node.legalReason === undefined && !withPath.has(drawn.id);

/** What can be undone says how; what the law makes final has a path of its own or a reason why not. */
export const checkEffects = (scenario: Scenario, live: LiveGraph, findings: Findings): void => {
  const withPath = new Set((scenario.paths ?? []).map(({ ofNode }) => ofNode));
  for (const drawn of live.nodes.values()) {
    const { id, node, manifest } = drawn;
    const facts = { name: node.name };
    if (manifest.kind === 'node' && manifest.effect === 'undoable' && !manifest.isUndoable) {
      findings.error('UNDO_MISSING', { ...facts, type: node.type }, { node: id });
    }
    if (live.id === 'main' && isBareLegal(drawn, withPath)) {
      findings.error('LEGAL_WITHOUT_PATH', facts, { node: id, field: '/legalReason' });
    }
  }
};

/** A path belongs to a node of the main graph whose effect is legal. */
export const checkPaths = (scenario: Scenario, main: LiveGraph | undefined, findings: Findings): void => {
  if (main === undefined) return;
  (scenario.paths ?? []).forEach(({ title, ofNode }, index) => {
    const drawn = main.nodes.get(ofNode);
    const place = { field: `/paths/${index}/ofNode` };
    if (drawn === undefined) findings.error('PATH_OF_UNKNOWN_NODE', { title, node: ofNode }, place);
    else if (effectOf(drawn) !== 'legal')
      findings.warn('PATH_OF_HARMLESS_NODE', { title, name: drawn.node.name }, place);
  });
};
