/**
 * The condition of a list: row-level security sees to it that no other rows come, but its own condition uses no index
 * (migration 70).
 */
export const OF_THIS_WORKSPACE = (table: string): string =>
  `${table}.workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid`;
