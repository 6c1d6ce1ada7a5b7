import { CannotRun } from './cannot-run.js';
import type { Given } from './command.js';

export const textFlag = ({ flags }: Given, name: string): string | undefined => {
  const value = flags[name];
  return typeof value === 'string' ? value : undefined;
};

/** A whole number from 1 on; throws CannotRun for anything else. */
export const numberFlag = (given: Given, name: string): number | undefined => {
  const text = textFlag(given, name);
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new CannotRun(given.texts.numberWrong(name, text));
  return Number(text);
};

const MINUTES = 60;

/** How long `--wait` waits. */
export const minutesFlag = ({ flags, texts }: Given): number => {
  const text = flags['minutes'] ?? String(MINUTES);
  const minutes = Number(text);
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > 1440)
    throw new CannotRun(texts.minutesWrong(String(text)));
  return minutes;
};
