// A process of its own that posts documents and times the answers. `{ kind: 'closed' | 'open', … }` as its argument, the outcome as JSON.
import { setTimeout as sleep } from 'node:timers/promises';
import { openLine } from './http-line.mjs';
import { documentOf } from './outside.mjs';
import { seededRandom } from './seeded-random.mjs';

const order = JSON.parse(process.argv[2]);

/** Each client posts again as soon as it was answered. */
const closed = async ({ url, clients, seconds, prefix }) => {
  const answers = [];
  let refused = 0;
  let next = 0;
  const end = performance.now() + seconds * 1000;
  const client = async () => {
    const line = openLine(url);
    while (performance.now() < end) {
      next += 1;
      const text = JSON.stringify(documentOf(`${prefix}-${next}`));
      const began = performance.now();
      if ((await line.post(text)) === 200) answers.push(performance.now() - began);
      else refused += 1;
    }
    line.close();
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  return { answers, refused, seconds: (performance.now() - began) / 1000 };
};

/** Poisson arrivals that wait for no answer. */
const stream = async ({ url, perSecond, prefix }, { seconds, random }) => {
  const idle = [];
  const arrivals = [];
  const arrive = async (id) => {
    const line = idle.pop() ?? openLine(url);
    const at = Date.now();
    const began = performance.now();
    const status = await line.post(JSON.stringify(documentOf(id)));
    arrivals.push({ id, at, ackMs: performance.now() - began, isTaken: status === 200 });
    idle.push(line);
  };
  const all = [];
  const began = performance.now();
  for (let dueMs = 0; ;) {
    dueMs += (-Math.log(1 - random()) / perSecond) * 1000;
    if (dueMs > seconds * 1000) break;
    const leftMs = began + dueMs - performance.now();
    if (leftMs > 1) await sleep(leftMs);
    all.push(arrive(`${prefix}-${all.length + 1}`));
  }
  await Promise.all(all);
  for (const line of idle) line.close();
  return arrivals;
};
const open = async ({ streams, seconds, seed }) => ({
  streams: await Promise.all(streams.map((one, at) => stream(one, { seconds, random: seededRandom(seed + at) }))),
});

const outcome = order.kind === 'closed' ? await closed(order) : await open(order);
const { user, system } = process.cpuUsage();
process.stdout.write(JSON.stringify({ ...outcome, cpuMs: (user + system) / 1000 }));
