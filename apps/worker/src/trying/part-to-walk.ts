import type { Plan, PlanStep, SkeletonNode, TryWork } from '@potok/contracts';

/** The type of a step whose given answer is taken as it is, whatever its params say. */
export const PINNED = 'pinned';

const LONGEST_STEP_MS = 20_000;

/**
 * A plan as a try walks it: waits and calls are steps that are answered at once, pinned steps have no params, and nothing is
 * tried twice. A decision whose branch a person has chosen takes it, whatever its conditions say.
 */
export const partToWalk = ({ plan, pinned, data, ports }: TryWork): Plan => {
  const { main } = plan.skeleton;
  const isPinned = (id: string) => pinned.includes(id) && Object.hasOwn(data.steps, id);
  const kinds = new Map(main.nodes.map(({ id, kind }) => [id, kind]));
  const stepOf = (step: PlanStep): PlanStep => ({
    ...step,
    retry: { ...step.retry, maxAttempts: 1 },
    timeoutMs: Math.min(step.timeoutMs, LONGEST_STEP_MS),
    opensBefore: [],
    isWait: false,
    ...(isPinned(step.id) && canBeTold(kinds.get(step.id), step) ? { type: PINNED, params: {} } : {}),
    ...(isLed(step, ports) ? { params: ledTo(ports[step.id]) } : {}),
  });
  const steps = Object.entries(plan.steps.nodes).map(([id, step]) => [id, stepOf(step)] as const);
  return {
    ...plan,
    skeleton: { ...plan.skeleton, main: { ...main, nodes: main.nodes.map(asStep) } },
    steps: { ...plan.steps, nodes: Object.fromEntries(steps) },
  };
};

/** Was the branch of this decision chosen by a person? */
export const isLed = ({ id, type }: PlanStep, ports: TryWork['ports']): boolean =>
  type === 'flow.decide' && Object.hasOwn(ports, id);

const ledTo = (port: string | undefined): PlanStep['params'] => ({ branches: [{ port, when: true }] });

const asStep = (node: SkeletonNode): SkeletonNode =>
  node.kind === 'wait' || node.kind === 'call' ? { id: node.id, kind: 'step' } : node;

/** Decisions, branches and for-eaches are the walk's own, and cost nothing. */
const canBeTold = (kind: SkeletonNode['kind'] | undefined, { type }: PlanStep): boolean =>
  (kind === 'step' || kind === 'wait' || kind === 'call') && type !== 'flow.decide';
