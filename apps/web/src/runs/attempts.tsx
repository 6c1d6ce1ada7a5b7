import type { StepAttempt, StepView } from '@potok/contracts';
import { useSpeech, useTexts } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { formatLogTime } from '../format/dates.js';
import { durationBetween, formatDuration } from '../format/durations.js';
import { RunFault } from './run-fault.js';

const Attempt = ({ attempt }: { readonly attempt: StepAttempt }) => {
  const { texts, language } = useSpeech();
  const { timeZone } = useWorkspace();
  const { runs } = texts;
  const end = attempt.endedAt === undefined ? runs.attemptGoesOn : runs.attemptOk;
  return (
    <li>
      <span className="num dim">{formatLogTime(attempt.startedAt, { language, timeZone })}</span>
      <span>{runs.attempt(attempt.number)}</span>
      <span className={attempt.fault === undefined ? 'dim' : 'mono attempt-code'}>{attempt.fault?.code ?? end}</span>
      <span className="num dim">
        {attempt.endedAt === undefined
          ? ''
          : formatDuration(durationBetween(attempt.startedAt, attempt.endedAt), language)}
      </span>
    </li>
  );
};

/** Every try of a step with its fault; what the step ended with stands first, in words. */
export const Attempts = ({ step }: { readonly step: StepView }) => {
  const { runs } = useTexts();
  return (
    <div className="attempts">
      {step.fault === undefined ? null : <RunFault fault={step.fault} detail={step.fault.detail} />}
      {step.undoFault === undefined ? null : (
        <RunFault title={runs.undoFault} fault={step.undoFault} detail={step.undoFault.detail} />
      )}
      <ol>
        {step.attempts.map((attempt) => (
          <Attempt key={attempt.number} attempt={attempt} />
        ))}
      </ol>
    </div>
  );
};
