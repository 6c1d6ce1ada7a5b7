import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startOutside, type Outside } from '../bench/outside.mjs';
import { diadocState, onecState } from '../support/sandbox.js';
import { readStack, until } from '../support/stack.js';
import { openLoad, type Load } from './soak-load.js';
import { growthPerMinute, Rows, vitalsOf, type Told, type Watched } from './soak-watch.js';

const MINUTES = Number(process.env['SOAK_MINUTES'] ?? 60);
const MINUTE_MS = 60_000;
/** In which a process still learns its way. */
const WARM_UP_MS = Math.max(MINUTE_MS, (MINUTES / 12) * MINUTE_MS);
const MB = 2 ** 20;
const TICK_MS = 1000;
const VICTIMS = [
  ['Исполнитель', 'SIGTERM'],
  ['API', 'SIGKILL'],
  ['Исполнитель', 'SIGKILL'],
  ['API', 'SIGTERM'],
] as const;

/** Legal rows and keys of deliveries stay for good; see docs/deploy.md. Everything else must go. */
const KEPT = [
  'audit',
  'blob',
  'counterparty',
  'document',
  'document_event',
  'document_title',
  'endpoint',
  'inbox',
  'run',
  'step',
  'wait',
];
/** Technical rows that go with their age. */
const AGES = {
  request: "created_at = created_at - interval '40 days', expires_at = expires_at - interval '40 days'",
  segment_fence: "at = at - interval '40 days'",
  step_calls: "at = at - interval '40 days'",
  wait_news: "at = at - interval '40 days'",
};

let rows: Rows;
let outside: Outside;
let load: Load;
beforeAll(async () => {
  rows = new Rows();
  const port = Number(process.env['POTOK_OUTSIDE_PORT']);
  // As an operator does, it calls until somebody answers.
  outside = await startOutside(port, { repeats: 600 });
  load = await openLoad(port);
}, 120_000);
afterAll(async () => {
  await load.close();
  await outside.close();
  await rows.close();
});

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const say = (line: string) => process.stderr.write(`${line}\n`);
const end = (victim: string, signal: NodeJS.Signals) => {
  say(`soak: ${signal} ${victim}`);
  process.kill(readStack().pids[victim]?.pid ?? 0, signal);
};

/** Begins runs for so long: every second a webhook, now and then one of the other kinds. `each` is called every tick. */
const keepBusy = async (forMs: number, each: (tick: number) => void = () => undefined) => {
  const [first = '', ...others] = load.kinds;
  const endMs = Date.now() + forMs;
  const begun: Promise<void>[] = [];
  for (let tick = 0; Date.now() < endMs; tick += 1) {
    begun.push(load.begin(first));
    if (tick % 3 === 0) begun.push(load.begin(others[(tick / 3) % others.length] ?? first));
    if (tick % 15 === 14) await load.tend();
    each(tick);
    await pause(TICK_MS);
  }
  await Promise.all(begun);
};

const openRuns = async (): Promise<number> => {
  await load.tend();
  const [row] = await rows.ask<{ count: number }>('SELECT count(*)::int AS count FROM run WHERE ended_at IS NULL');
  return row?.count ?? 0;
};
const settle = () =>
  until('every run has ended', openRuns, { isEnough: (count) => count === 0, timeoutMs: 5 * MINUTE_MS });

const isWarm = ({ atMs }: Told, first: Told | undefined) => atMs - (first?.atMs ?? 0) > WARM_UP_MS;
const growthOf = (name: Watched) => {
  const told = vitalsOf(name);
  const warm = told.filter((one) => isWarm(one, told[0]));
  const line = (pick: (one: Told) => number) =>
    growthPerMinute(warm.map((one) => ({ atMs: one.atMs, value: pick(one) })));
  const minutes = ((warm.at(-1)?.atMs ?? 0) - (warm[0]?.atMs ?? 0)) / MINUTE_MS;
  return {
    minutes,
    rssMbPerMinute: line((one) => one.rssBytes) / MB,
    heapMbPerMinute: line((one) => one.heapBytes + one.outsideHeapBytes) / MB,
    timers: warm.map((one) => one.timers),
    handles: warm.map((one) => one.handles),
    rssMb: (warm.at(-1)?.rssBytes ?? 0) / MB,
  };
};
const halves = (values: readonly number[]) => {
  const middle = Math.ceil(values.length / 2);
  const most = (of: readonly number[]) => Math.max(0, ...of);
  return [most(values.slice(0, middle)), most(values.slice(middle))] as const;
};

