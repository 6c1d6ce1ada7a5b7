import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startSandbox, type RunningSandbox } from '../../server/start-sandbox.js';
import { makeDiadoc } from '../stand-in.js';
import type { AnswerKind, RobotSetting } from '../state/state.js';
import type { DocumentSummary } from '../buyer/summary.js';

/** A sandbox of its own in a folder of its own. */
export class Stand {
  private constructor(
    private readonly folder: string,
    private sandbox: RunningSandbox,
  ) {}

  static async open(): Promise<Stand> {
    const folder = await mkdtemp(join(tmpdir(), 'potok-diadoc-'));
    return new Stand(folder, await start(folder));
  }

  get url(): string {
    return this.sandbox.url;
  }

  get api(): string {
    return `${this.url}/diadoc`;
  }

  async restart(): Promise<void> {
    await this.sandbox.close();
    this.sandbox = await start(this.folder);
  }

  async close(): Promise<void> {
    await this.sandbox.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  async documents(): Promise<readonly DocumentSummary[]> {
    const answer = await fetch(`${this.url}/sandbox/diadoc/state`);
    return ((await answer.json()) as { documents: DocumentSummary[] }).documents;
  }

  arm(order: Record<string, unknown>): Promise<number> {
    return this.send('/sandbox/faults', { system: 'diadoc', times: 1, ...order });
  }

  robot(boxId: string, setting: Partial<RobotSetting>): Promise<number> {
    return this.send(`/sandbox/diadoc/robots/${boxId}`, setting);
  }

  answer(at: { messageId: string; entityId: string }, kind: AnswerKind, reason?: string): Promise<number> {
    return this.send(`/sandbox/diadoc/documents/${at.messageId}/${at.entityId}/answer`, { kind, reason });
  }

  async send(path: string, body: unknown): Promise<number> {
    const answer = await fetch(`${this.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return answer.status;
  }
}

const start = (folder: string): Promise<RunningSandbox> => startSandbox({ standIns: [makeDiadoc()], folder, port: 0 });
