import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { inWorkspace, newId, openDatabase, RequestRepository, WorkspaceRepository } from '@potok/persistence';
import { EngineDatabase, RelayRepository, RequestRepository as RequestAnswers } from '@potok/persistence/engine';
import { makeTestDatabase, type TestDatabase } from '@potok/persistence/testing';
import { requestsDuty, type RequestHandler } from './requests-duty.js';

let database: TestDatabase;
let app: Awaited<ReturnType<typeof openDatabase>>;
let engine: EngineDatabase;
let relay: RelayRepository;
let workspaceId: string;
beforeAll(async () => {
  database = await makeTestDatabase();
  app = await openDatabase(database.appUrl, { poolSize: 1 });
  engine = new EngineDatabase(database.appUrl, { poolSize: 4 });
  relay = new RelayRepository(database.relayUrl);
  workspaceId = await new WorkspaceRepository(app.manager).add({ name: 'Ромашка' });
});
afterAll(async () => {
  await relay.close();
  await engine.close();
  await app.destroy();
  await database.drop();
});

const ask = async (kind: 'run-command' | 'check-connection'): Promise<string> => {
  const id = newId();
  await app.transaction(async (tx) => {
    await tx.query(`SELECT set_config('app.workspace_id', $1, true)`, [workspaceId]);
    await tx.query(
      `INSERT INTO request (id, workspace_id, kind, body, created_by, expires_at) VALUES ($1, $2, $3, '{}', '{}', now() + interval '1 minute')`,
      [id, workspaceId, kind],
    );
  });
  return id;
};
const statusOf = async (id: string) =>
  (await inWorkspace(app, workspaceId, (tx) => new RequestRepository(tx).find(id)))?.status;
const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
};

it('answers a command while a check of a silent account is in hand, each once over two workers', async () => {
  let release: () => void = () => undefined;
  const silence = new Promise<void>((resolve) => (release = resolve));
  const done: string[] = [];
  const handlers: Readonly<Record<string, RequestHandler>> = {
    'check-connection': async (_workspace, { id }) => {
      await silence;
      done.push(id);
    },
    'run-command': async (_workspace, { id }) => void done.push(id),
  };
  const requests = new RequestAnswers(engine);
  const duties = [1, 2].map(() => requestsDuty({ relay, requests, handlers, log: () => undefined }));
  const slow = await ask('check-connection');
  for (const duty of duties) duty.start();
  const quick = await ask('run-command');
  await until(async () => (await statusOf(quick)) === 'done');
  expect(await statusOf(slow)).toBe('new');
  release();
  await until(async () => (await statusOf(slow)) === 'done');
  await Promise.all(duties.map((duty) => duty.stop()));
  expect(done).toEqual([quick, slow]);
});
