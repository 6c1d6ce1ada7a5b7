import { pino, type DestinationStream, type Logger } from 'pino';
import { redact, type Facts } from './redact.js';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Writes one line: `log('run.started', { runId })`. The event is a dotted name, facts are ids; secrets are masked. */
export interface Log {
  (event: string, facts?: Facts): void;
  debug(event: string, facts?: Facts): void;
  warn(event: string, facts?: Facts): void;
  error(event: string, facts?: Facts): void;
  /** A log whose every line also holds these facts. */
  with(facts: Facts): Log;
}

export interface LoggerOptions {
  readonly level?: LogLevel;
  /** Where lines go; stdout when absent. */
  readonly sink?: DestinationStream;
}

/** A log of JSON lines named after a process or a duty of it. */
export const createLogger = (name: string, { level = 'info', sink }: LoggerOptions = {}): Log => {
  const lines = pino(
    {
      level,
      base: { name },
      messageKey: 'event',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    sink ?? pino.destination({ dest: 1, sync: true }),
  );
  return logWith(lines, {});
};

type Lines = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'isLevelEnabled'>;

const logWith = (lines: Lines, always: Facts): Log => {
  const at = (level: 'debug' | 'info' | 'warn' | 'error') => (event: string, facts?: Facts) => {
    if (lines.isLevelEnabled(level)) lines[level]({ ...always, ...redact(facts ?? {}) }, event);
  };
  return Object.assign(at('info'), {
    debug: at('debug'),
    warn: at('warn'),
    error: at('error'),
    with: (facts: Facts) => logWith(lines, { ...always, ...redact(facts) }),
  });
};
