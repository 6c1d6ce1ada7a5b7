import { randomUUID } from 'node:crypto';
import type { Page, RunStatus, RunView, ScenarioView } from '@potok/contracts';
import type { DemoBuyer } from '@potok/sandbox/demo';
import { diadocState, onecState } from '../support/sandbox.js';
import { potok, readStack, sandbox, until } from '../support/stack.js';
import { askDatabase } from './engine-rows.js';
import { line, prompt, requisites, slow } from './orders.js';
import type { Expected } from './reconcile-counts.js';
import { sendScenario } from './send-scenario.js';
import { undoScenario } from './undo-scenario.js';

const setRobot = (buyer: DemoBuyer, mode: 'sign' | 'off') =>
  sandbox('POST', `diadoc/robots/${buyer.diadoc.boxId}`, { mode, delayMs: 300 });

export interface FaultOrder {
  readonly system: 'diadoc' | 'onec';
  readonly kind: string;
  readonly path: string;
  readonly method?: string;
  readonly times: number;
  readonly delayMs?: number;
  readonly status?: number;
  readonly retryAfterSec?: number;
}
export const arm = ({ path, method, ...order }: FaultOrder) =>
  sandbox('POST', 'faults', { ...order, match: { path, ...(method === undefined ? {} : { method }) } });

const publish = async (draft: object): Promise<string> => {
  const { edo, accounting } = readStack().demo.connections;
  const body = { draft, binding: { slots: { edo, accounting }, parameters: {} } };
  const { id } = await potok<ScenarioView>('POST', 'scenarios', { body });
  await potok('POST', `scenarios/${id}/publish`, { body: {} });
  return id;
};

/** One order. A caller that hears nothing asks again with the same key, as every caller must. */
const giveOne = async (scenarioId: string, buyer: DemoBuyer): Promise<void> => {
  const headers = { 'idempotency-key': randomUUID() };
  const body = { data: { buyer: requisites(buyer), lines: [line] } };
  const order = () => potok('POST', `scenarios/${scenarioId}/api-runs`, { body, headers }).then(() => true);
  await until('the API takes the order', order, { isEnough: (isTaken) => isTaken, timeoutMs: 90_000 });
};

/** Runs of scenarios that nobody else uses, and the ways to bring them to a moment. */
export class Fleet {
  private sends = 0;
  private undone = 0;

  private constructor(
    private readonly sendId: string,
    private readonly undoId: string,
  ) {}

  static async open(): Promise<Fleet> {
    // Faults are to be met by many at once, and not to wait for the next free second of 1С.
    await askDatabase('UPDATE connection SET limit_per_second = 500, updated_at = now() WHERE limit_per_second < 500');
    await sandbox('DELETE', 'faults');
    await setRobot(prompt, 'sign');
    await setRobot(slow, 'off');
    return new Fleet(await publish(sendScenario), await publish(undoScenario));
  }

  /** The buyers answer nothing by themselves any more, and no call fails. */
  static async leave(): Promise<void> {
    await sandbox('DELETE', 'faults');
    await setRobot(prompt, 'off');
  }

  /** What has been given so far. */
  get expected(): readonly Expected[] {
    return [
      { scenarioId: this.sendId, given: this.sends, leaves: { sent: 1, posted: 1, unposted: 0 } },
      { scenarioId: this.undoId, given: this.undone, leaves: { sent: 0, posted: 1, unposted: 1 } },
    ];
  }

  get given(): number {
    return this.sends + this.undone;
  }

  /** Runs of the orders that go through from end to end. */
  listSends(): Promise<readonly RunView[]> {
    return this.runs(this.sendId);
  }

  /** Orders that go through from end to end. Comes back when all are taken. */
  async give(count: number): Promise<void> {
    this.sends += count;
    await Promise.all(Array.from({ length: count }, () => giveOne(this.sendId, prompt)));
  }

  /** Sends under way: half of them not yet done by the operator, half done and not yet told. */
  async giveSlowly(count: number): Promise<void> {
    const half = Math.ceil(count / 2);
    const about = { system: 'diadoc', path: '/V3/PostMessage', delayMs: 1500 } as const;
    await arm({ ...about, kind: 'latency', times: half });
    await arm({ ...about, kind: 'late-answer', times: count - half });
    const before = (await diadocState()).documents.length;
    await this.give(count);
    await until('sends are under way', diadocState, { isEnough: ({ documents }) => documents.length > before });
  }

  /** Sent, and waiting for a buyer who takes his time. */
  async park(count: number): Promise<void> {
    this.sends += count;
    await Promise.all(Array.from({ length: count }, () => giveOne(this.sendId, slow)));
    await this.untilThatMany(this.sendId, 'waiting', count);
  }

  /** The slow buyer signs all that he has. */
  async release(): Promise<void> {
    await setRobot(slow, 'sign');
  }

  /** Posted, and waiting to be undone. */
  async post(count: number): Promise<void> {
    this.undone += count;
    await Promise.all(Array.from({ length: count }, () => giveOne(this.undoId, prompt)));
    await this.untilThatMany(this.undoId, 'waiting', count);
  }

  /** In the middle of their undo: 1С has taken back some and is slow in telling. */
  async undoSlowly(): Promise<void> {
    const half = Math.ceil(this.undone / 2);
    const about = { system: 'onec', path: '/Unpost', delayMs: 1500 } as const;
    await arm({ ...about, kind: 'latency', times: half });
    await arm({ ...about, kind: 'late-answer', times: this.undone - half });
    await this.undo();
    const unposted = async () => (await onecState()).documents.reduce((sum, one) => sum + one.unposted, 0);
    const before = await unposted();
    await until('undoing is under way', async () => this.runs(this.undoId), {
      isEnough: (runs) => runs.some((run) => run.status === 'undoing' || run.status === 'undone'),
    });
    await until('1С has begun', unposted, { isEnough: (count) => count >= before });
  }

  /** Undoes all that wait for it. The front door may be down for a moment: whoever means it asks again. */
  async undo(): Promise<void> {
    const waiting = async () => (await this.runs(this.undoId)).filter((run) => run.status === 'waiting');
    const tellAll = async () => {
      for (const { id } of await waiting()) await potok('POST', `runs/${id}/commands`, { body: { kind: 'undo' } });
      return true;
    };
    await until('all are told to undo', tellAll, { isEnough: (isTold) => isTold, timeoutMs: 90_000 });
  }

  async untilNobodyIsNeeded(): Promise<void> {
    const all = async () => [...(await this.runs(this.sendId)), ...(await this.runs(this.undoId))];
    await until('nobody is needed', all, { isEnough: (runs) => runs.every((run) => run.status !== 'needs-a-person') });
  }

  /** A person tries again whatever waits for one. */
  async retryParked(): Promise<void> {
    const all = [...(await this.runs(this.sendId)), ...(await this.runs(this.undoId))];
    for (const { id } of all.filter((run) => run.status === 'needs-a-person'))
      await potok('POST', `runs/${id}/commands`, { body: { kind: 'retry-step' } });
  }

  private async untilThatMany(scenarioId: string, status: RunStatus, count: number): Promise<void> {
    await until(`${count} runs are ${status}`, () => this.runs(scenarioId), {
      isEnough: (runs) => runs.filter((run) => run.status === status).length >= count,
      timeoutMs: 90_000,
    });
  }

  private async runs(scenarioId: string): Promise<readonly RunView[]> {
    return (await potok<Page<RunView>>('GET', `runs?scenarioId=${scenarioId}&limit=100`)).items;
  }
}
