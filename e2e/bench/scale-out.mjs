// More processes on the same machine: throughput as far as its cores go, one poller a box, nothing done twice.
import { availableParallelism } from 'node:os';
import { say } from '../../tools/stack/say.mjs';
import { closedLoop } from './closed-loop.mjs';
import { watchPollers } from './pollers.mjs';
import { postTo } from './post-document.mjs';
import { atLeast, atMost, exactly, number, row } from './table.mjs';
import { watchCpu, watchMachine } from './usage.mjs';

const LAYOUTS = [
  { workers: 1, apis: 1 },
  { workers: 2, apis: 1 },
  { workers: 4, apis: 1 },
  { workers: 4, apis: 2 },
];
const CLIENTS = 40;
/** So many for each worker: a cold one compiles more than it works. */
const WARM_EACH = 200;
/** A box is polled once a second by whoever has it. */
const POLLS_PER_SECOND = 1.1;
/** What is asked of the growth that the cores allow. */
const SHARE = 0.85;

const nameOf = ({ workers, apis }) => `исполнителей ${workers}, API ${apis}`;

/** Starts what is missing for the layout; those that are there stay. */
const grow = async ({ beside }, running, { workers, apis }) => {
  while (running.workers.length < workers - 1)
    running.workers.push(await beside.addWorker(`worker-${running.workers.length + 2}`));
  while (running.apis.length < apis - 1) running.apis.push(await beside.addApi(`api-${running.apis.length + 2}`));
};

const pidsOf = (bench, running) => ({
  ...bench.pids(),
  ...Object.fromEntries(running.workers.map(({ pid }, at) => [`исполнитель ${at + 2}`, pid])),
  ...Object.fromEntries(running.apis.map(({ pid }, at) => [`API ${at + 2}`, pid])),
  стенд: process.pid,
});

const measureLayout = async (bench, running, layout) => {
  await grow(bench, running, layout);
  const { webhookUrl } = await bench.fullScenario();
  const doors = [bench.stack.publicUrl, ...running.apis.map(({ url }) => url)];
  bench.outside.callBackThrough(doors.length > 1 ? doors : []);
  const post = postTo(...doors.map((door) => `${door}${new URL(webhookUrl).pathname}`));
  const prefix = `scale-${layout.workers}-${layout.apis}`;
  const load = (documents, name) =>
    closedLoop({ clients: CLIENTS, documents, post, outside: bench.outside, prefix: `${prefix}-${name}` });
  await load(WARM_EACH * layout.workers, 'warm');
  const used = watchCpu(pidsOf(bench, running));
  const machine = watchMachine(bench.pids());
  const pollers = await watchPollers(bench);
  const { perSecond, endP50, endP99 } = await load(bench.settings.SCALE_DOCUMENTS, 'load');
  const { cores, allCores } = used();
  const result = { ...layout, perSecond, endP50, endP99, cores, allCores, ...machine(), polls: await pollers.stop() };
  say(`  ${nameOf(layout)}: ${number(perSecond)} /с`);
  return result;
};

/** How many times the rate of one worker the cores allow that had nothing to do, if all that is used grows with the rate. */
const allowedOf = ({ allCores, idleCores }, { workers }) => Math.min(workers, (allCores + idleCores) / allCores);

const rowsOf = (first) => (one) => {
  const growth = one.perSecond / first.perSecond;
  return [
    row(
      `${nameOf(one)}: в секунду, во сколько раз больше одного`,
      `${number(one.perSecond)} /с, ${number(growth)} ×`,
      one === first ? undefined : atLeast(growth, allowedOf(first, one) * SHARE, ' ×'),
    ),
    row(
      `${nameOf(one)}: опросов ящика в секунду (исполнителей по очереди)`,
      `${number(one.polls.pollsPerSecond)}  (${one.polls.workersInTurn})`,
      atMost(one.polls.pollsPerSecond, POLLS_PER_SECOND),
    ),
  ];
};
const noteOf = (one) =>
  `  ${nameOf(one)}: до конца p50 ${number(one.endP50)} p99 ${number(one.endP99)} мс; ядер ${Object.entries(one.cores)
    .map(([name, used]) => `${name} ${number(used)}`)
    .join(', ')}, всего ${number(one.allCores)} из ${availableParallelism()}, без дела ${number(one.idleCores)}`;

export const scaleOut = {
  title: `Больше процессов на той же машине (${CLIENTS} клиентов, ядер ${availableParallelism()})`,
  run: async (bench) => {
    const running = { workers: [], apis: [] };
    try {
      const results = [];
      for (const layout of LAYOUTS) results.push(await measureLayout(bench, running, layout));
      const { counts } = bench.outside;
      return {
        rows: [
          ...results.flatMap(rowsOf(results[0])),
          row('отправлено или проведено дважды', number(bench.outside.doubled()), exactly(bench.outside.doubled(), 0)),
          row('отказано обратным вызовам', number(counts.refusedCallbacks), exactly(counts.refusedCallbacks, 0)),
        ],
        notes: results.map(noteOf),
      };
    } finally {
      bench.outside.callBackThrough([]);
      await Promise.all([...running.workers, ...running.apis].map((one) => one.stop()));
    }
  },
};
