import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { momentOf } from './index.js';

const folder = new URL('.', import.meta.url).pathname;
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'),
);

it('runs in browsers: nothing of Node is used', () => {
  const guilty = sources.filter((path) =>
    /from 'node:|\bBuffer\b|\bprocess\.\w/.test(readFileSync(join(folder, path), 'utf8')),
  );
  expect(guilty).toEqual([]);
  expect(sources.length).toBeGreaterThan(30);
});

it('takes a legal date in the zone of the organization', () => {
  const instant = new Date('2026-11-24T22:30:05Z');
  expect(momentOf(instant)).toEqual({ date: '2026-11-25', time: '01:30:05' });
  expect(momentOf(instant, 'Europe/Kaliningrad')).toEqual({ date: '2026-11-25', time: '00:30:05' });
});
