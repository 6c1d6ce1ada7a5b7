import { readFileSync } from 'node:fs';

/** What the launcher wrote of the stack that the journeys run against. */
export interface Stack {
  readonly launcher: { readonly pid: number };
  readonly publicUrl: string;
  readonly sandboxUrl: string;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly ports: Readonly<Record<string, number>>;
  /** The folder of the logs. */
  readonly logs: string;
  /** Milliseconds written into it move the clock of all processes. */
  readonly clockOffsetFile: string;
  readonly pids: Readonly<Record<string, { readonly pid: number }>>;
  readonly demo: {
    readonly workspaceId: string;
    readonly users: readonly { readonly email: string; readonly password: string }[];
    readonly apiToken: string;
    readonly connections: Readonly<Record<'crm' | 'edo' | 'accounting', string>>;
    readonly scenarios: Readonly<Record<string, string>>;
    readonly webhooks: Readonly<Record<string, string>>;
  };
}

/** Read anew each time: a process that was started again has another pid. */
export const readStack = (): Stack => JSON.parse(readFileSync(process.env['POTOK_STACK'] ?? '', 'utf8')) as Stack;

export interface Patience<T> {
  readonly isEnough: (value: T) => boolean;
  readonly timeoutMs?: number;
}

/** Asks until the answer satisfies, or fails with what it was last. */
export const until = async <T>(
  what: string,
  ask: () => Promise<T>,
  { isEnough, timeoutMs = 60_000 }: Patience<T>,
): Promise<T> => {
  const end = Date.now() + timeoutMs;
  for (;;) {
    // Told apart by where it came from: an error of fetch is of another realm than this file's Error.
    const asked = await ask().then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    if ('value' in asked && isEnough(asked.value)) return asked.value;
    if (Date.now() > end) {
      const last = 'value' in asked ? JSON.stringify(asked.value).slice(0, 1500) : String(asked.error);
      throw new Error(`${what}: after ${timeoutMs} ms still ${last}`);
    }
    await new Promise((done) => setTimeout(done, 100));
  }
};

const call = async (url: string, init: RequestInit): Promise<unknown> => {
  const answer = await fetch(url, init);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${init.method ?? 'GET'} ${url}: ${answer.status} ${text.slice(0, 500)}`);
  return text === '' ? undefined : JSON.parse(text);
};

const jsonBody = (body: unknown): RequestInit =>
  body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };

export interface Sent {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The API of the demo workspace, with its token. */
export const potok = async <T>(method: string, path: string, { body, headers }: Sent = {}): Promise<T> => {
  const { publicUrl, demo } = readStack();
  const init = jsonBody(body);
  return (await call(`${publicUrl}/api/workspaces/${demo.workspaceId}/${path}`, {
    ...init,
    method,
    headers: {
      ...(init.headers as Record<string, string> | undefined),
      ...headers,
      authorization: `Bearer ${demo.apiToken}`,
    },
  })) as T;
};

/** Bytes of a file that the API serves. */
export const download = async (path: string): Promise<Uint8Array> => {
  const { publicUrl, demo } = readStack();
  const answer = await fetch(`${publicUrl}/api/workspaces/${demo.workspaceId}/${path}`, {
    headers: { authorization: `Bearer ${demo.apiToken}` },
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
};

/** The sandbox's own door for scripts. */
export const sandbox = async <T>(method: string, path: string, body?: unknown): Promise<T> =>
  (await call(`${readStack().sandboxUrl}/sandbox/${path}`, { ...jsonBody(body), method })) as T;
