import type { RerunPlanView } from '@potok/contracts';
import { useTexts } from '../app/texts/use-texts.js';
import { FaultText } from '../page/fault-box.js';
import type { RepeatKind } from './use-rerun.js';

interface Props {
  readonly plan: RerunPlanView;
  readonly kind: RepeatKind;
}

export const refusalOf = (plan: RerunPlanView, kind: RepeatKind) =>
  kind === 'rerun' ? plan.rerunRefusal : plan.againRefusal;

const named = (nodes: readonly { readonly nodeName: string }[]): string =>
  nodes.map(({ nodeName }) => nodeName).join(', ');

/** What a repeat takes over, what it walks again, and what of that is not done a second time; or why it is refused. */
export const RerunPlan = ({ plan, kind }: Props) => {
  const { reruns } = useTexts();
  const refusal = refusalOf(plan, kind);
  if (refusal !== undefined) return <FaultText fault={{ code: refusal.code, sentence: refusal.detail }} />;
  const acted = plan.repeated.filter(({ hasActed }) => hasActed);
  return (
    <dl className="rerun-plan" aria-label={reruns.plan}>
      <dt>{reruns.takenOver}</dt>
      <dd>{plan.takenOver.length === 0 ? reruns.nothingTaken : named(plan.takenOver)}</dd>
      <dt>{reruns.repeated}</dt>
      <dd>{named(plan.repeated)}</dd>
      {acted.length === 0 ? null : (
        <>
          <dt>{kind === 'rerun' ? reruns.notTwice : reruns.onceMore}</dt>
          <dd>
            <strong>{named(acted)}</strong>
          </dd>
        </>
      )}
    </dl>
  );
};
