// The end of a stack's logs, for whoever reads of a failed journey on a machine that is not theirs.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PROCESSES = ['api', 'worker', 'sandbox'];
const LINES = 15;
const MAX_WIDTH = 500;
const IS_TROUBLE = /"level":"(warn|error|fatal)"|^\s*(at |\w*Error\b)/;

const short = (line) => (line.length > MAX_WIDTH ? `${line.slice(0, MAX_WIDTH)}…` : line);

/** The last warnings and errors of a log, then its last lines; each line once. */
export const tailOf = (text, lines = LINES) => {
  const all = text.split('\n').filter((line) => line.trim() !== '');
  const end = Math.max(0, all.length - lines);
  return {
    troubles: all
      .slice(0, end)
      .filter((line) => IS_TROUBLE.test(line))
      .slice(-lines)
      .map(short),
    last: all.slice(end).map(short),
  };
};

const section = (name, file) => {
  if (!existsSync(file)) return [`── ${name}: no log at ${file}`];
  const { troubles, last } = tailOf(readFileSync(file, 'utf8'));
  const head = troubles.length === 0 ? [] : [`── ${name}: last warnings and errors before the end`, ...troubles];
  return [...head, `── ${name}: last lines`, ...last];
};

/** One text of the logs in this folder. */
export const logTails = (folder) => PROCESSES.flatMap((name) => section(name, join(folder, `${name}.log`))).join('\n');
