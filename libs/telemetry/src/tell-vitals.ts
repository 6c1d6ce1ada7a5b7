import type { Log } from './create-logger.js';

const EVERY_MS = 30_000;

/** What a process holds. Anything here that goes on growing is a leak. */
export interface Vitals {
  readonly pid: number;
  readonly rssBytes: number;
  readonly heapBytes: number;
  readonly outsideHeapBytes: number;
  /** Timers that are set. */
  readonly timers: number;
  /** Sockets, pipes, requests under way, and whatever else keeps the process going. */
  readonly handles: number;
}

const vitals = (): Vitals => {
  const { rss, heapUsed, external } = process.memoryUsage();
  const held = process.getActiveResourcesInfo();
  const timers = held.filter((kind) => kind === 'Timeout').length;
  return {
    pid: process.pid,
    rssBytes: rss,
    heapBytes: heapUsed,
    outsideHeapBytes: external,
    timers,
    handles: held.length - timers,
  };
};

/** Says twice a minute what this process holds, and keeps no process going. Answers how to stop. */
export const tellVitals = (log: Log, everyMs = EVERY_MS): (() => void) => {
  const timer = setInterval(() => {
    log('process.vitals', { ...vitals() });
  }, everyMs).unref();
  return () => {
    clearInterval(timer);
  };
};
