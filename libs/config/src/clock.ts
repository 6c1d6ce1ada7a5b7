import { readFileSync, statSync } from 'node:fs';

/** The time that a process goes by. Everything that compares dates takes a clock, so that tests can move it. */
export interface Clock {
  now(): Date;
}

const LOOK_EVERY_MS = 100;

/**
 * The system's time, plus the offset in milliseconds that a file holds. The file is looked at ten times a second at
 * most and read only when it changed; absent it is no offset, and while it is half written the last one holds.
 */
export const createClock = ({
  offsetFile,
  system = Date.now,
}: {
  readonly offsetFile?: string | undefined;
  readonly system?: () => number;
} = {}): Clock => {
  if (offsetFile === undefined) return { now: () => new Date(system()) };
  let offsetMs = 0;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let mark = '';
  return {
    now: () => {
      const real = system();
      if (Math.abs(real - lookedAt) >= LOOK_EVERY_MS) {
        lookedAt = real;
        const found = markOf(offsetFile);
        if (found !== mark) offsetMs = offsetIn(offsetFile) ?? offsetMs;
        mark = found;
      }
      return new Date(real + offsetMs);
    },
  };
};

const markOf = (file: string): string => {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat ? `${stat.mtimeMs}/${stat.size}/${stat.ino}` : 'absent';
};

const offsetIn = (file: string): number | undefined => {
  try {
    const text = readFileSync(file, 'utf8').trim();
    return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
  } catch {
    return 0;
  }
};
