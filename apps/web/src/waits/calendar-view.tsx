import { useMemo } from 'react';
import type { Span, WaitsSearch } from '../app/searches.js';
import { useSpeech, useTexts } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { addDays, type Day, dayOf, startOfDay } from '../format/days.js';
import { formatTotal } from '../format/money.js';
import { useNow } from '../format/moment.js';
import { Empty } from '../page/empty.js';
import { Loaded } from '../page/loaded.js';
import { CalendarHead } from './calendar-head.js';
import { useDayTitle } from './day-title.js';
import { conditionsOf, useShownWaits, useWaitCounts } from './queries.js';
import { shownAround, unknownYear } from './span.js';
import { WaitList } from './wait-list.js';
import { WaitsCalendar } from './waits-calendar.js';

type Change = (change: Partial<Record<keyof WaitsSearch, string | undefined>>) => void;

interface Props {
  readonly search: WaitsSearch;
  readonly onChange: Change;
}

const GROUPS = ['overdue', 'undated'] as const;
type Group = (typeof GROUPS)[number];

/** What lies on no day to come: late, and without a time. A press shows it below. */
const Groups = ({
  counts,
  chosen,
  onChange,
}: {
  readonly counts: Readonly<Record<Group, string>>;
  readonly chosen: Group | undefined;
  readonly onChange: Change;
}) => {
  const { waits } = useTexts();
  return (
    <div className="queues" role="group" aria-label={waits.groups}>
      {GROUPS.map((group) => (
        <button
          key={group}
          type="button"
          aria-pressed={group === chosen}
          onClick={() => onChange({ group: group === chosen ? undefined : group, open: undefined })}
        >
          {waits[group]} <span className="num dim">{counts[group]}</span>
        </button>
      ))}
    </div>
  );
};

/** What was chosen, in full: a day, what is late, what has no time. */
const Chosen = ({ search }: { readonly search: WaitsSearch }) => {
  const { waits } = useTexts();
  const { timeZone } = useWorkspace();
  const titleOf = useDayTitle();
  const conditions = conditionsOf(search);
  const none = <p className="dim">{waits.nothingHere}</p>;
  if (search.group !== undefined) {
    const query = { ...conditions, [search.group]: 'true' };
    return <WaitList key={search.group} title={waits[search.group]} query={query} empty={none} />;
  }
  if (search.open === undefined) return null;
  const query = {
    ...conditions,
    from: startOfDay(search.open, timeZone),
    until: startOfDay(addDays(search.open, 1), timeZone),
  };
  return <WaitList key={search.open} title={titleOf(search.open)} query={query} empty={none} />;
};

const usePeriod = (day: Day, span: Span) => {
  const { timeZone } = useWorkspace();
  return useMemo(() => {
    const shown = shownAround(day, span);
    return { shown, from: startOfDay(shown.from, timeZone), until: startOfDay(shown.until, timeZone) };
  }, [day, span, timeZone]);
};

/** What the runs wait for, laid over the days. */
export const CalendarView = ({ search, onChange }: Props) => {
  const { texts, language } = useSpeech();
  const { waits } = texts;
  const today = dayOf(useNow(), useWorkspace().timeZone);
  const span = search.span ?? 'month';
  const day = search.day ?? today;
  const { shown, from, until } = usePeriod(day, span);
  const query = { ...conditionsOf(search), from, until };
  const counts = useWaitCounts(query);
  const listed = useShownWaits(query);
  const year = unknownYear(shown);
  return (
    <>
      <CalendarHead
        day={day}
        today={today}
        span={span}
        onDay={(next) => onChange({ day: next === today ? undefined : next, open: undefined })}
        onSpan={(next) => onChange({ span: next })}
      />
      <Loaded answer={counts} rows={8}>
        {({ overdue, undated, dated, days }) => (
          <>
            <Groups
              counts={{ overdue: formatTotal(overdue, language), undated: formatTotal(undated, language) }}
              chosen={search.group}
              onChange={onChange}
            />
            <Loaded answer={listed} rows={8}>
              {({ items }) => (
                <WaitsCalendar
                  shown={shown}
                  span={span}
                  around={day}
                  chosen={search.open}
                  items={items}
                  totals={new Map(days.map((one) => [one.day, one.total]))}
                  onDay={(open) => onChange({ open: open === search.open ? undefined : open, group: undefined })}
                />
              )}
            </Loaded>
            {year === undefined ? null : <p className="dim">{waits.yearUnknown(year)}</p>}
            {dated.total + undated.total === 0 ? <Empty>{waits.empty}</Empty> : null}
          </>
        )}
      </Loaded>
      <Chosen search={search} />
    </>
  );
};
