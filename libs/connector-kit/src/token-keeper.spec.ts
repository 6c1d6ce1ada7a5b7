import { expect, it } from '@jest/globals';
import { TokenKeeper } from './token-keeper.js';

const signal = new AbortController().signal;

it('makes one token for all that ask at once, and renews a refused one once', async () => {
  let made = 0;
  const keeper = new TokenKeeper(undefined, async () => {
    made += 1;
    return `token-${made}`;
  });
  expect(await Promise.all([keeper.get(signal), keeper.get(signal)])).toEqual(['token-1', 'token-1']);
  expect(await Promise.all([keeper.renew('token-1', signal), keeper.renew('token-1', signal)])).toEqual([
    'token-2',
    'token-2',
  ]);
  expect(await keeper.renew('token-1', signal)).toBe('token-2');
});

it('lets an aborted call go without ending the renewal of the others', async () => {
  let finish: (token: string) => void = () => undefined;
  const keeper = new TokenKeeper('old', () => new Promise((resolve) => (finish = resolve)));
  const abort = new AbortController();
  const gone = keeper.renew('old', abort.signal);
  const staying = keeper.renew('old', signal);
  abort.abort(new Error('run cancelled'));
  await expect(gone).rejects.toThrow('run cancelled');
  finish('new');
  await expect(staying).resolves.toBe('new');
});

it('tries anew after a renewal that failed', async () => {
  let tries = 0;
  const keeper = new TokenKeeper(undefined, async () => {
    tries += 1;
    if (tries === 1) throw new Error('down');
    return 'token';
  });
  await expect(keeper.get(signal)).rejects.toThrow('down');
  await expect(keeper.get(signal)).resolves.toBe('token');
});
