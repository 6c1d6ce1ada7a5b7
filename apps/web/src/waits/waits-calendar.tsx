import type { WaitView } from '@potok/contracts';
import type { Span } from '../app/searches.js';
import { useTexts } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { type Day, dayOf } from '../format/days.js';
import { useNow } from '../format/moment.js';
import { useDayTitle, useWeekdays } from './day-title.js';
import { isDayOff, type Shown } from './span.js';
import { WaitChip } from './wait-item.js';

/** How many waits a cell shows; the rest behind «ещё N». */
const IN_CELL: Readonly<Record<Span, number>> = { month: 3, week: 12 };

interface CellProps {
  readonly day: Day;
  readonly waits: readonly WaitView[];
  readonly total: number;
  readonly most: number;
  readonly marks: readonly string[];
  readonly isToday: boolean;
  readonly onDay: (day: Day) => void;
}

const Cell = ({ day, waits: listed, total, most, marks, isToday, onDay }: CellProps) => {
  const { waits } = useTexts();
  const titleOf = useDayTitle();
  const shown = listed.slice(0, most);
  const more = total - shown.length;
  const isOff = marks.includes('is-off');
  return (
    <td className={marks.join(' ')} aria-current={isToday ? 'date' : undefined}>
      <div className="calendar-day">
        <button
          type="button"
          aria-label={waits.openDay(titleOf(day), total, isOff)}
          title={isOff ? waits.dayOff : undefined}
          onClick={() => onDay(day)}
        >
          {Number(day.slice(8))}
        </button>
        {total === 0 ? null : <span className="num dim">{total}</span>}
      </div>
      {shown.map((wait) => (
        <WaitChip key={wait.id} wait={wait} />
      ))}
      {more > 0 ? (
        <button type="button" className="calendar-more" onClick={() => onDay(day)}>
          {waits.more(more)}
        </button>
      ) : null}
    </td>
  );
};

interface Props {
  readonly shown: Shown;
  readonly span: Span;
  /** The day in whose month the calendar stands. */
  readonly around: Day;
  readonly chosen: Day | undefined;
  readonly items: readonly WaitView[];
  readonly totals: ReadonlyMap<Day, number>;
  readonly onDay: (day: Day) => void;
}

const marksOf = (day: Day, { span, around, chosen }: Props, today: Day): readonly string[] => [
  ...(isDayOff(day) ? ['is-off'] : []),
  ...(span === 'month' && day.slice(0, 7) !== around.slice(0, 7) ? ['is-other'] : []),
  ...(day === today ? ['is-today'] : []),
  ...(day === chosen ? ['is-chosen'] : []),
];

/** Month or week, Monday first, days off marked; each day with what ends on it. */
export const WaitsCalendar = (props: Props) => {
  const { shown, span, items, totals, onDay } = props;
  const { waits } = useTexts();
  const { timeZone } = useWorkspace();
  const weekdayOf = useWeekdays();
  const today = dayOf(useNow(), timeZone);
  const ofDay = (day: Day) => items.filter(({ until }) => until !== undefined && dayOf(until, timeZone) === day);
  return (
    <table className={`calendar is-${span}`}>
      <caption className="visually-hidden">{waits.calendar}</caption>
      <thead>
        <tr>
          {shown.weeks[0]?.map((day) => (
            <th key={day} scope="col" abbr={weekdayOf(day).long}>
              {weekdayOf(day).short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <Cell
                key={day}
                day={day}
                waits={ofDay(day)}
                total={totals.get(day) ?? 0}
                most={IN_CELL[span]}
                marks={marksOf(day, props, today)}
                isToday={day === today}
                onDay={onDay}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
