import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DataSource, EntityManager } from 'typeorm';
import { inWorkspace, openDatabase } from '../database.js';
import { addDelivery, aRun, openRunWorld, type RunWorld } from '../engine/testing/run-world.js';
import { WaitRepository, type WaitSummary } from './wait.repository.js';

const MANY = 20_000;
const NOON = Date.parse('2026-11-24T09:00:00Z');
const at = (minutes: number) => new Date(NOON + minutes * 60_000);

let world: RunWorld;
let app: DataSource;
let runId = '';
beforeAll(async () => {
  world = await openRunWorld();
  app = await openDatabase(world.appUrl, { poolSize: 1 });
  const run = aRun(await addDelivery(world.owner, world.workspaceId));
  await world.runs.admit(world.workspaceId, run);
  runId = run.id;
  await fill();
  await world.owner.query('ANALYZE');
});
afterAll(async () => {
  await app.destroy();
  await world.close();
});

/** One a minute; every tenth step is to be tried again half a minute later; the last hundred waits have no time. */
const fill = async () => {
  await world.owner.query(
    `INSERT INTO wait (id, workspace_id, run_id, node_id, visit, event, key, token, deadline_at)
     SELECT gen_random_uuid(), $1, $2, 'w', n::text, CASE WHEN n % 2 = 0 THEN 'docflow' ELSE 'time' END, n::text, '',
            CASE WHEN n < ${MANY - 100} THEN $3::timestamptz + n * interval '1 minute' END
       FROM generate_series(0, ${MANY - 1}) n`,
    [world.workspaceId, runId, at(0)],
  );
  await world.owner.query(
    `INSERT INTO step (run_id, workspace_id, node_id, visit, seq, status, effect, key, next_try_at)
     SELECT $2, $1, 's', n::text, n, CASE WHEN n % 10 = 0 THEN 'retrying' ELSE 'done' END, 'reads', n::text,
            CASE WHEN n % 10 = 0 THEN $3::timestamptz + n * interval '1 minute' + interval '30 seconds' END
       FROM generate_series(0, ${MANY - 1}) n`,
    [world.workspaceId, runId, at(0)],
  );
};

const inHere = <T>(ask: (waits: WaitRepository) => Promise<T>) =>
  inWorkspace(app, world.workspaceId, (tx) => ask(new WaitRepository(tx)));
const named = ({ kind, visit }: WaitSummary) => `${kind} ${visit}`;

interface Plan {
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly Plans?: readonly Plan[];
}
const partsOf = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(partsOf)];

/** By which indexes the statements of an answer went, and how many entries each of them gave. */
const explained = async (ask: (waits: WaitRepository) => Promise<unknown>) => {
  const plans: Plan[] = [];
  await inWorkspace(app, world.workspaceId, async (tx) => {
    const query = async (text: string, values: unknown[]): Promise<unknown> => {
      const rows = await tx.query<{ 'QUERY PLAN': [{ Plan: Plan }] }[]>(
        `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`,
        values,
      );
      plans.push(...rows.map((row) => row['QUERY PLAN'][0].Plan));
      return tx.query(text, values);
    };
    await ask(new WaitRepository({ query } as unknown as EntityManager));
  });
  const parts = plans.flatMap(partsOf).filter((part) => part['Index Name'] !== undefined);
  return new Map(parts.map((part) => [part['Index Name'], part['Actual Rows']]));
};

it('lists waits and next tries of all runs in one order of time, page after page, none twice and none left out', async () => {
  const seen: WaitSummary[] = [];
  for (let page = 0; page < 5; page += 1) {
    const last = seen.at(-1);
    const after = last === undefined ? {} : { after: { us: last.us!, id: last.id } };
    seen.push(...(await inHere((waits) => waits.list({ isDated: true, limit: 5, ...after }))));
  }
  expect(seen.slice(0, 4).map(named)).toEqual(['docflow 0', 'retry 0', 'time 1', 'docflow 2']);
  expect(seen.map(named)).toHaveLength(25);
  expect(new Set(seen.map(({ id }) => id)).size).toBe(25);
  expect(seen.at(-1)?.until).toEqual(at(21));
});

it('keeps what has no time apart, with a place of its own', async () => {
  const first = await inHere((waits) => waits.list({ isDated: false, limit: 60 }));
  const rest = await inHere((waits) => waits.list({ isDated: false, limit: 60, after: { id: first.at(-1)!.id } }));
  expect([first.length, rest.length]).toEqual([60, 40]);
  expect(new Set([...first, ...rest].map(({ id }) => id)).size).toBe(100);
  expect(await inHere((waits) => waits.count({ isDated: false }))).toEqual({ total: 100, isCapped: false });
});

it('counts by day of a zone', async () => {
  const days = await inHere((waits) =>
    waits.countByDay({ isDated: true, from: at(0), until: at(24 * 60) }, 'Europe/Moscow'),
  );
  expect(days).toEqual([
    { day: '2026-11-24', total: 720 + 72 },
    { day: '2026-11-25', total: 720 + 72 },
  ]);
});

it('tells by kind, scenario and subject', async () => {
  const count = async (filter: object) => (await inHere((waits) => waits.count({ isDated: true, ...filter }))).total;
  const hour = { from: at(0), until: at(60) };
  expect(await count({ ...hour, kind: 'retry' })).toBe(6);
  expect(await count({ ...hour, kind: 'docflow' })).toBe(30);
  expect(await count({ ...hour, search: 'Ромашка' })).toBe(0);
  await world.owner.query(`UPDATE run SET counterparty_name = 'ООО «Ромашка»' WHERE id = $1`, [runId]);
  expect(await count({ ...hour, search: 'ромашка' })).toBe(66);
  expect(await count({ ...hour, scenarioId: '00000000-0000-7000-8000-00000000dead' })).toBe(0);
});

it('reads a page by the indexes of times, and of waits no more than the page holds, however many wait', async () => {
  const entries = await explained((waits) => waits.list({ isDated: true, from: at(10_000), limit: 50 }));
  expect(entries.get('ix_wait_calendar')).toBeLessThanOrEqual(51);
  expect([...entries.keys()]).toContain('ix_step_next_try');
});

it('counts a day by the index of times', async () => {
  const day = { from: at(3000), until: at(3000 + 24 * 60) };
  const entries = await explained((waits) => waits.countByDay({ isDated: true, ...day }, 'Europe/Moscow'));
  expect([entries.get('ix_wait_calendar'), entries.get('ix_step_next_try')]).toEqual([1440, 144]);
});
