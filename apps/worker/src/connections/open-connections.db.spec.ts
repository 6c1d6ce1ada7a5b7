import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { bitrix24 } from '@potok/connector-bitrix24';
import { TokenKeeper } from '@potok/connector-kit';
import type { ConnectionDefinition } from '@potok/node-sdk';
import { ConnectionRepository, inWorkspace, newId, openDatabase, WorkspaceRepository } from '@potok/persistence';
import { ConnectionReader, EngineDatabase } from '@potok/persistence/engine';
import { makeTestDatabase, type TestDatabase } from '@potok/persistence/testing';
import { makeBitrix24 } from '../../../sandbox/src/bitrix24/bitrix24.js';
import { bitrixApp } from '../../../sandbox/src/bitrix24/oauth/tokens.js';
import { askConsent } from '../../../sandbox/src/bitrix24/testing/ask-consent.js';
import { startSandbox } from '../../../sandbox/src/server/start-sandbox.js';
import { OpenConnections } from './open-connections.js';
import { secretsVault } from './secrets-vault.js';

const keys = [{ id: 'k1', bytes: new Uint8Array(32).fill(7) }];
const signal = new AbortController().signal;
const closing: (() => Promise<unknown>)[] = [];
let database: TestDatabase;
let app: Awaited<ReturnType<typeof openDatabase>>;
let workspaceId: string;

beforeAll(async () => {
  database = await makeTestDatabase();
  app = await openDatabase(database.appUrl, { poolSize: 2 });
  workspaceId = await new WorkspaceRepository(app.manager).add({ name: 'Ромашка' });
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});
afterAll(async () => {
  await app.destroy();
  await database.drop();
});

/** A worker's own part: a pool, and the connections that it has opened. */
const aWorker = (definition: ConnectionDefinition, allowHosts: readonly string[] = []) => {
  const db = new EngineDatabase(database.appUrl, { poolSize: 3 });
  closing.push(() => db.close());
  const rows = new ConnectionReader(db);
  const definitions = new Map([[definition.id, definition]]);
  const parts = {
    rows,
    definitions,
    keys,
    allowHosts,
    now: () => new Date(),
    onCall: () => undefined,
    log: () => undefined,
  };
  return new OpenConnections(parts);
};

const aConnection = async (system: string, secrets: unknown, settings: Record<string, unknown> = {}) => {
  const id = newId();
  const secretsSealed = Buffer.from(secretsVault(keys, id).seal(secrets));
  const row = {
    id,
    workspaceId,
    name: system,
    system,
    gateways: ['crm' as const],
    settings,
    limitPerSecond: '50',
    isTest: false,
  };
  await inWorkspace(app, workspaceId, (tx) => new ConnectionRepository(tx).add({ ...row, secretsSealed }));
  return id;
};
const storedSecrets = async (id: string): Promise<unknown> => {
  const row = await inWorkspace(app, workspaceId, (tx) => new ConnectionRepository(tx).find(id));
  return secretsVault(keys, id).open(row?.secretsSealed ?? Buffer.alloc(0));
};

interface Rotating {
  readonly refreshToken: string;
  readonly accessToken?: string;
}

/** An account whose refresh token serves once; a second use of it loses the account. */
const aRotatingAccount = () => {
  let serial = 1;
  let renewals = 0;
  const definition = {
    id: 'rotating',
    lists: {},
    connect: (given: Parameters<ConnectionDefinition['connect']>[0]) => {
      const keeper = new TokenKeeper<Rotating>({
        secrets: given.secrets as Rotating,
        renewSecrets: given.renewSecrets as (
          renew: (stored: Rotating, signal: AbortSignal) => Promise<Rotating>,
        ) => Promise<Rotating>,
        fetch: async ({ refreshToken }) => {
          if (refreshToken !== `r${serial}`) throw new Error(`${refreshToken} was used before`);
          serial += 1;
          renewals += 1;
          await new Promise((done) => setTimeout(done, 50));
          return { refreshToken: `r${serial}`, accessToken: `a${serial}` };
        },
      });
      return {
        call: () => keeper.call(signal, { send: async (token) => token, isRefused: (token) => token !== `a${serial}` }),
      };
    },
  } as unknown as ConnectionDefinition<{ call(): Promise<string> }>;
  return { definition: definition as ConnectionDefinition, renewals: () => renewals };
};

