import { useSpeech } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { formatLogTime, formatMoment } from '../format/dates.js';
import { durationBetween, formatDuration } from '../format/durations.js';
import { useNow } from '../format/moment.js';
import { waitWords } from '../states/looks.js';
import type { NodeTrace } from './overlay.js';

interface Speech extends ReturnType<typeof useSpeech> {
  readonly timeZone: string;
  readonly now: number;
}

const waitParts = ({ wait, waiting, startedAt }: NodeTrace, speech: Speech): readonly string[] => {
  const { texts, language, timeZone, now } = speech;
  const since = formatDuration(durationBetween(wait?.since ?? startedAt, now), language);
  return [
    texts.canvas.waits(waitWords(wait?.kind ?? '', texts), since),
    ...(wait?.until === undefined ? [] : [texts.canvas.until(formatMoment(wait.until, { language, timeZone }))]),
    ...(waiting > 1 ? [texts.canvas.waitsAtOnce(waiting)] : []),
  ];
};

const retryParts = (trace: NodeTrace, { texts, language, timeZone }: Speech): readonly string[] => [
  texts.canvas.tries(trace.attempts, trace.maxAttempts),
  ...(trace.nextTryAt === undefined
    ? []
    : [texts.canvas.nextTry(formatLogTime(trace.nextTryAt, { language, timeZone }))]),
];

const endedParts = (trace: NodeTrace, { texts, language }: Speech): readonly string[] => {
  const ms = trace.endedAt === undefined ? 0 : durationBetween(trace.startedAt, trace.endedAt);
  return [
    ...(trace.attempts > 1 ? [texts.runs.attemptsCount(trace.attempts)] : []),
    ...(ms > 0 ? [formatDuration(ms, language)] : []),
  ];
};

/** Under a node: how long it took, how long it goes on, what it waits for since when and until when, which try it is. */
export const useTraceWords = (trace: NodeTrace): string => {
  const speech = { ...useSpeech(), timeZone: useWorkspace().timeZone, now: useNow() };
  const { texts, language, now } = speech;
  if (trace.status === 'waiting') return waitParts(trace, speech).join(' · ');
  if (trace.status === 'retrying') return retryParts(trace, speech).join(' · ');
  if (trace.status === 'started')
    return texts.canvas.goesOn(formatDuration(durationBetween(trace.startedAt, now), language));
  return endedParts(trace, speech).join(' · ');
};
