import type { WaitView } from '@potok/contracts';
import { useSpeech } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { formatMoment } from '../format/dates.js';
import { durationBetween, formatDuration } from '../format/durations.js';
import { useNow } from '../format/moment.js';
import { subjectOf } from '../runs/subject.js';
import { waitWords } from '../states/looks.js';

export interface WaitWords {
  /** «ждёт подписи покупателя» */
  readonly what: string;
  /** «Документ № 214 · ООО «Ромашка»» */
  readonly about: string;
  /** «3 д 4 ч» */
  readonly since: string;
  /** «до 26.11.2026, 14:05», or by how much it is late. */
  readonly until: string | undefined;
  readonly isLate: boolean;
}

/** A wait in words; with the time now, as they change by themselves. */
export const useWaitWords = (wait: WaitView): WaitWords => {
  const { texts, language } = useSpeech();
  const { timeZone } = useWorkspace();
  const now = useNow();
  const { waits } = texts;
  const span = (from: string | number, to: string | number) =>
    formatDuration(durationBetween(new Date(from).toISOString(), to), language);
  const isLate = wait.until !== undefined && new Date(wait.until).getTime() < now;
  const what = waits.waitsFor(waitWords(wait.kind, texts));
  return {
    what: wait.attempts === undefined ? what : `${what}, ${waits.tried(wait.attempts)}`,
    about: subjectOf({ id: wait.runId, subject: wait.subject }, texts).join(' · '),
    since: span(wait.since, now),
    until:
      wait.until === undefined
        ? undefined
        : isLate
          ? waits.late(span(wait.until, now))
          : waits.until(formatMoment(wait.until, { language, timeZone })),
    isLate,
  };
};
