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

const usesIn = (graph: string, { id: node, params }: Scenario['nodes'][number]): readonly [string, StepUse][] =>
  collectReferences(params).flatMap(({ root, path, pointer }): [string, StepUse][] => {
    const [step, ...rest] = path;
    if ((root !== 'steps' && root !== 'waits') || step === undefined) return [];
    return [[step, { graph, node, pointer, path: rest }]];
  });

/** Who uses what of which step, by the step's id: what breaks when it goes. `main` is the main graph. */
export const stepUses = (scenario: Scenario): ReadonlyMap<string, readonly StepUse[]> => {
  const graphs = [{ id: 'main', nodes: scenario.nodes }, ...(scenario.paths ?? [])];
  const uses = new Map<string, StepUse[]>();
  for (const [step, use] of graphs.flatMap(({ id, nodes }) => nodes.flatMap((node) => usesIn(id, node))))
    uses.set(step, [...(uses.get(step) ?? []), use]);
  return uses;
};
