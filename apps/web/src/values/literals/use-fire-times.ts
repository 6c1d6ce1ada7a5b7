import { useEffect, useState } from 'react';

export type FireTimes =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'known'; readonly moments: readonly Date[] }
  /** No day fits, or the zone cannot be read. */
  | { readonly kind: 'never' };

interface Line {
  readonly cron: string;
  readonly timeZone: string;
}

const SHOWN = 3;
const unknown: FireTimes = { kind: 'unknown' };

/** What the engine counts by; fetched when there is a schedule to show. */
const timesOf = async (line: Line, after: Date): Promise<FireTimes> => {
  const { nextFireTime } = await import('@potok/scenario/schedule');
  try {
    const moments: Date[] = [];
    for (let at = after; moments.length < SHOWN; moments.push(at)) at = nextFireTime(line, at);
    return { kind: 'known', moments };
  } catch {
    return { kind: 'never' };
  }
};

/** The next moments of a cron line after an instant. */
export const useFireTimes = ({ cron, timeZone }: Line, after: Date): FireTimes => {
  const [times, setTimes] = useState<FireTimes>(unknown);
  useEffect(() => {
    let isWanted = true;
    const take = (found: FireTimes): void => {
      if (isWanted) setTimes(found);
    };
    if (cron === '') take(unknown);
    else timesOf({ cron, timeZone }, after).then(take, () => take(unknown));
    return () => {
      isWanted = false;
    };
  }, [cron, timeZone, after]);
  return times;
};
