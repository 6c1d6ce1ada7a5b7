import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Vitals } from '@potok/telemetry';
import pg from 'pg';
import { readStack } from '../support/stack.js';

export type Watched = 'api' | 'worker';
export interface Told extends Vitals {
  readonly atMs: number;
}

/** What a process has said of itself in its present life. */
export const vitalsOf = (name: Watched): readonly Told[] => {
  const all = readFileSync(join(readStack().logs, `${name}.log`), 'utf8')
    .split('\n')
    .filter((line) => line.includes('"process.vitals"'))
    .map((line) => JSON.parse(line) as Vitals & { readonly time: string })
    .map(({ time, ...vitals }) => ({ ...vitals, atMs: Date.parse(time) }));
  return all.filter(({ pid }) => pid === all.at(-1)?.pid);
};

/** The slope of the straight line that fits best, a minute. */
export const growthPerMinute = (points: readonly { readonly atMs: number; readonly value: number }[]): number => {
  const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length;
  const [at, value] = [mean(points.map((one) => one.atMs)), mean(points.map((one) => one.value))];
  const spread = points.reduce((sum, one) => sum + (one.atMs - at) ** 2, 0);
  const common = points.reduce((sum, one) => sum + (one.atMs - at) * (one.value - value), 0);
  return spread === 0 ? 0 : (common / spread) * 60_000;
};

/** The stack's database, as its owner. */
export class Rows {
  private readonly pool = new pg.Pool({ connectionString: readStack().databaseUrl, max: 1, application_name: 'soak' });

  constructor() {
    this.pool.on('error', () => undefined);
  }

  async ask<Row extends pg.QueryResultRow>(text: string): Promise<Row[]> {
    return (await this.pool.query<Row>(text)).rows;
  }

  /** Exact, table by table. */
  async counts(): Promise<Readonly<Record<string, number>>> {
    const tables = await this.ask<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1`,
    );
    const counts: Record<string, number> = {};
    for (const { name } of tables) {
      const [row] = await this.ask<{ count: number }>(`SELECT count(*)::int AS count FROM ${name}`);
      counts[name] = row?.count ?? 0;
    }
    return counts;
  }

  /** Connections of ours, by the name that they bear. */
  async connections(): Promise<Readonly<Record<string, number>>> {
    const rows = await this.ask<{ name: string; count: number }>(
      `SELECT application_name AS name, count(*)::int AS count FROM pg_stat_activity
       WHERE datname = current_database() AND application_name LIKE 'potok%' GROUP BY 1 ORDER BY 1`,
    );
    return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}
