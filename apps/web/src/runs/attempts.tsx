import type { Fault, StepAttempt, StepView } from '@potok/contracts';
import { useSpeech, useTexts } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { formatLogTime } from '../format/dates.js';
import { durationBetween, formatDuration } from '../format/durations.js';
import { FaultText } from '../page/fault-box.js';

const shownFault = (fault: Fault & { readonly detail: string }) => ({
  code: fault.code,
  sentence: fault.detail,
  ...(fault.technical === undefined ? {} : { technical: fault.technical }),
});

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
      {step.fault === undefined ? null : <FaultText fault={shownFault(step.fault)} />}
      {step.undoFault === undefined ? null : <FaultText title={runs.undoFault} fault={shownFault(step.undoFault)} />}
      <ol>
        {step.attempts.map((attempt) => (
          <Attempt key={attempt.number} attempt={attempt} />
        ))}
      </ol>
    </div>
  );
};
