import { useEffect, useState } from 'react';
import { useSpeech } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { formatInstantDay, formatMoment } from './dates.js';
import { durationBetween, formatAge } from './durations.js';

const TICK_MS = 5_000;
const DAY_MS = 86_400_000;

/** The time now, renewed every few seconds. */
export const useNow = (): number => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
};

/** «5 мин назад» within a day, else the date; the exact time in the tooltip. */
export const Moment = ({ at }: { readonly at: string }) => {
  const { texts, language } = useSpeech();
  const { timeZone } = useWorkspace();
  const age = durationBetween(at, useNow());
  return (
    <time dateTime={at} title={formatMoment(at, { language, timeZone })} className="num">
      {age < DAY_MS ? texts.format.ago(formatAge(age, language)) : formatInstantDay(at, { language, timeZone })}
    </time>
  );
};
