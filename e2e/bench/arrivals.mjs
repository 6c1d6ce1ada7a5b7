import { setTimeout as sleep } from 'node:timers/promises';
import { closedLoop, quantile } from './closed-loop.mjs';
import { postTo } from './post-document.mjs';
import { generate } from './generate.mjs';
import { watchCpu } from './usage.mjs';
import { watchLine } from './waiting-line.mjs';

const LOOK_MS = 100;

/** Full scenarios a second at 20 clients: what the arrivals are measured by. */
export const capacityOf = async (bench, url) => {
  const load = (documents, prefix) =>
    closedLoop({ clients: 20, documents, post: postTo(url), outside: bench.outside, prefix });
  const at = Date.now();
  await load(40, `capacity-warm-${at}`);
  return (await load(bench.settings.DOCUMENTS_20, `capacity-${at}`)).perSecond;
};

/** Waits until all that was taken has reached accounting; answers the seconds, or what is missing when patience ends. */
const drain = async ({ outside, settings }, ids) => {
  const began = Date.now();
  for (;;) {
    const missing = ids.filter((id) => !outside.times.exported.has(id)).length;
    const sec = (Date.now() - began) / 1000;
    if (missing === 0 || sec > settings.DRAIN_SEC) return { sec, missing };
    await sleep(LOOK_MS);
  }
};

const acksOf = (arrivals) => {
  const acks = arrivals.map(({ ackMs }) => ackMs);
  return { p50: quantile(acks, 0.5), p99: quantile(acks, 0.99) };
};
const endsOf = (arrivals, { exported }) => {
  const ends = arrivals.filter(({ id }) => exported.has(id)).map(({ id, at }) => exported.get(id) - at);
  return { p50: quantile(ends, 0.5), p99: quantile(ends, 0.99) };
};

/** By how many seconds a document was overtaken by one that had come later: by the order in which the operator got them. */
const overtakenOf = (arrivals, { sent }) => {
  const known = arrivals.filter(({ id }) => sent.has(id)).sort((a, b) => a.at - b.at);
  let earliestLater = Infinity;
  const late = known.reverse().map(({ id }) => {
    const at = sent.get(id);
    const overtakenMs = Math.max(0, at - earliestLater);
    earliestLater = Math.min(earliestLater, at);
    return overtakenMs / 1000;
  });
  return { p99: quantile(late, 0.99), most: Math.max(0, ...late) };
};

/** Arrivals that wait for no answer, then what is left is worked off. Each stream: `{ url, perSecond, prefix }`. */
export const arrive = async (bench, streams) => {
  const { outside, settings } = bench;
  const line = watchLine(bench);
  const used = watchCpu(bench.pids());
  const load = await generate({ kind: 'open', streams, seconds: settings.OPEN_SEC, seed: settings.SEED });
  const seen = await line.stop();
  const taken = load.streams.flat().filter(({ isTaken }) => isTaken);
  const drained = await drain(
    bench,
    taken.map(({ id }) => id),
  );
  const { cpuMs } = used();
  return {
    ...{ seen, drained },
    cpuMsPerRun: Object.values(cpuMs).reduce((sum, ms) => sum + ms, 0) / taken.length,
    refused: load.streams.flat().length - taken.length,
    streams: load.streams.map((arrivals) => ({
      count: arrivals.length,
      ack: acksOf(arrivals),
      end: endsOf(arrivals, outside.times),
      overtaken: overtakenOf(arrivals, outside.times),
    })),
  };
};
