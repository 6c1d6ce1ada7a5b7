// Arrivals that do not wait for the machine: below, near and above what it can do.
import { say } from '../../tools/stack/say.mjs';
import { arrive, capacityOf } from './arrivals.mjs';
import { atMost, below, exactly, number, row } from './table.mjs';
import { courseOf, growthOf } from './waiting-line.mjs';

const FACTORS = [0.5, 0.8, 1.2];
/** A line is flat when it grows by no more than what is in hand anyway, or this share of what comes meanwhile. */
const IN_HAND = 20;
const FLAT_SHARE = 0.05;
const ACK_P99_MS = { below: 100, above: 300 };
const IN_ORDER_SEC = 2;

const rowsOf = ({ factor, perSecond, seen, drained, refused, cpuMsPerRun, streams: [stream] }) => {
  const name = `${number(factor)} × (${number(perSecond)} /с)`;
  const growth = growthOf(seen);
  const isBelow = factor < 1;
  const last = seen.at(-1)?.all ?? 0;
  return [
    row(
      `${name}: очередь выросла за вторую половину (в конце)`,
      `${number(growth)}  (${last})`,
      isBelow ? atMost(growth, Math.max(IN_HAND, (stream.count / 2) * FLAT_SHARE)) : undefined,
    ),
    row(
      `${name}: приём p99`,
      `${number(stream.ack.p99)} мс`,
      below(stream.ack.p99, ACK_P99_MS[isBelow ? 'below' : 'above'], ' мс'),
    ),
    row(`${name}: отказано вызовам`, number(refused), exactly(refused, 0)),
    row(`${name}: до конца p50 / p99`, `${number(stream.end.p50)} / ${number(stream.end.p99)} мс`),
    row(`${name}: ЦП на запуск, все процессы`, `${number(cpuMsPerRun)} мс`),
    row(`${name}: очередь разобрана за`, `${number(drained.sec)} с`),
    row(`${name}: принято, но не дошло до учёта`, number(drained.missing), exactly(drained.missing, 0)),
    row(
      `${name}: позже пришедший обогнал, p99 (самое большее)`,
      `${number(stream.overtaken.p99)} с (${number(stream.overtaken.most)})`,
      atMost(stream.overtaken.p99, IN_ORDER_SEC, ' с'),
    ),
  ];
};

export const openLoop = {
  title: 'Поток, который не ждёт: доли от измеренной мощности',
  run: async (bench) => {
    const { webhookUrl } = await bench.fullScenario();
    const capacity = await capacityOf(bench, webhookUrl);
    say(`  мощность: ${number(capacity)} /с`);
    const results = [];
    for (const factor of FACTORS) {
      const perSecond = capacity * factor;
      const stream = { url: webhookUrl, perSecond, prefix: `open-${factor}-${Date.now()}` };
      results.push({ factor, perSecond, ...(await arrive(bench, [stream])) });
      say(`  ${number(factor)} ×: ${courseOf(results.at(-1).seen)}`);
      await bench.untilIdle();
    }
    const { refusedCallbacks } = bench.outside.counts;
    return {
      rows: [
        row('мощность при 20 клиентах', `${number(capacity)} /с`),
        ...results.flatMap(rowsOf),
        row('отправлено или проведено дважды', number(bench.outside.doubled()), exactly(bench.outside.doubled(), 0)),
        row('отказано обратным вызовам', number(refusedCallbacks), exactly(refusedCallbacks, 0)),
      ],
      notes: [
        '  Очередь во времени: всего (вебхуки + приказы + запуски)',
        ...results.map(({ factor, seen }) => `  ${number(factor)} ×  ${courseOf(seen)}`),
      ],
    };
  },
};
