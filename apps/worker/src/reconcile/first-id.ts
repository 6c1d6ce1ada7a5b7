import { uuidV7 } from '@potok/contracts';

const DAY_MS = 24 * 3_600_000;
const ZEROS = new Uint8Array(10);

export const NO_ID = '00000000-0000-0000-0000-000000000000';

/** An id before all that were made in these days before a moment: ids are in order of time. */
export const firstIdOf = (moment: Date, daysBefore: number): string =>
  uuidV7(Math.max(0, moment.getTime() - daysBefore * DAY_MS), ZEROS);
