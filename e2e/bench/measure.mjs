import { readdirSync, readFileSync } from 'node:fs';

const TICK_MS = 10;

const fieldsOf = (pid) => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    // It ended while we looked.
    return undefined;
  }
};

const UTIME = 11;
const CUTIME = 13;
/** User and system time that stand beside each other, in milliseconds. */
const timeAt = (fields, at) => (Number(fields[at]) + Number(fields[at + 1])) * TICK_MS;

/** A process and those that it has started: PostgreSQL works in one for each connection. */
const familyOf = (pid) => {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), fields: fieldsOf(name) }));
  return all.flatMap((one) =>
    one.fields !== undefined && (one.pid === pid || Number(one.fields[1]) === pid) ? [one.fields] : [],
  );
};

/** CPU time that a process and its children have used so far, in milliseconds; the process's resident memory in MB. */
export const usageOf = (pid) => {
  const own = fieldsOf(pid);
  // What the children that have ended had used stands with their parent.
  const ended = own === undefined ? 0 : timeAt(own, CUTIME);
  const cpuMs = familyOf(pid).reduce((sum, fields) => sum + timeAt(fields, UTIME), ended);
  const rssKb = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  return { cpuMs, rssMb: rssKb / 1024 };
};

export const quantile = (values, share) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};

/** A closed loop: each of `clients` begins its next document when its last was exported. */
export const closedLoop = async ({ clients, documents, post, outside, prefix }) => {
  const acks = [];
  const ends = [];
  let next = 0;
  const client = async () => {
    while (next < documents) {
      next += 1;
      const id = `${prefix}-${next}`;
      const arrived = outside.exported(id);
      const began = performance.now();
      await post(id);
      acks.push(performance.now() - began);
      await arrived;
      ends.push(performance.now() - began);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - began) / 1000;
  return {
    perSecond: documents / seconds,
    ackP50: quantile(acks, 0.5),
    ackP99: quantile(acks, 0.99),
    endP50: quantile(ends, 0.5),
    endP99: quantile(ends, 0.99),
  };
};
