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

/** A process and those that it has started: PostgreSQL works in one for each connection. Not those that are named by themselves. */
const familyOf = (pid, named) => {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), fields: fieldsOf(name) }));
  return all.flatMap((one) =>
    one.fields !== undefined && (one.pid === pid || (Number(one.fields[1]) === pid && !named.has(one.pid)))
      ? [one.fields]
      : [],
  );
};

/** CPU time that a process and its children have used so far, in milliseconds. */
const cpuOf = (pid, named) => {
  const own = fieldsOf(pid);
  // What the children that have ended had used stands with their parent.
  const ended = own === undefined ? 0 : timeAt(own, CUTIME);
  return familyOf(pid, named).reduce((sum, fields) => sum + timeAt(fields, UTIME), ended);
};

/** Resident memory of a process in MB; 0 when it is gone. */
export const rssOf = (pid) => {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
};

/** From now on: what each process uses. Asked as often as one likes. */
export const watchCpu = (pids) => {
  const began = performance.now();
  const named = new Set(Object.values(pids));
  const cpuNow = () => Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, cpuOf(pid, named)]));
  const before = cpuNow();
  return () => {
    const ms = performance.now() - began;
    const cpuMs = Object.fromEntries(Object.entries(cpuNow()).map(([name, now]) => [name, now - before[name]]));
    const cores = Object.fromEntries(Object.entries(cpuMs).map(([name, used]) => [name, used / ms]));
    return { ms, cpuMs, cores, allCores: Object.values(cores).reduce((sum, one) => sum + one, 0) };
  };
};

/** Jiffies of the whole machine: those in which it worked, those in which it had nothing to do. */
const machineNow = () => {
  const fields = readFileSync('/proc/stat', 'utf8').split('\n', 1)[0].trim().split(/\s+/).slice(1, 9).map(Number);
  const [user, nice, system, idle, wait, interrupts, softInterrupts, stolen] = fields;
  return { busy: user + nice + system + interrupts + softInterrupts + stolen, idle: idle + wait };
};

/** From now on: how many cores had nothing to do, and how many worked for others than these processes and this one with its children. */
export const watchMachine = (pids) => {
  const before = machineNow();
  const used = watchCpu({ ...pids, bench: process.pid });
  return () => {
    const now = machineNow();
    const { allCores, ms } = used();
    const cores = (ticks) => (ticks * TICK_MS) / ms;
    return {
      idleCores: cores(now.idle - before.idle),
      othersCores: Math.max(0, cores(now.busy - before.busy) - allCores),
    };
  };
};

const EVERY_MS = 200;

/** The most memory that these processes had together while it was looked; `stop` answers it in MB. */
export const watchMemory = (pids) => {
  let peak = 0;
  const look = () => {
    peak = Math.max(
      peak,
      Object.values(pids).reduce((sum, pid) => sum + rssOf(pid), 0),
    );
  };
  look();
  const timer = setInterval(look, EVERY_MS);
  return {
    stop: () => {
      look();
      clearInterval(timer);
      return peak;
    },
  };
};
