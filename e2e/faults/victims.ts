import { readStack, until } from '../support/stack.js';

/** The processes of a stack, by the names that its launcher gives them. */
export const VICTIMS = ['Исполнитель', 'API', 'Temporal', 'PostgreSQL', 'Песочница'] as const;
export type Victim = (typeof VICTIMS)[number];

const send = (pid: number, signal: NodeJS.Signals) => {
  try {
    process.kill(pid, signal);
  } catch {
    // It is gone already: that is what was wanted, or the launcher is just starting it again.
  }
};

const pidOf = (victim: Victim): number => readStack().pids[victim]?.pid ?? 0;

/** A signal that ends it, and the process that the launcher then starts in its place. */
const endBy = async (victim: Victim, signal: NodeJS.Signals): Promise<void> => {
  const pid = pidOf(victim);
  if (pid > 0) send(pid, signal);
  await until(`${victim} is another process`, async () => pidOf(victim), {
    isEnough: (now) => now > 0 && now !== pid,
    timeoutMs: 60_000,
  });
};

export const kill = (victim: Victim): Promise<void> => endBy(victim, 'SIGKILL');

/** Told to end at once and in order, connections dropped; the launcher starts it again: what a fail-over looks like. */
export const failOver = (): Promise<void> => endBy('PostgreSQL', 'SIGINT');

/** Holds a process, with all that it has started, for a time, and lets it go on. */
export const hold = async (victim: Victim, ms: number): Promise<void> => {
  const pid = pidOf(victim);
  send(-pid, 'SIGSTOP');
  try {
    await new Promise((done) => setTimeout(done, ms));
  } finally {
    send(-pid, 'SIGCONT');
  }
};

const answersOk = async (url: string) => (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok;

/** Until the front door, the engine and the outside answer. */
export const untilAllStand = async (timeoutMs = 90_000): Promise<void> => {
  const { publicUrl, sandboxUrl, ports } = readStack();
  const urls = [`${publicUrl}/api/health`, `${sandboxUrl}/sandbox/health`, `http://127.0.0.1:${ports['worker'] ?? 0}/`];
  for (const url of urls) await until(`${url} answers`, () => answersOk(url), { isEnough: (isOk) => isOk, timeoutMs });
};
