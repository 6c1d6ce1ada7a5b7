import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { RunView, Scenario, ScenarioDetailView } from '@potok/contracts';
import { demoBuyers } from '@potok/sandbox/demo';
import { documentOf } from '../bench/outside.mjs';
import { apiTrigger, line, node, publish, runsOf } from '../support/drawing.js';
import { potok, readStack, sandbox } from '../support/stack.js';
import { line as orderLine, promptBuyer as buyer } from './orders.js';
import { sendScenario } from './send-scenario.js';

const NO_DEAL = '99999999';
const PATIENCE_MS = 120_000;

/** The front door may be down for a moment; whoever means it asks again, with the same key. */
const insist = async <T>(ask: () => Promise<T>): Promise<T> => {
  for (const end = Date.now() + PATIENCE_MS; ;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((done) => setTimeout(done, 500));
    }
  }
};

const startRun = (scenarioId: string, data: object) => {
  const headers = { 'idempotency-key': randomUUID() };
  return insist(() => potok('POST', `scenarios/${scenarioId}/api-runs`, { body: { data }, headers }));
};

/** What a steady load consists of; `begin` starts one of a kind, `tend` does what a person would do meanwhile. */
export interface Load {
  readonly kinds: readonly string[];
  begin(kind: string): Promise<void>;
  tend(): Promise<void>;
  close(): Promise<unknown>;
  readonly documentsSent: readonly string[];
}

const publishAll = async (outsidePort: number) => {
  const { connections } = readStack().demo;
  const base = `http://127.0.0.1:${outsidePort}`;
  const template: unknown = JSON.parse(readFileSync('templates/webhook-to-xml/scenario.json', 'utf8'));
  const parameters = { operatorUrl: `${base}/operator`, accountingUrl: `${base}/accounting`, callbackDays: 30 };
  const { id } = await potok<ScenarioDetailView>('POST', 'scenarios', {
    body: { draft: template, binding: { slots: {}, parameters } },
  });
  await potok('POST', `scenarios/${id}/publish`, { body: {} });
  const hook = (await potok<ScenarioDetailView>('GET', `scenarios/${id}`)).trigger?.webhookUrl ?? '';
  const sending = await publish(sendScenario, { edo: connections.edo, accounting: connections.accounting });
  const trigger = [apiTrigger(['dealId']), 'done'] as const;
  const waiting = await publish(line('Ждать ответа', [trigger, [node('ask', 'flow.await-callback'), 'received']]));
  const read = node('read', 'crm.get-deal', { slot: 'crm', params: { dealId: { $cel: 'trigger.dealId' } } });
  const crm: Scenario['slots'] = [{ id: 'crm', gateway: 'crm', title: 'CRM' }];
  const reading = await publish(
    { ...line('Прочитать сделку', [trigger, [read, 'done']]), slots: crm },
    { crm: connections.crm },
  );
  return { hook, sending, waiting, reading };
};

export const openLoad = async (outsidePort: number): Promise<Load> => {
  const [romashka] = demoBuyers;
  const robot = `diadoc/robots/${romashka?.diadoc.boxId ?? ''}`;
  await sandbox('POST', robot, { mode: 'sign', delayMs: 300 });
  const { hook, sending, waiting, reading } = await publishAll(outsidePort);
  const documentsSent: string[] = [];
  const deliver = async () => {
    const id = `soak-${randomUUID()}`;
    documentsSent.push(id);
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(documentOf(id)),
    };
    await insist(async () => {
      const answer = await fetch(hook, init);
      if (!answer.ok) throw new Error(`The webhook answers ${answer.status}: ${await answer.text()}`);
    });
  };
  const begin: Readonly<Record<string, () => Promise<unknown>>> = {
    'webhook and callback': deliver,
    'signed and sent': () => startRun(sending, { buyer, lines: [orderLine] }),
    'waits and is cancelled': () => startRun(waiting, { dealId: '1' }),
    'parked and passed over': () => startRun(reading, { dealId: NO_DEAL }),
  };
  /** A command that comes to a run which has just ended is refused: nothing is left to do then. */
  const command = ({ id }: RunView, body: object) =>
    potok('POST', `runs/${id}/commands`, { body }).catch(() => undefined);
  return {
    kinds: Object.keys(begin),
    documentsSent,
    begin: async (kind) => {
      await begin[kind]?.();
    },
    tend: async () => {
      const parked = (await insist(() => runsOf(reading))).filter((run) => run.status === 'needs-a-person');
      for (const run of parked) await command(run, { kind: 'skip-step', node: 'read' });
      const asking = (await insist(() => runsOf(waiting))).filter((run) => run.status === 'waiting');
      for (const run of asking) await command(run, { kind: 'cancel' });
    },
    close: () => sandbox('POST', robot, { mode: 'off' }),
  };
};
