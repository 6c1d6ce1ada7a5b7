import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ConnectionDefinition, ListItem } from '@potok/node-sdk';
import { ConnectionRepository, inWorkspace, newId, openDatabase, WorkspaceRepository } from '@potok/persistence';
import { ConnectionReader, CursorRepository, EngineDatabase, OrganizationReader } from '@potok/persistence/engine';
import { makeTestDatabase, type TestDatabase } from '@potok/persistence/testing';
import { OpenConnections } from '../connections/open-connections.js';
import { secretsVault } from '../connections/secrets-vault.js';
import { refreshHandler } from './connection-requests.js';

const keys = [{ id: 'k1', bytes: new Uint8Array(32).fill(7) }];
let database: TestDatabase;
let app: Awaited<ReturnType<typeof openDatabase>>;
let engine: EngineDatabase;
beforeAll(async () => {
  database = await makeTestDatabase();
  app = await openDatabase(database.appUrl, { poolSize: 1 });
  engine = new EngineDatabase(database.appUrl, { poolSize: 2 });
});
afterAll(async () => {
  await engine.close();
  await app.destroy();
  await database.drop();
});

const item = (value: string): ListItem => ({ value, label: `Стадия ${value}` });

/** An account whose stages the test changes, and the request that asks for them. */
const anAccount = async () => {
  let stages: readonly ListItem[] = [];
  const definition: ConnectionDefinition = {
    id: 'crm',
    title: { ru: 'CRM', en: 'CRM' },
    implements: ['crm'],
    secrets: {},
    settings: {},
    limitPerSecond: 10,
    connect: () => ({}),
    check: async () => undefined,
    lists: { stages: async () => stages },
    describe: async () => ({ deal: { type: 'object', properties: {} } }),
  };
  const workspaceId = await new WorkspaceRepository(app.manager).add({ name: 'Ромашка' });
  const id = newId();
  await inWorkspace(app, workspaceId, (tx) =>
    new ConnectionRepository(tx).add({
      id,
      workspaceId,
      name: 'CRM',
      system: 'crm',
      gateways: ['crm'],
      settings: {},
      secretsSealed: Buffer.from(secretsVault(keys, id).seal({})),
      limitPerSecond: '10',
      isTest: false,
    }),
  );
  const rows = new ConnectionReader(engine);
  const connections = new OpenConnections({
    rows,
    keys,
    definitions: new Map([['crm', definition]]),
    allowHosts: [],
    now: () => new Date(),
    onCall: () => undefined,
    log: () => undefined,
  });
  const refresh = refreshHandler({
    connections,
    rows,
    cursors: new CursorRepository(engine),
    organizations: new OrganizationReader(engine),
  });
  const request = {
    id: newId(),
    kind: 'refresh-connection',
    body: { connectionId: id },
    created_by: { kind: 'system', name: 'test' } as const,
  };
  return {
    refreshTo: async (values: readonly string[]) => {
      stages = values.map(item);
      await refresh(workspaceId, request);
      const snapshots = await inWorkspace(app, workspaceId, (tx) => new ConnectionRepository(tx).listSnapshots([id]));
      return Object.fromEntries(snapshots.map(({ kind, gone }) => [kind, gone.map(({ value }) => value)]));
    },
  };
};

it('marks what is gone from a list until it is there again', async () => {
  const { refreshTo } = await anAccount();
  expect(await refreshTo(['NEW', 'WON'])).toEqual({ 'describe:deal': [], 'list:stages': [] });
  expect(await refreshTo(['NEW'])).toMatchObject({ 'list:stages': ['WON'] });
  expect(await refreshTo(['NEW'])).toMatchObject({ 'list:stages': ['WON'] });
  expect(await refreshTo(['NEW', 'WON'])).toMatchObject({ 'list:stages': [] });
});
