import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '../new-id.js';
import { addDelivery, aRun, openRunWorld, type RunWorld } from './testing/run-world.js';

const NOW = new Date('2026-11-28T12:00:00Z');

let world: RunWorld;
beforeAll(async () => {
  world = await openRunWorld();
});
afterAll(() => world.close());

const due = () => world.relay.listDue(NOW);
/** What is due while the rows that `add` writes are there, and how it is told once they are in hand. */
const dueWith = async (add: string, values: readonly unknown[], take: string) => {
  await world.owner.query(add, [...values]);
  const queues = await due();
  await world.owner.query(take);
  return { queues, afterwards: await due() };
};

it('finds nothing due where nothing is', async () => {
  expect(await due()).toEqual([]);
});

it('tells news from starts, and neither of rows that somebody has in hand', async () => {
  const inHand = `UPDATE inbox SET next_try_at = now() + interval '1 minute'`;
  for (const [source, queue] of [
    ['callback', 'news'],
    ['webhook', 'starts'],
  ] as const) {
    await addDelivery(world.owner, world.workspaceId, source);
    expect(await due()).toEqual([queue]);
    await world.owner.query(inHand);
    expect(await due()).toEqual([]);
  }
});

it('finds orders, requests, and schedules by the given clock', async () => {
  const { workspaceId } = world;
  expect(
    await dueWith(
      `INSERT INTO outbox (workspace_id, run_id, kind) VALUES ($1, $2, 'wake')`,
      [workspaceId, newId()],
      'DELETE FROM outbox',
    ),
  ).toEqual({ queues: ['outbox'], afterwards: [] });
  expect(
    await dueWith(
      `INSERT INTO request (id, workspace_id, kind, body, created_by, expires_at) VALUES ($2, $1, 'run-command', '{}', '{}', now() + interval '1 hour')`,
      [workspaceId, newId()],
      `UPDATE request SET status = 'done'`,
    ),
  ).toEqual({ queues: ['requests'], afterwards: [] });
  expect(
    await dueWith(
      `INSERT INTO schedule (id, workspace_id, scenario_id, cron, time_zone, next_at) SELECT $2, $1, id, '0 9 * * *', 'Europe/Moscow', $3 FROM scenario`,
      [workspaceId, newId(), NOW],
      `UPDATE schedule SET next_at = next_at + interval '1 second'`,
    ),
  ).toEqual({ queues: ['schedules'], afterwards: [] });
});

it('finds waits that are over by the given clock until their run is woken', async () => {
  const run = aRun(await addDelivery(world.owner, world.workspaceId));
  await world.runs.admit(world.workspaceId, run);
  const addWait = `INSERT INTO wait (id, workspace_id, run_id, node_id, visit, event, key, token, deadline_at) VALUES ($1, $2, $3, 'w', $4, 'e', 'k', 't', $5)`;
  const place = [world.workspaceId, run.id];
  await world.owner.query(addWait, [newId(), ...place, '1', new Date(NOW.getTime() + 1)]);
  expect(await due()).toEqual([]);
  expect(
    await dueWith(addWait, [newId(), ...place, '2', NOW], `UPDATE wait SET woken_at = now() WHERE visit = '2'`),
  ).toEqual({ queues: ['expired-waits'], afterwards: [] });
});
