// What a run costs: CPU by process, rows, bytes, statements. The rows below the table are pasted into docs/scale.md.
import { existsSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { closedLoop } from './closed-loop.mjs';
import { postTo } from './post-document.mjs';
import { englishNumber, markdownOf, number, row } from './table.mjs';
import { watchCpu } from './usage.mjs';

/** A connection of PostgreSQL that is idle tells what it has counted ten seconds late at most. */
const COUNTED_AFTER_MS = 12_000;
const WARM = 40;
const RATES = [10, 100, 1000];

const TABLES = `
  SELECT relname AS name, n_tup_ins::float AS inserted, n_tup_upd::float AS updated, n_tup_del::float AS deleted,
         pg_total_relation_size(relid)::float AS bytes
    FROM pg_stat_user_tables ORDER BY relname`;
const WHOLE = `
  SELECT xact_commit::float AS commits, pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float AS wal
    FROM pg_stat_database WHERE datname = current_database()`;

const temporalBytes = ({ home }) =>
  ['temporal.db', 'temporal.db-wal']
    .map((name) => home.path(name))
    .reduce((sum, file) => sum + (existsSync(file) ? statSync(file).size : 0), 0);

const countsOf = async (bench) => {
  await sleep(COUNTED_AFTER_MS);
  const [tables, whole] = await Promise.all([bench.db.query(TABLES), bench.db.query(WHOLE)]);
  return { tables: tables.rows, ...whole.rows[0], temporal: temporalBytes(bench) };
};

const COUNTED = ['inserted', 'updated', 'deleted', 'bytes'];
const tablesPerRun = (before, after, runs) =>
  after.tables
    .map((now) => {
      const was = before.tables.find(({ name }) => name === now.name);
      return {
        name: now.name,
        ...Object.fromEntries(COUNTED.map((field) => [field, (now[field] - (was?.[field] ?? 0)) / runs])),
      };
    })
    .filter((one) => COUNTED.some((field) => one[field] > 0.01));
const sum = (rows, field) => rows.reduce((total, one) => total + one[field], 0);

const kilobytes = (bytes) => `${number(bytes / 1024)} КБ`;
const english = (bytes) => `${englishNumber(bytes / 1024)} KB`;
const cells = (one) => [
  one.name,
  ...['inserted', 'updated', 'deleted'].map((field) => englishNumber(one[field])),
  english(one.bytes),
];
const tableNotes = (tables, temporal) =>
  markdownOf(
    ['table', 'inserts', 'updates', 'deletes', 'on disk'],
    [
      ...tables.map(cells),
      cells({ name: 'all', ...Object.fromEntries(COUNTED.map((field) => [field, sum(tables, field)])) }),
      ...(temporal > 0 ? [['Temporal (SQLite)', '', '', '', english(temporal)]] : []),
    ],
  );
const PROCESSES = { исполнитель: 'worker', всего: 'all' };
const coresNotes = (cpuPerRun) =>
  markdownOf(
    ['process', 'CPU ms a run', ...RATES.map((rate) => `cores at ${rate}/s`)],
    [...Object.entries(cpuPerRun), ['всего', Object.values(cpuPerRun).reduce((total, ms) => total + ms, 0)]].map(
      ([name, ms]) => [
        PROCESSES[name] ?? name,
        englishNumber(ms),
        ...RATES.map((rate) => englishNumber((ms * rate) / 1000)),
      ],
    ),
  );
const GB = 1024 ** 3;
const growthNotes = (perRun) =>
  markdownOf(
    ['GB a day', ...RATES.map((rate) => `at ${rate}/s`)],
    [
      ['tables of PostgreSQL', perRun.bytes],
      ['WAL of PostgreSQL', perRun.wal],
      ...(perRun.temporal > 0 ? [['Temporal, until retention takes it', perRun.temporal]] : []),
    ].map(([name, bytes]) => [name, ...RATES.map((rate) => englishNumber((bytes * rate * 86_400) / GB))]),
  );

/** So many runs under a load of 20 clients: what each of them used and left. */
const costOf = async (bench, runs) => {
  const post = postTo((await bench.fullScenario()).webhookUrl);
  const load = (documents, prefix) => closedLoop({ clients: 20, documents, post, outside: bench.outside, prefix });
  await load(WARM, 'model-warm');
  await bench.untilIdle();
  const before = await countsOf(bench);
  const used = watchCpu(bench.pids());
  const { perSecond } = await load(runs, 'model');
  await bench.untilIdle();
  const cpu = Object.fromEntries(Object.entries(used().cpuMs).map(([name, ms]) => [name, ms / runs]));
  const after = await countsOf(bench);
  const tables = tablesPerRun(before, after, runs);
  return {
    ...{ perSecond, cpu, tables },
    bytes: sum(tables, 'bytes'),
    ...Object.fromEntries(['wal', 'temporal', 'commits'].map((of) => [of, (after[of] - before[of]) / runs])),
  };
};

export const model = {
  title: 'Цена одного запуска webhook-to-xml',
  run: async (bench) => {
    const cost = await costOf(bench, bench.settings.MODEL_RUNS);
    const cpuMs = Object.values(cost.cpu).reduce((all, ms) => all + ms, 0);
    const written = ['inserted', 'updated', 'deleted'].map((field) => number(sum(cost.tables, field)));
    return {
      rows: [
        row('ЦП на запуск, все процессы', `${number(cpuMs)} мс  (при ${number(cost.perSecond)} /с)`),
        row('строк на запуск: вставок / изменений / удалений', written.join(' / ')),
        row('транзакций PostgreSQL на запуск', number(cost.commits)),
        row(
          'на диске на запуск: таблицы / WAL / Temporal',
          [cost.bytes, cost.wal, cost.temporal].map(kilobytes).join(' / '),
        ),
      ],
      notes: [coresNotes(cost.cpu), '', tableNotes(cost.tables, cost.temporal), '', growthNotes(cost)],
    };
  },
};
