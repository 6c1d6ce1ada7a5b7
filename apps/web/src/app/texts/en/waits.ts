import { pluralEn } from '../../../format/plural.js';
import type { waits as Source } from '../ru/waits.js';

const waitsCount = (count: number) => `${count} ${pluralEn(count, ['wait', 'waits'])}`;

export const waits: typeof Source = {
  title: 'Waits',
  about: 'What all runs wait for, and until which day.',
  search: 'Counterparty, INN, document number, deal',
  kind: 'What is waited for',
  anyKind: 'Any wait',
  ofKind: (what) => `Waiting for ${what}`,
  view: 'View',
  views: { calendar: 'Calendar', list: 'List' },
  span: 'How much to show',
  spans: { month: 'Month', week: 'Week' },
  before: { month: 'Previous month', week: 'Previous week' },
  after: { month: 'Next month', week: 'Next week' },
  today: 'Today',
  calendar: 'Calendar of waits',
  dayOff: 'Day off',
  openDay: (day, total, isOff) =>
    [day, isOff ? 'day off' : undefined, total === 0 ? 'no waits' : waitsCount(total)]
      .filter((word) => word !== undefined)
      .join(', '),
  more: (count) => `${count} more`,
  yearUnknown: (year) => `The production calendar of ${year} is not here yet: only Saturdays and Sundays are marked.`,
  groups: 'Beside the days of the calendar',
  overdue: 'Overdue',
  undated: 'Without a deadline',
  ahead: 'By day',
  nothingHere: 'Nothing is waited for here.',
  empty:
    'This will show what runs wait for: a signature, the buyer’s answer, a set time, the next try. Nobody waits for anything now.',
  waitsFor: (what) => `waits for ${what}`,
  tried: (count) => `${count} ${pluralEn(count, ['try', 'tries'])} so far`,
  until: (moment) => `until ${moment}`,
  late: (duration) => `late by ${duration}`,
  noDeadline: 'no deadline',
  isAhead: 'the run has not come to the step yet',
};
