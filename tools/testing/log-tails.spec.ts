import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { logTails, tailOf } from './log-tails.mjs';

const line = (level: string, event: string) => JSON.stringify({ level, name: 'worker', event });
const calm = Array.from({ length: 40 }, (_, at) => line('info', `calm.${at}`));

it('shows troubles that lie further back before the last lines, each line once', () => {
  const text = [line('warn', 'early'), ...calm, line('error', 'late'), ''].join('\n');
  const { troubles, last } = tailOf(text, 5);
  expect(troubles).toEqual([line('warn', 'early')]);
  expect(last).toEqual([...calm.slice(-4), line('error', 'late')]);
});

it('takes a stack that nobody caught for a trouble, and cuts a line that is a book', () => {
  const { troubles, last } = tailOf(
    ['TypeError: x is not a function', '    at y.js:1', ...calm, 'z'.repeat(9000)].join('\n'),
  );
  expect(troubles).toEqual(['TypeError: x is not a function', '    at y.js:1']);
  expect(last.at(-1)).toHaveLength(501);
});

it('says of which processes there is no log', () => {
  const folder = mkdtempSync(join(tmpdir(), 'potok-logs-'));
  try {
    writeFileSync(join(folder, 'api.log'), `${line('info', 'api.listening')}\n`);
    const text = logTails(folder);
    expect(text).toContain('── api: last lines\n{"level":"info"');
    expect(text).toContain('── worker: no log at');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
