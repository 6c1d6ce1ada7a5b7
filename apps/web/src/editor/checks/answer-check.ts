import type { Manifest } from '@potok/contracts';
import { checkScenario, compileScenario, upgradeScenario, withSentence } from '@potok/scenario';
import type { CheckAnswer, CheckOrder } from './check-order.js';

type Asked = Exclude<CheckOrder, { kind: 'manifest' }>;

const compiled = ({ scenario, callPlans }: Extract<Asked, { kind: 'compile' }>, manifest: Manifest) => {
  const { findings, hash } = compileScenario(scenario, { manifest, ...(callPlans === undefined ? {} : { callPlans }) });
  return { findings, ...(hash === undefined ? {} : { hash }) };
};

const shape = ({ scenario }: Extract<Asked, { kind: 'shape' }>) => {
  const { drawing, findings } = upgradeScenario(scenario);
  return { findings: drawing === undefined ? findings : checkScenario(drawing).findings };
};

/** The compiler's answer to an order of the page. */
export const answerCheck = (order: Asked, manifest: Manifest): CheckAnswer => {
  const from = performance.now();
  const { findings, ...rest } = order.kind === 'compile' ? compiled(order, manifest) : shape(order);
  return {
    id: order.id,
    findings: findings.map((finding) => withSentence(finding, order.language)),
    tookMs: performance.now() - from,
    ...rest,
  };
};
