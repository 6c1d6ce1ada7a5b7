/**
 * SQL: the next night (01:00 to 05:00 in Moscow) after a moment, at a minute of the workspace's own, so that they do not
 * all begin at once.
 */
export const NIGHT_AFTER = (moment: string, workspaceId: string): string =>
  `(date_trunc('day', ${moment} AT TIME ZONE 'Europe/Moscow') + interval '1 day 1 hour'
    + ((hashtext(${workspaceId}::text) & 65535) % 240) * interval '1 minute') AT TIME ZONE 'Europe/Moscow'`;
