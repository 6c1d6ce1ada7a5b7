import { CronExpressionParser } from 'cron-parser';

export interface CronLine {
  /** Five fields. */
  readonly cron: string;
  readonly timeZone: string;
}

/**
 * When a cron line fires next after an instant, by the clock of its zone. A time that the zone's clock leaps over fires that
 * much later; one that it shows twice fires once. Throws when line or zone cannot be read, or when no day fits.
 */
export const nextFireTime = ({ cron, timeZone }: CronLine, after: Date): Date =>
  CronExpressionParser.parse(cron, { tz: timeZone, currentDate: after }).next().toDate();
