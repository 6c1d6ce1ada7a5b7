import type { RunDetailView, StepView } from '@potok/contracts';
import type { Place, RepeatKind } from './use-rerun.js';

export interface NamedPlace extends Place {
  readonly name: string;
}

const MAIN = /^\d+$/;

export const placeKey = ({ node, visit }: Place): string => `${node}@${visit}`;

/**
 * Where a run can be repeated from: the steps of its main line, and the forks that it went through, which have no row of their own.
 * A step that was chosen is among them wherever it lies: the answer says from where to repeat instead.
 */
export const repeatPlaces = (run: RunDetailView, chosen: StepView | undefined): readonly NamedPlace[] => {
  const inside = run.steps.filter(({ visit }) => visit.includes('/~')).map(({ visit }) => visit.split('/')[0] ?? '0');
  const forks = run.scenario.nodes
    .filter(({ type }) => type === 'flow.parallel')
    .flatMap(({ id, name }) => [...new Set(inside)].map((visit) => ({ node: id, visit, name })));
  const steps = run.steps
    .filter((step) => MAIN.test(step.visit) || step.id === chosen?.id)
    .map(({ node, visit, nodeName }) => ({ node, visit, name: nodeName }));
  return [...steps, ...forks];
};

/**
 * Where people most often mean: the step that was chosen, else the one that went wrong, else the last. What is sent again is made anew
 * from the beginning.
 */
export const likelyPlace = (run: RunDetailView, kind: RepeatKind, chosen: StepView | undefined): Place | undefined => {
  const main = run.steps.filter(({ visit }) => MAIN.test(visit));
  const wrong = main.find(({ fault, status }) => fault !== undefined && status !== 'done');
  const step = chosen ?? (kind === 'again' ? main[0] : (wrong ?? main.at(-1)));
  return step === undefined ? undefined : { node: step.node, visit: step.visit };
};
