import { pluralEn } from '../../../format/plural.js';
import type { page as Source } from '../ru/page.js';

export const page: typeof Source = {
  loading: 'Loading',
  retry: 'Try again',
  copy: 'Copy',
  copied: 'Copied',
  copyCode: 'Copy the error code',
  technical: 'Details',
  faultTitle: 'This could not be loaded',
  actFaultTitle: 'This did not work',
  faults: {
    NO_CONNECTION: 'No connection to the server. Check the network and try again.',
    API_UNREACHABLE: 'The server does not answer now. Try again in a minute.',
    ANSWER_UNREADABLE:
      'The server answered with something unreadable. Try again, or pass the code to whoever runs Potok.',
    BROKEN: 'The page broke. Reload it, or pass the code to whoever runs Potok.',
  },
  shown: (shown, total) => `${shown} of ${total} shown`,
  shownOnly: (shown) => `${shown} shown`,
  period: 'Period',
  periods: { all: 'All time', today: 'Today', week: '7 days', month: '30 days' },
  more: 'Show more',
  nothingFound: 'Nothing fits these conditions.',
  clearFilters: 'Clear the conditions',
  open: 'Open',
  openPage: 'Open the page',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  back: 'Back',
  any: 'Any',
  showAll: 'Show all',
  lines: (count) => `${count} ${pluralEn(count, ['line', 'lines'])}`,
  empty: 'Empty',
  download: 'Download',
};
