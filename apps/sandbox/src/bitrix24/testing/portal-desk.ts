import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { bitrixAccount } from '../../demo.js';
import { type RunningSandbox, startSandbox } from '../../server/start-sandbox.js';
import { makeBitrix24 } from '../bitrix24.js';

type Json = Record<string, unknown>;

export interface Reply {
  readonly status: number;
  readonly body: Json;
}

/** A portal of its own for one test file, and the calls that a plain client makes. */
export interface PortalDesk {
  readonly sandbox: RunningSandbox;
  readonly folder: string;
  /** JSON to the webhook. */
  call(method: string, params?: unknown): Promise<Reply>;
  /** Any address under the portal. */
  fetch(path: string, init?: RequestInit): Promise<Reply>;
  /** What a button of the page does. */
  press(path: string, body: unknown): Promise<Reply>;
  /** Forgets its folder too; `sandbox.close()` keeps it. */
  close(): Promise<void>;
}

const webhook = `/bitrix24/rest/${String(bitrixAccount.userId)}/${bitrixAccount.webhookSecret}/`;

export const openPortal = async (keptFolder?: string): Promise<PortalDesk> => {
  const folder = keptFolder ?? (await mkdtemp(join(tmpdir(), 'potok-bitrix24-')));
  const sandbox = await startSandbox({ standIns: [makeBitrix24()], folder, port: 0 });
  const visit = async (path: string, init?: RequestInit): Promise<Reply> => {
    const answer = await fetch(`${sandbox.url}${path}`, init);
    return { status: answer.status, body: (await answer.json()) as Json };
  };
  const post = (path: string, body: unknown) =>
    visit(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return {
    sandbox,
    folder,
    call: (method, params = {}) => post(`${webhook}${method}`, params),
    fetch: (path, init) => visit(path.replace('WEBHOOK/', webhook), init),
    press: (path, body) => post(`/sandbox/bitrix24/${path}`, body),
    close: async () => {
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
