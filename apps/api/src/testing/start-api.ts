import type { AddressInfo } from 'node:net';
import { createClock, type ApiConfig } from '@potok/config';
import type { Manifest } from '@potok/contracts';
import { openDatabase } from '@potok/persistence';
import { makeTestDatabase, type TestDatabase } from '@potok/persistence/testing';
import { createLogger } from '@potok/telemetry';
import type { DataSource } from 'typeorm';
import { adminCommands } from '../identity/admin-commands.js';
import { readManifest } from '../nodes/node-catalogue.js';
import { createServer } from '../create-server.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The JSON of the answer, as the test knows it to be. */
  json<T>(): T;
}

export interface Member {
  readonly workspaceId: string;
  readonly userId: string;
  readonly email: string;
  readonly password: string;
  readonly token: string;
  /** A call of this member's token; `path` begins after `/api/workspaces/<id>/`. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

export interface TestApi {
  readonly url: string;
  readonly db: TestDatabase;
  readonly owner: DataSource;
  /** Lines of the log, joined. */
  readonly logged: () => string;
  fetch(path: string, init?: RequestInit): Promise<Answer>;
  addMember(name: string): Promise<Member>;
  stop(): Promise<void>;
}

const asAnswer = async (response: Response): Promise<Answer> => {
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: <T>() => JSON.parse(text) as T };
};

const MASTER_KEY = { id: 'test', bytes: new Uint8Array(32).fill(7) };

/** A whole API over real HTTP with a database of its own. */
export const startApi = async ({
  manifest,
  ...over
}: Partial<ApiConfig> & { manifest?: Manifest } = {}): Promise<TestApi> => {
  const db = await makeTestDatabase();
  const owner = await openDatabase(db.ownerUrl, { poolSize: 2 });
  const lines: string[] = [];
  const config: ApiConfig = {
    logLevel: 'debug',
    clockOffsetFile: undefined,
    appDatabaseUrl: db.appUrl,
    hookDatabaseUrl: db.hookUrl,
    host: '127.0.0.1',
    port: 0,
    publicUrl: 'http://127.0.0.1:4100',
    webDir: undefined,
    trustedProxies: ['loopback'],
    masterKeys: [MASTER_KEY],
    blobStore: { kind: 'postgres' },
    ...over,
  };
  const app = await createServer({
    config,
    clock: createClock(),
    log: createLogger('api', { level: 'debug', sink: { write: (line) => void lines.push(line) } }),
    manifest: manifest ?? readManifest(),
  });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const call = async (path: string, init?: RequestInit) => asAnswer(await fetch(`${url}${path}`, init));
  return {
    url,
    db,
    owner,
    logged: () => lines.join(''),
    fetch: call,
    addMember: (name) => addMember(name, owner, call),
    stop: async () => {
      await app.close();
      await owner.destroy();
      await db.drop();
    },
  };
};

const addMember = async (name: string, owner: DataSource, call: TestApi['fetch']): Promise<Member> => {
  const { workspaceId } = await adminCommands['create-workspace'](owner, { name });
  const email = `${name}@firma.ru`;
  const password = 'romashka-1';
  const { userId } = await adminCommands['create-user'](owner, { email, name, password, workspaceId });
  const { secret: token } = await adminCommands['create-token'](owner, { workspaceId, userId, name });
  return {
    workspaceId,
    userId,
    email,
    password,
    token,
    call: (...[method, path, body, headers = {}]) =>
      call(`/api/workspaces/${workspaceId}/${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  };
};
