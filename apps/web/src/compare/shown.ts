import type { COMPARE_TABS } from '../app/searches.js';

/** What of a comparison is shown; kept in the address. */
export interface Shown {
  readonly tab: (typeof COMPARE_TABS)[number];
  /** The group of changes that is chosen. */
  readonly open: string | undefined;
  readonly isLayoutHidden: boolean;
}
