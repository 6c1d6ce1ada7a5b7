import type { TriedStepView, TriedView, TryWork } from '@potok/contracts';
import type { RequestRow } from '@potok/persistence';
import type { NodeCatalogue } from '../nodes/node-catalogue.js';
import type { Language } from '../problems/texts.js';

/** The worker's answer to a try with the sentences of its faults. */
export const asTriedView = (
  { body, answer }: Pick<RequestRow, 'body' | 'answer'>,
  nodes: NodeCatalogue,
  language: Language,
): TriedView => {
  const { plan } = body as TryWork;
  const tried = answer as TriedView;
  const spoken = (step: TriedStepView): TriedStepView => {
    const { fault } = step;
    if (fault === undefined) return step;
    const detail = nodes.stepSentence(plan.steps.nodes[step.node], fault, language);
    return { ...step, fault: { ...fault, detail } };
  };
  return { ...tried, steps: tried.steps.map(spoken) };
};
