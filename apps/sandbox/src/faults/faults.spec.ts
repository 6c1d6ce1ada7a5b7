import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import type { StandIn } from '../server/stand-in.js';
import { startSandbox, type RunningSandbox } from '../server/start-sandbox.js';
import type { FaultOrder } from './fault.js';

let folder: string;
let sandbox: RunningSandbox;
let calls: number;

const counting: StandIn = {
  id: 'onec',
  register: async (app) => {
    app.post('/thing', async () => ({ number: (calls += 1), padding: 'x'.repeat(200) }));
  },
  summary: () => ({ calls }),
};

beforeEach(async () => {
  calls = 0;
  folder = await mkdtemp(join(tmpdir(), 'potok-sandbox-'));
  sandbox = await startSandbox({ standIns: [counting], folder, port: 0 });
});
afterEach(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true, force: true });
});

const arm = async (order: Partial<FaultOrder>): Promise<number> => {
  const answer = await fetch(`${sandbox.url}/sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ system: 'onec', times: 1, ...order }),
  });
  return answer.status;
};
const call = (signal?: AbortSignal) =>
  fetch(`${sandbox.url}/onec/thing`, { method: 'POST', ...(signal ? { signal } : {}) });

describe('faults', () => {
  it('answers 429 with Retry-After as many times as asked, and is healthy again', async () => {
    await arm({ kind: 'too-many-requests', times: 2, retryAfterSec: 7 });
    const [first, second, third] = [await call(), await call(), await call()];
    expect([first.status, second.status, third.status]).toEqual([429, 429, 200]);
    expect(first.headers.get('retry-after')).toBe('7');
    expect(calls).toBe(1);
  });

  it.each([
    ['server-error', 500],
    ['unavailable', 503],
  ] as const)('plays %s before the work is done', async (kind, status) => {
    await arm({ kind });
    expect((await call()).status).toBe(status);
    expect(calls).toBe(0);
  });

  it('refuses with the status that was asked for', async () => {
    await arm({ kind: 'refusal', status: 410 });
    expect((await call()).status).toBe(410);
    expect(calls).toBe(0);
  });

  it('does the work and loses the answer', async () => {
    await arm({ kind: 'drop-answer' });
    await expect(call()).rejects.toThrow();
    expect(calls).toBe(1);
  });

  it('closes the connection before the work', async () => {
    await arm({ kind: 'refuse-connection' });
    await expect(call()).rejects.toThrow();
    expect(calls).toBe(0);
  });

  it('hangs until the caller gives up, and does nothing', async () => {
    await arm({ kind: 'hang' });
    await expect(call(AbortSignal.timeout(150))).rejects.toThrow();
    expect(calls).toBe(0);
  });

  it('sends half of the body', async () => {
    await arm({ kind: 'half-body' });
    const answer = await call();
    await expect(answer.text()).rejects.toThrow();
    expect(calls).toBe(1);
  });

  it('gives a login page for an answer, with status 200', async () => {
    await arm({ kind: 'login-page' });
    const answer = await call();
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(await answer.text()).toContain('<form');
    expect(calls).toBe(0);
  });

  it('names a wrong content type for a right body', async () => {
    await arm({ kind: 'wrong-content-type' });
    const answer = await call();
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(JSON.parse(await answer.text())).toMatchObject({ number: 1 });
  });

  it('delays an answer', async () => {
    await arm({ kind: 'latency', delayMs: 30 });
    expect((await call()).status).toBe(200);
    expect(calls).toBe(1);
  });

  it('refuses with 429 and no word of when to come again', async () => {
    await arm({ kind: 'refusal', status: 429 });
    const answer = await call();
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBeNull();
  });

  it('does the work and keeps the answer back', async () => {
    await arm({ kind: 'late-answer', delayMs: 500 });
    const answer = call();
    while (calls === 0) await new Promise((done) => setTimeout(done, 5));
    expect(sandbox.faults.list()).toEqual([]);
    expect(await (await answer).json()).toMatchObject({ number: 1 });
  });

  it('gives the answer drop by drop', async () => {
    await arm({ kind: 'slow-drip', delayMs: 100 });
    const { body } = await call();
    const drops: Uint8Array[] = [];
    for await (const drop of body ?? []) drops.push(drop);
    expect(drops.length).toBeGreaterThan(1);
    expect(JSON.parse(Buffer.concat(drops).toString())).toMatchObject({ number: 1 });
  });

  it('spares requests that the match does not name', async () => {
    await arm({ kind: 'server-error', match: { path: 'other' } });
    expect((await call()).status).toBe(200);
    expect(sandbox.faults.list()).toHaveLength(1);
  });

  it('refuses an order for an unknown system or kind', async () => {
    expect(await arm({ kind: 'earthquake' as 'hang' })).toBe(400);
    expect(sandbox.faults.list()).toEqual([]);
  });
});
