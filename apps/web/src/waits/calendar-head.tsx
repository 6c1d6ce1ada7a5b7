import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type Span, SPANS } from '../app/searches.js';
import { useTexts } from '../app/texts/use-texts.js';
import { formatDay } from '../format/dates.js';
import { addDays, type Day, mondayOf } from '../format/days.js';
import { useMonthTitle } from './day-title.js';
import { spanAway } from './span.js';

interface Props {
  readonly day: Day;
  readonly today: Day;
  readonly span: Span;
  readonly onDay: (day: Day) => void;
  readonly onSpan: (span: Span) => void;
}

const LAST_OF_WEEK = 6;

const useTitle = (day: Day, span: Span): string => {
  const monthOf = useMonthTitle();
  if (span === 'month') return monthOf(day);
  const monday = mondayOf(day);
  return `${formatDay(monday)} – ${formatDay(addDays(monday, LAST_OF_WEEK))}`;
};

/** Which month or week is shown, and the ways to another. */
export const CalendarHead = ({ day, today, span, onDay, onSpan }: Props) => {
  const { waits } = useTexts();
  const title = useTitle(day, span);
  return (
    <div className="calendar-head">
      <ActionIcon.Group>
        <ActionIcon
          variant="default"
          size="var(--potok-control)"
          aria-label={waits.before[span]}
          onClick={() => onDay(spanAway(day, span, -1))}
        >
          <IconChevronLeft size={16} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="var(--potok-control)"
          aria-label={waits.after[span]}
          onClick={() => onDay(spanAway(day, span, 1))}
        >
          <IconChevronRight size={16} />
        </ActionIcon>
      </ActionIcon.Group>
      <Button variant="default" onClick={() => onDay(today)}>
        {waits.today}
      </Button>
      <h2 aria-live="polite">{title}</h2>
      <SegmentedControl
        aria-label={waits.span}
        value={span}
        onChange={onSpan}
        data={SPANS.map((value) => ({ value, label: waits.spans[value] }))}
      />
    </div>
  );
};
