import type { RunDetailView, StepView } from '@potok/contracts';
import { useSpeech, useTexts } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { formatLogTime } from '../format/dates.js';
import { nodeOf } from '../canvas/graph.js';
import { traceOfStep } from '../canvas/overlay.js';
import { useTraceWords } from '../canvas/trace-words.js';
import { wayTitle } from '../canvas/way-title.js';
import { StepState } from '../states/states.js';

interface Props {
  readonly run: RunDetailView;
  readonly chosen?: string | undefined;
  readonly onChoose?: (step: StepView) => void;
}

const FIRST_VISIT = '0';

/** What an ended step tells beside its state; one that goes on tells it as its node does. */
const useAbout = (step: StepView, run: RunDetailView): string => {
  const { texts } = useSpeech();
  const node = nodeOf(run, step);
  const standing = useTraceWords(traceOfStep(step, node, run));
  const port = step.port === undefined || step.port === 'done' ? undefined : wayTitle(node, step.port, texts);
  return [
    step.isTakenOver === true ? texts.reruns.takenOverStep : undefined,
    step.visit === FIRST_VISIT ? undefined : texts.runs.visit(step.visit),
    standing === '' ? undefined : standing,
    port === undefined ? undefined : texts.runs.leftBy(port),
  ]
    .filter((word) => word !== undefined)
    .join(' · ');
};

const Row = ({ step, run }: { readonly step: StepView; readonly run: RunDetailView }) => {
  const { language } = useSpeech();
  const { timeZone } = useWorkspace();
  const fault = step.undoFault ?? step.fault;
  return (
    <>
      <time className="timeline-at num" dateTime={step.startedAt}>
        {formatLogTime(step.startedAt, { language, timeZone })}
      </time>
      <span className="timeline-what">
        <span className="timeline-name">{step.nodeName}</span>
        <span className="dim">{useAbout(step, run)}</span>
        {fault === undefined ? null : <span className="timeline-fault">{fault.detail}</span>}
      </span>
      <StepState status={step.status} />
    </>
  );
};

/** Steps in the order in which they began; a row chooses its step. */
export const Timeline = ({ run, chosen, onChoose }: Props) => {
  const { runs } = useTexts();
  const { steps, moreSteps: more } = run;
  if (steps.length === 0) return <p className="dim">{runs.timelineEmpty}</p>;
  return (
    <>
      {more === undefined ? null : <p className="dim">{runs.moreSteps(more)}</p>}
      <ol className="timeline" aria-label={runs.timeline}>
        {steps.map((step) => (
          <li key={step.id}>
            {onChoose === undefined ? (
              <div className="timeline-row">
                <Row step={step} run={run} />
              </div>
            ) : (
              <button
                type="button"
                className="timeline-row"
                aria-current={step.id === chosen ? 'step' : undefined}
                onClick={() => onChoose(step)}
              >
                <Row step={step} run={run} />
              </button>
            )}
          </li>
        ))}
      </ol>
    </>
  );
};
