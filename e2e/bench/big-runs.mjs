// Runs of unusual size: time for N, 2N, 4N, how long histories and activities get, how much memory the worker takes.
import { say } from '../../tools/stack/say.mjs';
import { httpEach, longScenario, pureEach, updScenario, wideScenario } from './drawings.mjs';
import { playRun } from './one-run.mjs';
import { publishDrawing } from './publish.mjs';
import { atMost, below, number, row } from './table.mjs';

/** A little more than twice for twice as much is noise; the square would be four. */
const LINEAR = 2.5;
/** Temporal warns from here on; five times as many and it ends the run. */
const EVENTS_WARNED = 10_240;
/** The start-to-close time-out of a segment is an hour. */
const ACTIVITY_SEC = 3600;
const MEMORY_MB = 700;
/** A first small one, so that the smallest of those that are measured does not pay for what is made once. */
const WARM = 5;
const SIZES = [1, 2, 4];

const linesOf = (count) => Array.from({ length: count }, (_, at) => `Товар № ${at + 1}`);

const buyerOf = async () => {
  const { demoBuyers } = await import('@potok/sandbox');
  const { shortName: name, fullName, inn, kpp, address } = demoBuyers[0];
  const { zipCode, regionCode, city, street, house } = address;
  return {
    ...{ kind: 'legal', name, fullName, inn, kpp },
    address: { countryCode: '643', regionCode, postalCode: zipCode, text: `${zipCode}, ${city}, ${street}, ${house}` },
  };
};

const kindsOf = async ({ settings, base, stack }) => [
  { name: '200 шагов в 20 отрезках', draft: longScenario(base), sizes: [1], data: () => ({ id: 'long' }) },
  { name: '100 параллельных ветвей', draft: wideScenario(base), sizes: [1], data: () => ({ id: 'wide' }) },
  ...[
    { name: 'for-each, счёт', draft: pureEach(), first: settings.LINES },
    { name: 'for-each, HTTP', draft: httpEach(base), first: settings.LINES },
    {
      name: 'УПД построить, подписать, отправить',
      draft: updScenario(await buyerOf()),
      slots: { edo: stack.demo.connections.edo },
      first: settings.UPD_LINES,
    },
  ].map(({ first, ...kind }) => ({
    ...kind,
    sizes: SIZES.map((times) => times * first),
    data: (count) => ({ lines: linesOf(count) }),
  })),
];

/** Sizes one after another; the first that fails ends them, and its cause stands in the table. */
const playKind = async (bench, { name, draft, slots, sizes, data }) => {
  const played = [];
  try {
    const { id } = await publishDrawing(bench.api, draft, slots);
    if (sizes.length > 1) await playRun(bench, id, data(WARM));
    for (const size of sizes) {
      const one = await playRun(bench, id, data(size));
      played.push({ size, ...one });
      say(`  ${name}${sizes.length > 1 ? `, ${size}` : ''}: ${number(one.seconds)} с, событий ${one.events}`);
    }
    return { name, played };
  } catch (error) {
    say(`  ${name}: ${error.message}`);
    return { name, played, failure: `${sizes[played.length]}: ${error.message}`.slice(0, 160) };
  }
};

/** A second try is what a time-out leaves behind: in these runs nothing else fails. */
const wholeActivity = (played) => ({
  text: `< ${number(ACTIVITY_SEC)} с (1)`,
  isMet: most(played, 'activityMs') / 1000 < ACTIVITY_SEC && most(played, 'tries') <= 1,
});
const most = (played, of) => Math.max(...played.map((one) => one[of]));
const growthRows = (name, played) => {
  if (played.length < 2) return [];
  const factorsOf = (of) => played.slice(1).map((one, at) => one[of] / played[at][of]);
  const shown = (factors) => factors.map((one) => number(one)).join('; ');
  const factors = factorsOf('seconds');
  return [
    row(
      `${name}: во сколько раз дольше вдвое больший (по ЦП)`,
      `${shown(factors)}  (${shown(factorsOf('cpuSec'))})`,
      atMost(Math.max(...factors), LINEAR),
    ),
  ];
};
const rowsOf = ({ name, played, failure }) => [
  ...(failure === undefined ? [] : [row(`${name}: не вышло`, failure, { text: '', isMet: false })]),
  ...(played.length === 0
    ? []
    : [
        row(
          `${name}: секунд`,
          played.map(({ size, seconds }) => (size === 1 ? '' : `${number(size)}: `) + number(seconds)).join('; '),
        ),
        ...growthRows(name, played),
        row(
          `${name}: событий в истории (КБ; продолжений)`,
          `${most(played, 'events')} (${number(most(played, 'bytes') / 1024)}; ${most(played, 'rolls')})`,
          below(most(played, 'events'), EVENTS_WARNED),
        ),
        row(
          `${name}: самая долгая activity / workflow task (попыток)`,
          `${number(most(played, 'activityMs') / 1000)} / ${number(most(played, 'taskMs') / 1000)} с (${most(played, 'tries')})`,
          wholeActivity(played),
        ),
        row(
          `${name}: память исполнителя`,
          played.map(({ peakMb }) => number(peakMb)).join('; ') + ' МБ',
          below(most(played, 'peakMb'), MEMORY_MB, ' МБ'),
        ),
      ]),
];

const biggestFile = async ({ db }) =>
  (await db.query('SELECT coalesce(max(size_bytes), 0)::float AS size FROM document_title')).rows[0].size / 1024 ** 2;

export const bigRuns = {
  title: 'Большие запуски',
  run: async (bench) => {
    const results = [];
    for (const kind of await kindsOf(bench)) results.push(await playKind(bench, kind));
    return {
      rows: [...results.flatMap(rowsOf), row('самый большой файл УПД', `${number(await biggestFile(bench))} МБ`)],
    };
  },
};
