import { portalTime } from './portal-time.js';

export interface CallTime {
  readonly start: number;
  readonly finish: number;
  readonly duration: number;
  readonly processing: number;
  readonly date_start: string;
  readonly date_finish: string;
  readonly operating_reset_at: number;
  readonly operating: number;
}

/** The `time` part of every answer; seconds, with a fraction. */
export const callTime = (started: Date, finished: Date): CallTime => {
  const start = started.getTime() / 1000;
  const finish = finished.getTime() / 1000;
  return {
    start,
    finish,
    duration: finish - start,
    processing: finish - start,
    date_start: portalTime(started),
    date_finish: portalTime(finished),
    operating_reset_at: Math.floor(finish) + 600,
    operating: 0,
  };
};
