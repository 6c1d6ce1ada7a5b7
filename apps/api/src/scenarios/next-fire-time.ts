import { CronExpressionParser } from 'cron-parser';
import { Refusal } from '../problems/refusal.js';

/** When a cron of five fields fires next, in its zone. */
export const nextFireTime = ({
  cron,
  timeZone,
  after,
}: {
  readonly cron: string;
  readonly timeZone: string;
  readonly after: Date;
}): Date => {
  try {
    return CronExpressionParser.parse(cron, { tz: timeZone, currentDate: after }).next().toDate();
  } catch {
    throw new Refusal('invalid', 'CRON_WRONG', { facts: { cron, timeZone } });
  }
};
