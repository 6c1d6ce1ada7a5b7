import { createLogger } from '@potok/telemetry';
import {
  inWorkspace,
  MembershipRepository,
  openDatabase,
  UserRepository,
  WorkspaceRepository,
} from '@potok/persistence';
import { makeTestDatabase, type TestDatabase } from '@potok/persistence/testing';
import type { ApiConfig } from '@potok/config';
import type { DataSource, EntityManager } from 'typeorm';
import { hashPassword } from '../identity/passwords.js';
import { readManifest } from '../nodes/node-catalogue.js';
import { createServer } from '../server/create-server.js';

export const PASSWORD = 'correct horse battery';
export const MASTER_KEYS = [{ id: 'k1', bytes: new Uint8Array(32).fill(7) }];

interface Ask {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed; the test knows its shape. */
  readonly body: never;
  readonly text: string;
}

/** One call over real HTTP. */
const ask = async (url: string, { method, body, headers }: Ask): Promise<Answer> => {
  const isJson = body !== undefined && typeof body !== 'string';
  const answer = await fetch(url, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { ...(isJson ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(body === undefined ? {} : { body: isJson ? JSON.stringify(body) : body }),
  });
  const text = await answer.text();
  const isParsable = /json/.test(answer.headers.get('content-type') ?? '');
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    body: (isParsable && text !== '' ? JSON.parse(text) : undefined) as never,
  };
};

export type Call = (path: string, asked?: Ask) => Promise<Answer>;

/** The API on a real port over a database of its own, with one person in one workspace. */
export interface TestApi {
  readonly url: string;
  readonly database: TestDatabase;
  /** As `potok_app`. */
  readonly pool: DataSource;
  readonly workspaceId: string;
  readonly email: string;
  /** Without any session. */
  readonly anonymous: Call;
  /** As the person, below `/api/workspaces/<id>/`. */
  readonly call: Call;
  signIn(email: string): Promise<Call>;
  addPerson(email: string): Promise<{ workspaceId: string }>;
  inWorkspace<T>(work: (tx: EntityManager) => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

const configOf = (database: TestDatabase, over: Partial<ApiConfig>): ApiConfig => ({
  logLevel: 'silent',
  clockOffsetFile: undefined,
  appDatabaseUrl: database.appUrl,
  hookDatabaseUrl: database.hookUrl,
  host: '127.0.0.1',
  port: 0,
  publicUrl: 'http://127.0.0.1:1',
  webDir: undefined,
  masterKeys: MASTER_KEYS,
  blobStore: { kind: 'postgres' },
  ...over,
});

export const startApi = async (over: Partial<ApiConfig> = {}): Promise<TestApi> => {
  const database = await makeTestDatabase();
  const pool = await openDatabase(database.appUrl, { poolSize: 5 });
  const config = configOf(database, over);
  const clock = { now: () => new Date() };
  const log = createLogger('api', { level: config.logLevel });
  const app = await createServer({ config, clock, log, manifest: readManifest() });
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const anonymous: Call = (path, asked = {}) => ask(`${url}${path}`, asked);
  const signIn = async (email: string): Promise<Call> => {
    const answer = await anonymous('/api/sign-in', { body: { email, password: PASSWORD } });
    const { csrfToken } = answer.body as { csrfToken: string };
    const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    return (path, asked = {}) =>
      anonymous(path, { ...asked, headers: { cookie, 'x-csrf-token': csrfToken, ...asked.headers } });
  };
  const passwordHash = await hashPassword(PASSWORD);
  const addPerson = async (email: string) => {
    const userId = await new UserRepository(pool.manager).add({ email, name: 'Анна', passwordHash });
    const workspaceId = await new WorkspaceRepository(pool.manager).add({ name: `ООО ${email}` });
    await new MembershipRepository(pool.manager).add({ userId, workspaceId, role: 'owner' });
    return { workspaceId };
  };
  const email = 'anna@firma.ru';
  const { workspaceId } = await addPerson(email);
  const asPerson = await signIn(email);
  return {
    url,
    database,
    pool,
    workspaceId,
    email,
    anonymous,
    signIn,
    addPerson,
    call: (path, asked) => asPerson(`/api/workspaces/${workspaceId}/${path}`, asked),
    inWorkspace: (work) => inWorkspace(pool, workspaceId, work),
    stop: async () => {
      await app.close();
      await pool.destroy();
      await database.drop();
    },
  };
};
