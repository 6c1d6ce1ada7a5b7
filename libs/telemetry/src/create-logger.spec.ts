import { expect, it } from '@jest/globals';
import { createLogger, type LogLevel } from './create-logger.js';

const gather = (level?: LogLevel) => {
  const lines: string[] = [];
  const log = createLogger('worker', { ...(level ? { level } : {}), sink: { write: (line) => void lines.push(line) } });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> };
};

it('writes one JSON line with a dotted event, a name and facts', () => {
  const { log, last } = gather();
  log('run.started', { runId: 'r-1', attempts: 2 });
  expect(last()).toMatchObject({ level: 'info', name: 'worker', event: 'run.started', runId: 'r-1', attempts: 2 });
  expect(last()['time']).toMatch(/^\d{4}-\d\d-\d\dT/);
});

it('masks secrets and documents at any depth', () => {
  const { log, lines } = gather();
  log.with({ apiToken: 'hunter2' }).error('http.failed', {
    headers: { Authorization: 'Bearer hunter2', 'set-cookie': 'hunter2', 'x-signature': 'hunter2' },
    attempts: [{ request: { body: 'hunter2', connection: { clientSecret: 'hunter2', privateKey: 'hunter2' } } }],
    file: new TextEncoder().encode('hunter2'),
    address: 'postgres://potok:hunter2@db:5432/potok',
    sentence: 'GET /x?access_token=hunter2 failed with Authorization: Bearer hunter2',
    error: new Error('cannot reach https://user:hunter2@host/', { cause: { password: 'hunter2' } }),
  });
  expect(lines.join('')).not.toContain('hunter2');
  expect(lines.join('')).toContain('[7 bytes]');
});

it('keeps what only names or counts a secret', () => {
  const { log, last } = gather();
  log('webhook.stored', { tokenId: 't-1', bodyBytes: 120, code: 'TOKEN_USED' });
  expect(last()).toMatchObject({ tokenId: 't-1', bodyBytes: 120, code: 'TOKEN_USED' });
});

it('survives cycles, long texts and odd values', () => {
  const { log, last } = gather();
  const loop: Record<string, unknown> = { big: 12n, when: new Date(0), bad: new Date(Number.NaN) };
  loop['self'] = loop;
  log('odd.facts', { loop, long: 'x'.repeat(5_000) });
  expect(last()).toMatchObject({ loop: { big: '12', when: '1970-01-01T00:00:00.000Z', bad: 'Invalid Date' } });
  expect(String(last()['long'])).toHaveLength(1_000);
});

it('obeys the level', () => {
  const { log, lines } = gather('error');
  log('a.b');
  log.warn('a.b');
  expect(lines).toEqual([]);
  log.error('a.c');
  expect(lines).toHaveLength(1);
});
