import type { RunView } from '@potok/contracts';
import type { Texts } from '../app/texts/catalogue.js';
import { useSpeech } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { formatMoment } from '../format/dates.js';
import { durationBetween, formatDuration } from '../format/durations.js';
import { useNow } from '../format/moment.js';
import { waitWords } from '../states/looks.js';

interface Standing {
  readonly run: RunView;
  readonly texts: Texts;
  readonly sinceText: (at: string) => string;
  readonly momentText: (at: string) => string;
}

const waitSentence = ({ run, texts, sinceText, momentText }: Standing): string | undefined => {
  const wait = run.waitingFor;
  if (wait === undefined) return undefined;
  const waits = texts.runs.waitsFor(waitWords(wait.kind, texts), wait.nodeName, sinceText(wait.since));
  return wait.deadline === undefined ? waits : `${waits} ${texts.runs.waitsUntil(momentText(wait.deadline))}`;
};

const otherSentence = ({ run, texts, sinceText }: Standing): string => {
  if (run.status === 'paused') return texts.runs.isPaused;
  if (run.status === 'undoing') return texts.runs.isUndoing;
  return texts.runs.goesOn(sinceText(run.startedAt));
};

/** One sentence on where a run stands: what it waits for, why it stopped, how it ended. */
export const useStanding = (run: RunView): string => {
  const { texts, language } = useSpeech();
  const { timeZone } = useWorkspace();
  const now = useNow();
  if (run.endedAt !== undefined)
    return texts.runs.endedIn(formatDuration(durationBetween(run.startedAt, run.endedAt), language));
  if (run.fault !== undefined) return texts.runs.stoodAt(run.fault.nodeName);
  const standing: Standing = {
    run,
    texts,
    sinceText: (at) => formatDuration(durationBetween(at, now), language),
    momentText: (at) => formatMoment(at, { language, timeZone }),
  };
  return waitSentence(standing) ?? otherSentence(standing);
};
