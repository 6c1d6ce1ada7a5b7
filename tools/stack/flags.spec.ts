import { expect, it } from '@jest/globals';
import { readFlags } from './flags.mjs';

it('reads flags and a folder in any order', () => {
  const flags = readFlags(['--detach', '--home', '/d', '--reset'], ['--detach', '--reset', '--help']);
  expect([flags.home, flags.has('--detach'), flags.has('--reset'), flags.has('--help')]).toEqual([
    '/d',
    true,
    true,
    false,
  ]);
});

it('refuses what it does not know and a folder that was forgotten, with what there is', () => {
  expect(() => readFlags(['--rest'], ['--reset'])).toThrow('Неизвестный ключ «--rest». Есть --reset, --home ПАПКА.');
  expect(() => readFlags(['--home', '--reset'], ['--reset'])).toThrow('После --home нужна папка.');
});
