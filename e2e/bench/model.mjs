// What a run costs: CPU by process, rows, bytes, statements. The rows below the table are pasted into docs/scale.md.
import { existsSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { closedLoop } from './closed-loop.mjs';
import { postTo } from './post-document.mjs';
import { markdownOf, number, row } from './table.mjs';
import { watchCpu } from './usage.mjs';

/** A connection of PostgreSQL that is idle tells what it has counted ten seconds late at most. */
const COUNTED_AFTER_MS = 12_000;
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
const cells = (one) => [one.name, number(one.inserted), number(one.updated), number(one.deleted), kilobytes(one.bytes)];
const tableNotes = (tables, temporal) =>
  markdownOf(
    ['таблица', 'вставок', 'изменений', 'удалений', 'на диске'],
    [
      ...tables.map(cells),
      cells({ name: 'всего', ...Object.fromEntries(COUNTED.map((field) => [field, sum(tables, field)])) }),
      ['Temporal (SQLite)', '', '', '', temporal > 0 ? kilobytes(temporal) : 'чужой'],
    ],
  );
const coresNotes = (cpuPerRun) =>
  markdownOf(
    ['процесс', 'ЦП мс на запуск', ...RATES.map((rate) => `ядер при ${rate}/с`)],
    [...Object.entries(cpuPerRun), ['всего', Object.values(cpuPerRun).reduce((total, ms) => total + ms, 0)]].map(
      ([name, ms]) => [name, number(ms), ...RATES.map((rate) => number((ms * rate) / 1000))],
    ),
  );
const GB = 1024 ** 3;
const growthNotes = (perRun) =>
  markdownOf(
    ['за сутки', ...RATES.map((rate) => `при ${rate}/с`)],
    [
      ['таблицы PostgreSQL, ГБ', perRun.bytes],
      ['журнал PostgreSQL (WAL), ГБ', perRun.wal],
      ['Temporal, ГБ', perRun.temporal],
    ].map(([name, bytes]) => [name, ...RATES.map((rate) => number((bytes * rate * 86_400) / GB))]),
  );

export const model = {
  title: 'Цена одного запуска webhook-to-xml',
  run: async (bench) => {
    const { MODEL_RUNS: runs } = bench.settings;
    const post = postTo((await bench.fullScenario()).webhookUrl);
    const load = (documents, prefix) => closedLoop({ clients: 20, documents, post, outside: bench.outside, prefix });
    await load(40, 'model-warm');
    await bench.untilIdle();
    const before = await countsOf(bench);
    const used = watchCpu(bench.pids());
    const { perSecond } = await load(runs, 'model');
    await bench.untilIdle();
    const cpuPerRun = Object.fromEntries(Object.entries(used().cpuMs).map(([name, ms]) => [name, ms / runs]));
    const after = await countsOf(bench);
    const tables = tablesPerRun(before, after, runs);
    const perRun = Object.fromEntries(
      ['wal', 'temporal', 'commits'].map((of) => [of, (after[of] - before[of]) / runs]),
    );
    const written = ['inserted', 'updated', 'deleted'].map((field) => number(sum(tables, field)));
    return {
      rows: [
        row(
          'ЦП на запуск, все процессы',
          `${number(Object.values(cpuPerRun).reduce((all, ms) => all + ms, 0))} мс  (при ${number(perSecond)} /с)`,
        ),
        row('строк на запуск: вставок / изменений / удалений', written.join(' / ')),
        row('транзакций PostgreSQL на запуск', number(perRun.commits)),
        row(
          'на диске на запуск: таблицы / WAL / Temporal',
          [sum(tables, 'bytes'), perRun.wal, perRun.temporal].map(kilobytes).join(' / '),
        ),
      ],
      notes: [
        coresNotes(cpuPerRun),
        '',
        tableNotes(tables, perRun.temporal),
        '',
        growthNotes({ ...perRun, bytes: sum(tables, 'bytes') }),
      ],
    };
  },
};
