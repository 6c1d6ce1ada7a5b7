// The full scenario beside the same one written by hand on Temporal, interleaved: ratios count, not absolute figures.
import { say } from '../../tools/stack/say.mjs';
import { startByHand } from './by-hand.mjs';
import { closedLoop, median } from './closed-loop.mjs';
import { countHistories } from './histories.mjs';
import { postTo } from './post-document.mjs';
import { atLeast, atMost, below, exactly, number, row } from './table.mjs';
import { watchCpu, watchMemory } from './usage.mjs';

const OURS = 'Поток';
const BY_HAND = 'вручную';
const documentsOf = ({ settings }, clients) => (clients === 1 ? settings.DOCUMENTS_1 : settings.DOCUMENTS_20);

/** The same load once on one side, with what every process used for a document. */
const measureOnce = async (bench, side, { clients, prefix }) => {
  const documents = documentsOf(bench, clients);
  const used = watchCpu(side.pids);
  const memory = watchMemory(side.watched);
  const result = await closedLoop({ clients, documents, post: side.post, outside: bench.outside, prefix });
  const cpu = Object.fromEntries(Object.entries(used().cpuMs).map(([name, ms]) => [name, ms / documents]));
  return { ...result, cpu, peakMb: memory.stop() };
};

/** Both sides as they are after some minutes of work: what V8 compiles it compiles once. BENCH_WARM=20 shows them cold. */
const warm = async ({ outside, settings }, sides) => {
  for (const [name, { post }] of Object.entries(sides))
    await closedLoop({ clients: 20, documents: settings.WARM, post, outside, prefix: `warm-${name.length}` });
};

const medianRun = (runs) => {
  const middle = median(runs.map(({ perSecond }) => perSecond));
  return runs.find(({ perSecond }) => perSecond === middle);
};

const measurePairs = async (bench, sides, clients) => {
  const runs = { [OURS]: [], [BY_HAND]: [] };
  for (let pair = 0; pair < bench.settings.PAIRS; pair += 1) {
    for (const name of pair % 2 === 0 ? [OURS, BY_HAND] : [BY_HAND, OURS])
      runs[name].push(await measureOnce(bench, sides[name], { clients, prefix: `${name.length}-${clients}-${pair}` }));
    const ratio = runs[OURS][pair].perSecond / runs[BY_HAND][pair].perSecond;
    say(`  ${clients} кл., пара ${pair + 1}: ${number(runs[OURS][pair].perSecond)} /с, отношение ${number(ratio)}`);
  }
  return {
    ratios: runs[OURS].map((one, pair) => one.perSecond / runs[BY_HAND][pair].perSecond),
    ours: medianRun(runs[OURS]),
    byHand: medianRun(runs[BY_HAND]),
    peakMb: Math.max(...runs[OURS].map((one) => one.peakMb)),
  };
};

const speedOf = (clients, one) =>
  `${clients} кл.: ${number(one.perSecond)} /с, приём p50 ${number(one.ackP50)} p99 ${number(one.ackP99)} мс, до конца p50 ${number(one.endP50)} p99 ${number(one.endP99)} мс; ЦП мс на документ: ${cpuText(one.cpu)}`;
const cpuText = (cpu) =>
  `${Object.entries(cpu)
    .map(([name, ms]) => `${name} ${number(ms)}`)
    .join(', ')}, всего ${number(Object.values(cpu).reduce((sum, ms) => sum + ms, 0))}`;
const ratioRow = (clients, { ratios }, goal) =>
  row(
    `${clients} кл.: отношение к написанному вручную, медиана`,
    `${number(median(ratios))}  (${ratios.map((one) => number(one)).join('; ')})`,
    goal,
  );

const rowsOf = (bench, { one, twenty, histories }) => [
  ratioRow(20, twenty, atLeast(median(twenty.ratios), 1)),
  row(
    '20 кл.: сценариев в секунду, наши / вручную',
    `${number(twenty.ours.perSecond)} / ${number(twenty.byHand.perSecond)}`,
  ),
  row('20 кл.: приём p99', `${number(twenty.ours.ackP99)} мс`, below(twenty.ours.ackP99, 100, ' мс')),
  row('20 кл.: до конца p50 / p99', `${number(twenty.ours.endP50)} / ${number(twenty.ours.endP99)} мс`),
  ratioRow(1, one),
  row('1 кл.: до конца p50 (50 мс — оператора)', `${number(one.ours.endP50)} мс`, atMost(one.ours.endP50, 100, ' мс')),
  row('1 кл.: до конца p99', `${number(one.ours.endP99)} мс`),
  row(
    'событий истории на запуск, обычно (самое большее)',
    `${histories.events.typical} (${histories.events.most})`,
    atMost(histories.events.typical, 16),
  ),
  row(
    'переходов состояния на запуск, обычно (самое большее)',
    `${histories.transitions.typical} (${histories.transitions.most})`,
    atMost(histories.transitions.typical, 10),
  ),
  row('память API и исполнителя под полной нагрузкой', `${number(twenty.peakMb)} МБ`, below(twenty.peakMb, 700, ' МБ')),
  row('отправлено или проведено дважды', number(bench.outside.doubled()), exactly(bench.outside.doubled(), 0)),
  row(
    'отказано обратным вызовам',
    number(bench.outside.counts.refusedCallbacks),
    exactly(bench.outside.counts.refusedCallbacks, 0),
  ),
];

export const pairs = {
  title: 'Полный сценарий (webhook-to-xml) и он же, написанный вручную на Temporal',
  run: async (bench) => {
    const { id, webhookUrl } = await bench.fullScenario();
    const byHand = await startByHand(bench);
    try {
      const { API, исполнитель, ...servers } = bench.pids();
      const own = { API, исполнитель };
      const sides = {
        [OURS]: { post: postTo(webhookUrl), pids: { ...own, ...servers }, watched: own },
        [BY_HAND]: { post: postTo(byHand.hook), pids: { ...byHand.pids, ...servers }, watched: byHand.pids },
      };
      await warm(bench, sides);
      const one = await measurePairs(bench, sides, 1);
      const twenty = await measurePairs(bench, sides, 20);
      const histories = await countHistories(bench, id);
      return {
        rows: rowsOf(bench, { one, twenty, histories }),
        notes: [
          ...[OURS, BY_HAND].flatMap((name) =>
            [
              [1, one],
              [20, twenty],
            ].map(([clients, part]) => `  ${name}, ${speedOf(clients, name === OURS ? part.ours : part.byHand)}`),
          ),
        ],
      };
    } finally {
      byHand.stop();
    }
  },
};
