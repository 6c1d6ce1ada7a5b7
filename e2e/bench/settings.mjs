import { Sorry } from '../../tools/stack/say.mjs';

/** What every measurement may be told by BENCH_<NAME>: at full length, and with --quick. */
const LENGTHS = {
  WARM: [1000, 20],
  PAIRS: [5, 1],
  DOCUMENTS_1: [30, 10],
  DOCUMENTS_20: [300, 80],
  IDLE_SEC: [60, 20],
  ACK_SEC: [15, 4],
  OPEN_SEC: [120, 15],
  DRAIN_SEC: [600, 180],
  SCALE_DOCUMENTS: [300, 80],
  MODEL_RUNS: [1000, 100],
  LINES: [2500, 50],
  UPD_LINES: [1250, 25],
  BIG_SEC: [900, 120],
  SEED: [4, 4],
};

const lengthOf = (name, isQuick) => {
  const given = process.env[`BENCH_${name}`];
  const value = given === undefined || given === '' ? LENGTHS[name][isQuick ? 1 : 0] : Number(given);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Sorry(`BENCH_${name}: нужно целое число больше нуля, а задано «${given}».`);
};

/** `npm run bench -- [--quick] [measurement …]`. A word that nobody knows is refused with the list. */
export const readSettings = (args, known) => {
  const isQuick = args.includes('--quick');
  const names = args.filter((word) => word !== '--quick');
  const strange = names.find((name) => !known.includes(name));
  if (strange !== undefined)
    throw new Sorry(`Неизвестное слово «${strange}». Есть --quick и измерения: ${known.join(', ')}.`);
  return Object.freeze({
    isQuick,
    names: names.length === 0 ? known : known.filter((name) => names.includes(name)),
    ...Object.fromEntries(Object.keys(LENGTHS).map((name) => [name, lengthOf(name, isQuick)])),
  });
};
