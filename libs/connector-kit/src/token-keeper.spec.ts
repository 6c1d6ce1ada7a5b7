import { expect, it } from '@jest/globals';
import { StoredSecrets } from './testing/stored-secrets.js';
import { TokenKeeper, type TokenSecrets } from './token-keeper.js';

const signal = new AbortController().signal;

/** A system that takes one token, the last that it made. */
const aSystem = () => {
  let made = 0;
  return {
    made: () => made,
    fetch: async () => {
      made += 1;
      return { accessToken: `token-${made}` };
    },
    calls: {
      send: async (token: string) => ({ token, isGood: token === `token-${made}` }),
      isRefused: (answer: { readonly isGood: boolean }) => !answer.isGood,
    },
  };
};
const aKeeper = (stored: StoredSecrets<TokenSecrets>, fetch: () => Promise<{ readonly accessToken: string }>) =>
  new TokenKeeper<TokenSecrets>({ secrets: {}, renewSecrets: stored.renewSecrets, fetch });

it('makes one token for all that ask at once, and renews a refused one once', async () => {
  const system = aSystem();
  const stored = new StoredSecrets<TokenSecrets>({});
  const keeper = aKeeper(stored, system.fetch);
  const both = () => Promise.all([keeper.call(signal, system.calls), keeper.call(signal, system.calls)]);
  expect(await both()).toMatchObject([{ token: 'token-1' }, { token: 'token-1' }]);
  await system.fetch();
  expect(await both()).toMatchObject([{ token: 'token-3' }, { token: 'token-3' }]);
  expect(stored.saved).toEqual([{ accessToken: 'token-1' }, { accessToken: 'token-3' }]);
});

it('takes over the token that another process has stored', async () => {
  const system = aSystem();
  const stored = new StoredSecrets<TokenSecrets>({});
  const keepers = [aKeeper(stored, system.fetch), aKeeper(stored, system.fetch)];
  await Promise.all(keepers.map((keeper) => keeper.call(signal, system.calls)));
  expect(system.made()).toBe(1);
});

it('renews a stored token that is spent too, and takes the refusal of a new one as the answer', async () => {
  const system = aSystem();
  const stored = new StoredSecrets<TokenSecrets>({});
  const [one, other] = [aKeeper(stored, system.fetch), aKeeper(stored, system.fetch)];
  await one.call(signal, system.calls);
  await other.call(signal, system.calls);
  await system.fetch();
  await one.call(signal, system.calls);
  await system.fetch();
  expect(await other.call(signal, system.calls)).toEqual({ token: 'token-5', isGood: true });
  const never = { ...system.calls, isRefused: () => true };
  expect(await other.call(signal, never)).toMatchObject({ token: 'token-6' });
});

it('lets an aborted call go without ending the renewal of the others', async () => {
  let finish: (secrets: { readonly accessToken: string }) => void = () => undefined;
  const answered = new Promise<{ readonly accessToken: string }>((resolve) => (finish = resolve));
  const keeper = aKeeper(new StoredSecrets<TokenSecrets>({}), () => answered);
  const calls = { send: async (token: string) => token, isRefused: () => false };
  const abort = new AbortController();
  const gone = keeper.call(abort.signal, calls);
  const staying = keeper.call(signal, calls);
  abort.abort(new Error('run cancelled'));
  await expect(gone).rejects.toThrow('run cancelled');
  finish({ accessToken: 'new' });
  await expect(staying).resolves.toBe('new');
});

it('tries anew after a renewal that failed', async () => {
  const system = aSystem();
  let tries = 0;
  const keeper = aKeeper(new StoredSecrets<TokenSecrets>({}), async () => {
    tries += 1;
    if (tries === 1) throw new Error('down');
    return system.fetch();
  });
  await expect(keeper.call(signal, system.calls)).rejects.toThrow('down');
  await expect(keeper.call(signal, system.calls)).resolves.toMatchObject({ isGood: true });
});
