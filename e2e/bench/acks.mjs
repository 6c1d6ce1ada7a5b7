// The front door alone: how many calls it stores and answers. What is stored is counted in the database, not by the answers.
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from '../../tools/stack/say.mjs';
import { quantile } from './closed-loop.mjs';
import { unfitScenario } from './drawings.mjs';
import { publishDrawing } from './publish.mjs';
import { generate } from './generate.mjs';
import { atLeast, below, exactly, number, row } from './table.mjs';
import { watchCpu } from './usage.mjs';

const WARM_SEC = 2;

const storedOf = async ({ db }, scenarioId) => {
  const { rows } = await db.query('SELECT count(*) FROM inbox WHERE scenario_id = $1', [scenarioId]);
  return Number(rows[0].count);
};

/** One flood; the rows are gone when it answers, so that the next one finds the tables as this one did. */
const flood = async (bench, { id, webhookUrl }, { clients, name }) => {
  const used = watchCpu(bench.pids());
  const before = await storedOf(bench, id);
  const load = await generate({
    ...{ kind: 'closed', url: webhookUrl, clients, seconds: bench.settings.ACK_SEC },
    prefix: `${name}-${clients}`,
  });
  const { cores } = used();
  const stored = (await storedOf(bench, id)) - before;
  const perSecond = load.answers.length / load.seconds;
  const p99 = quantile(load.answers, 0.99);
  say(`  ${name}, ${clients} кл.: ${number(perSecond)} /с, p99 ${number(p99)} мс`);
  return {
    ...{ name, clients, perSecond, p99, stored, cores },
    p50: quantile(load.answers, 0.5),
    answered: load.answers.length,
    refused: load.refused,
    generatorCores: load.cpuMs / 1000 / load.seconds,
  };
};

const clear = async ({ db }, { id }) => {
  await db.query('DELETE FROM inbox WHERE scenario_id = $1', [id]);
  await db.query('VACUUM (ANALYZE) inbox');
};

/** The worker stands still: what is stored waits, and nothing else uses the machine. */
const floodAlone = async (bench, scenario, clients) => {
  const worker = bench.pids()['исполнитель'];
  process.kill(worker, 'SIGSTOP');
  try {
    const result = await flood(bench, scenario, { clients, name: 'приём один' });
    await clear(bench, scenario);
    return result;
  } finally {
    process.kill(worker, 'SIGCONT');
  }
};

/** The worker admits what comes: it reads each call and writes why it starts no run. */
const floodUnderWork = async (bench, scenario, clients) => {
  const result = await flood(bench, scenario, { clients, name: 'исполнитель разбирает' });
  const began = Date.now();
  await bench.untilIdle(300_000);
  await clear(bench, scenario);
  return { ...result, drainedInSec: (Date.now() - began) / 1000 };
};

const GOAL_P99_MS = { 20: 100, 200: 300 };
const rowsOf = (one) => [
  row(`${one.name}, ${one.clients} кл.: принято в секунду`, number(one.perSecond), atLeast(one.perSecond, 1500)),
  row(
    `${one.name}, ${one.clients} кл.: ответ p99 (p50)`,
    `${number(one.p99)} мс (${number(one.p50)})`,
    below(one.p99, GOAL_P99_MS[one.clients], ' мс'),
  ),
];
const noteOf = (one) => {
  const cores = Object.entries(one.cores).map(([name, used]) => `${name} ${number(used)}`);
  const drained = one.drainedInSec === undefined ? '' : `; очередь разобрана за ${number(one.drainedInSec)} с`;
  return `  ${one.name}, ${one.clients} кл.: ядер ${cores.join(', ')}, генератор ${number(one.generatorCores)}${drained}`;
};

export const acks = {
  title: 'Приём вебхуков (записано в базу, ответ дан)',
  run: async (bench) => {
    const scenario = await publishDrawing(bench.api, unfitScenario());
    await generate({ kind: 'closed', url: scenario.webhookUrl, clients: 20, seconds: WARM_SEC, prefix: 'warm' });
    await bench.untilIdle();
    const floods = [];
    for (const clients of [20, 200]) floods.push(await floodAlone(bench, scenario, clients));
    await sleep(2000);
    for (const clients of [20, 200]) floods.push(await floodUnderWork(bench, scenario, clients));
    const lost = floods.reduce((sum, one) => sum + one.answered - one.stored, 0);
    const refused = floods.reduce((sum, one) => sum + one.refused, 0);
    return {
      rows: [
        ...floods.flatMap(rowsOf),
        row('отвечено, но не записано', number(lost), exactly(lost, 0)),
        row('отказано вызовам', number(refused), exactly(refused, 0)),
      ],
      notes: floods.map(noteOf),
    };
  },
};