it('renews a rotating token once for two workers that find it spent together', async () => {
  const account = aRotatingAccount();
  const id = await aConnection('rotating', { refreshToken: 'r1', accessToken: 'a1-spent' });
  const workers = [aWorker(account.definition), aWorker(account.definition)];
  const clients = await Promise.all(workers.map((worker) => worker.open(workspaceId, id)));
  const called = await Promise.all(clients.map((client) => (client as { call(): Promise<string> }).call()));
  expect(called).toEqual(['a2', 'a2']);
  expect(account.renewals()).toBe(1);
  expect(await storedSecrets(id)).toEqual({ refreshToken: 'r2', accessToken: 'a2' });
});

it('leaves what a person has set while the secrets were being renewed', async () => {
  const id = await aConnection('rotating', { refreshToken: 'r1' });
  const sealed = Buffer.from(secretsVault(keys, id).seal({ refreshToken: 'new consent' }));
  const definition = {
    id: 'rotating',
    connect: ({ renewSecrets }: Parameters<ConnectionDefinition['connect']>[0]) =>
      renewSecrets(async () => {
        await inWorkspace(app, workspaceId, (tx) => new ConnectionRepository(tx).change(id, { secretsSealed: sealed }));
        return { refreshToken: 'r2' };
      }),
  } as unknown as ConnectionDefinition;
  expect(await aWorker(definition).open(workspaceId, id)).toEqual({ refreshToken: 'r2' });
  expect(await storedSecrets(id)).toEqual({ refreshToken: 'new consent' });
});

it('lets the next one renew after a renewal that failed', async () => {
  const id = await aConnection('rotating', { refreshToken: 'r0' });
  const account = aRotatingAccount();
  const open = async () => (await aWorker(account.definition).open(workspaceId, id)) as { call(): Promise<string> };
  await expect((await open()).call()).rejects.toThrow('r0 was used before');
  await expect((await open()).call()).rejects.toThrow('r0 was used before');
});

it('keeps an account of Битрикс24 through expired tokens that two workers renew', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'potok-open-connections-'));
  const sandbox = await startSandbox({ standIns: [makeBitrix24()], folder, port: 0 });
  closing.push(async () => {
    await sandbox.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });
  const portalUrl = `${sandbox.url}/bitrix24`;
  const { clientId, clientSecret } = bitrixApp;
  const { refreshToken } = await askConsent(portalUrl);
  const settings = { portalUrl, auth: 'oauth', oauthUrl: portalUrl };
  const id = await aConnection('bitrix24', { clientId, clientSecret, refreshToken }, settings);
  const definition = bitrix24 as ConnectionDefinition;
  const host = new URL(sandbox.url).host;
  const workers = [aWorker(definition, [host]), aWorker(definition, [host])];
  const clients = await Promise.all(workers.map((worker) => worker.open(workspaceId, id)));
  const checkAll = () => Promise.all(clients.map((client) => definition.check(client, signal)));
  await checkAll();
  const first = await storedSecrets(id);
  for (let round = 0; round < 3; round += 1) {
    await fetch(`${sandbox.url}/sandbox/bitrix24/tokens/expire`, { method: 'POST' });
    await checkAll();
  }
  const last = (await storedSecrets(id)) as { readonly refreshToken: string };
  expect(last).not.toEqual(first);
  expect(last).toMatchObject({ clientId, clientSecret });
});

it('opens for a trial run what is marked as a test contour, and names what is not', async () => {
  const id = await aConnection('plain', {});
  const definition = { id: 'plain', connect: () => 'client' } as unknown as ConnectionDefinition;
  const worker = () => aWorker(definition);
  expect(await worker().openFor('live', workspaceId, id)).toBe('client');
  await expect(worker().openFor('trial', workspaceId, id)).rejects.toMatchObject({
    kind: 'refused',
    code: 'TRIAL_NOT_TEST',
    facts: { connections: ['plain'] },
  });
  await inWorkspace(app, workspaceId, (tx) => new ConnectionRepository(tx).change(id, { isTest: true }));
  expect(await worker().openFor('trial', workspaceId, id)).toBe('client');
});