it(
  `goes on for ${String(MINUTES)} minutes with restarts, and nothing grows that nobody takes away`,
  async () => {
    let next = 0;
    const everyTicks = Math.max(20, Math.floor((MINUTES * 60) / 2 / 8));
    await keepBusy((MINUTES * MINUTE_MS) / 2, (tick) => {
      if (tick % everyTicks !== everyTicks - 1) return;
      const [victim, signal] = VICTIMS[next % VICTIMS.length] ?? VICTIMS[0];
      end(victim, signal);
      next += 1;
    });
    await settle();
    const [rowsBefore, connectionsBefore] = [await rows.counts(), await rows.connections()];
    await keepBusy((MINUTES * MINUTE_MS) / 2);
    await settle();
    const [rowsAfter, connectionsAfter] = [await rows.counts(), await rows.connections()];

    for (const name of ['api', 'worker'] as const) {
      const { timers, handles, ...growth } = growthOf(name);
      // Twice a minute over the quiet half, less the first minute of a life and the ends.
      expect(timers.length).toBeGreaterThanOrEqual(MINUTES - 5);
      say(`soak: ${name} ${JSON.stringify(growth)} timers ${String(timers)} handles ${String(handles)}`);
      // Noise of the collector, and never more than that over the whole half.
      expect(growth.rssMbPerMinute * growth.minutes).toBeLessThan(80);
      expect(growth.heapMbPerMinute * growth.minutes).toBeLessThan(50);
      for (const [early, late] of [halves(timers), halves(handles)]) expect(late).toBeLessThanOrEqual(early + 25);
    }
    say(`soak: connections ${JSON.stringify(connectionsBefore)} → ${JSON.stringify(connectionsAfter)}`);
    for (const [name, count] of Object.entries(connectionsAfter))
      expect([name, count <= (connectionsBefore[name] ?? 0) + 10]).toEqual([name, true]);
    const grown = Object.keys(rowsAfter).filter((table) => (rowsAfter[table] ?? 0) > (rowsBefore[table] ?? 0) + 5);
    say(
      `soak: rows ${grown.map((table) => `${table} ${String(rowsBefore[table])} → ${String(rowsAfter[table])}`).join(', ')}`,
    );
    expect(grown.filter((table) => !KEPT.includes(table) && !(table in AGES))).toEqual([]);
  },
  (MINUTES + 15) * MINUTE_MS,
);

it(
  'forgets technical rows when they are old',
  async () => {
    for (const [table, ages] of Object.entries(AGES)) await rows.ask(`UPDATE ${table} SET ${ages}`);
    // The duties look when they begin, then every hour.
    end('Исполнитель', 'SIGTERM');
    const left = async () => Object.entries(await rows.counts()).filter(([table, count]) => table in AGES && count > 0);
    await until('old rows are gone', left, { isEnough: (tables) => tables.length === 0, timeoutMs: 2 * MINUTE_MS });
    const open = await rows.ask(
      `SELECT 1 FROM wait w JOIN run r ON r.id = w.run_id WHERE w.status = 'open' AND r.ended_at < now() - interval '2 hours'`,
    );
    expect(open).toEqual([]);
  },
  3 * MINUTE_MS,
);

it('has lost nothing and doubled nothing', async () => {
  const lost = load.documentsSent.filter((id) => !outside.counts.exported.has(id));
  expect([lost, outside.counts.lostCallbacks]).toEqual([[], 0]);
  const numbers = (
    await rows.ask<{ number: string }>(
      `SELECT d.number FROM document d JOIN run r ON r.id = d.run_id WHERE r.status = 'done'`,
    )
  ).map((one) => one.number);
  const own = new Set(numbers);
  expect(own.size).toBe(numbers.length);
  const sent = (await diadocState()).documents.filter((one) => own.has(one.number ?? ''));
  const posted = (await onecState()).documents.filter((one) => own.has(one.number));
  say(`soak: ${String(load.documentsSent.length)} webhooks, ${String(numbers.length)} documents`);
  expect([sent.length, posted.filter((one) => one.created !== 1 || one.posted !== 1)]).toEqual([own.size, []]);
});
