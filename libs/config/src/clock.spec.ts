import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { createClock } from './clock.js';

const folder = mkdtempSync(join(tmpdir(), 'potok-clock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('goes by the system without a file', () => {
  expect(createClock({ system: () => 1_000 }).now()).toEqual(new Date(1_000));
});

it('adds the offset of the file, sees a change, and holds the last one over a half-written file', () => {
  const offsetFile = join(folder, 'offset');
  let real = 1_000_000;
  const clock = createClock({ offsetFile, system: () => real });
  const later = () => {
    real += 1_000;
    return clock.now().getTime() - real;
  };
  expect(later()).toBe(0);
  writeFileSync(offsetFile, '86400000\n');
  expect(later()).toBe(86_400_000);
  writeFileSync(offsetFile, '');
  expect(later()).toBe(86_400_000);
  writeFileSync(offsetFile, '-5');
  expect(later()).toBe(-5);
  rmSync(offsetFile);
  expect(later()).toBe(0);
});
