import type { Scenario } from '@potok/contracts';
import { collectReferences } from '../values/collect-references.js';

/** One place that uses the output of a step (or what its wait offers). */
export interface StepUse {
  readonly graph: string;
  /** Who uses it. */
  readonly node: string;
  /** JSON pointer of the field in its params. */
  readonly pointer: string;
  /** Which field of the output; empty for the whole. */
  readonly path: readonly string[];
}

/** Who uses what of which step, by the step's id: what breaks when it goes. `main` is the main graph. */
export const stepUses = (scenario: Scenario): ReadonlyMap<string, readonly StepUse[]> => {
  const uses = new Map<string, StepUse[]>();
  const graphs = [{ id: 'main', nodes: scenario.nodes }, ...(scenario.paths ?? [])];
  for (const { id: graph, nodes } of graphs)
    for (const { id: node, params } of nodes)
      for (const { root, path, pointer } of collectReferences(params)) {
        const [step, ...rest] = path;
        if ((root !== 'steps' && root !== 'waits') || step === undefined) continue;
        uses.set(step, [...(uses.get(step) ?? []), { graph, node, pointer, path: rest }]);
      }
  return uses;
};
