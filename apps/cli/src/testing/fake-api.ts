import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runCli } from '../run-cli.js';

export const WORKSPACE = '01890a5d-ac96-774b-bcce-b302099a8057';
let server: Server | undefined;

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly token: string;
  readonly body: string;
}
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** An API that answers as told, and what it was asked. One at a time; a text is answered as it is. */
export const openApi = async (answer: (asked: Asked, count: number) => Answer) => {
  const asked: Asked[] = [];
  const listening = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      asked.push({ method, url, token: headers.authorization ?? '', body });
      const said = answer({ method, url, token: '', body }, asked.length);
      const text = typeof said.body === 'string' ? said.body : JSON.stringify(said.body);
      response.writeHead(said.status, { 'content-type': 'application/json' }).end(text);
    });
  });
  server = listening;
  await new Promise<void>((done) => listening.listen(0, '127.0.0.1', done));
  return { asked, url: `http://127.0.0.1:${(listening.address() as AddressInfo).port}` };
};

/** An API with an answer for each `METHOD path` (after the workspace, without what follows `?`). */
export const openRoutes = (routes: Readonly<Record<string, Answer | readonly Answer[]>>) => {
  const counts = new Map<string, number>();
  return openApi(({ method, url }) => {
    const route = `${method} ${url.replace(`/api/workspaces/${WORKSPACE}/`, '').replace(/\?.*/, '')}`;
    const found = routes[route];
    if (found === undefined) return { status: 404, body: { detail: `${route}?` } };
    const answers = Array.isArray(found) ? (found as readonly Answer[]) : [found as Answer];
    const count = counts.get(route) ?? 0;
    counts.set(route, count + 1);
    return answers[Math.min(count, answers.length - 1)] ?? { status: 500, body: {} };
  });
};

export const closeApi = (): void => {
  server?.close();
  server = undefined;
};

/** One call of `potok`, and what it said. */
export const call = async (args: readonly string[], url?: string, input = '') => {
  const [printed, complained]: [string[], string[]] = [[], []];
  const code = await runCli({
    args,
    env: url === undefined ? {} : { POTOK_URL: url, POTOK_TOKEN: 'key', POTOK_WORKSPACE: WORKSPACE },
    print: (line) => void printed.push(line),
    complain: (line) => void complained.push(line),
    pause: async () => undefined,
    input: async () => input,
  });
  return { code, out: printed.join('\n'), err: complained.join('\n') };
};
