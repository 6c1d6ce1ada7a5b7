import type { StepView } from '@potok/contracts';
import { useSpeech, useTexts } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { formatLogTime } from '../format/dates.js';
import { durationBetween, formatDuration } from '../format/durations.js';
import { StepState } from '../states/states.js';

interface Props {
  readonly steps: readonly StepView[];
  readonly more?: number | undefined;
  readonly chosen?: string | undefined;
  readonly onChoose?: (step: StepView) => void;
}

const FIRST_VISIT = '0';

const useAbout = (step: StepView): string => {
  const { texts, language } = useSpeech();
  const { timeZone } = useWorkspace();
  const port =
    step.port === undefined || step.port === 'done' ? undefined : (texts.canvas.ports[step.port] ?? step.port);
  return [
    step.isTakenOver === true ? texts.reruns.takenOverStep : undefined,
    step.visit === FIRST_VISIT ? undefined : texts.runs.visit(step.visit),
    step.endedAt === undefined ? undefined : formatDuration(durationBetween(step.startedAt, step.endedAt), language),
    step.attempts.length > 1 ? texts.runs.attemptsCount(step.attempts.length) : undefined,
    port === undefined ? undefined : texts.runs.leftBy(port),
    step.nextTryAt === undefined
      ? undefined
      : texts.runs.nextTry(formatLogTime(step.nextTryAt, { language, timeZone })),
  ]
    .filter((word) => word !== undefined)
    .join(' · ');
};

const Row = ({ step }: { readonly step: StepView }) => {
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
        <span className="dim">{useAbout(step)}</span>
        {fault === undefined ? null : <span className="timeline-fault">{fault.detail}</span>}
      </span>
      <StepState status={step.status} />
    </>
  );
};

/** Steps in the order in which they began; a row chooses its step. */
export const Timeline = ({ steps, more, chosen, onChoose }: Props) => {
  const { runs } = useTexts();
  if (steps.length === 0) return <p className="dim">{runs.timelineEmpty}</p>;
  return (
    <>
      {more === undefined ? null : <p className="dim">{runs.moreSteps(more)}</p>}
      <ol className="timeline" aria-label={runs.timeline}>
        {steps.map((step) => (
          <li key={step.id}>
            {onChoose === undefined ? (
              <div className="timeline-row">
                <Row step={step} />
              </div>
            ) : (
              <button
                type="button"
                className="timeline-row"
                aria-current={step.id === chosen ? 'step' : undefined}
                onClick={() => onChoose(step)}
              >
                <Row step={step} />
              </button>
            )}
          </li>
        ))}
      </ol>
    </>
  );
};
