import { expect } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Page, PartyRequisites, RunView, ScenarioView } from '@potok/contracts';
import { demoBuyers } from '@potok/sandbox/demo';
import { diadocState, onecState } from '../support/sandbox.js';
import { potok, readStack, sandbox, until } from '../support/stack.js';
import { sendScenario } from './send-scenario.js';

const [romashka] = demoBuyers;
if (romashka?.key !== 'romashka') throw new Error('The first buyer of the demo is not «Ромашка»');
export const buyer: PartyRequisites = {
  kind: 'legal',
  name: romashka.shortName,
  fullName: romashka.fullName,
  inn: romashka.inn,
  ...(romashka.kpp === undefined ? {} : { kpp: romashka.kpp }),
  ogrn: romashka.ogrn,
  address: {
    countryCode: '643',
    text: `${romashka.address.city}, ${romashka.address.street}, ${romashka.address.house}`,
    regionCode: romashka.address.regionCode,
  },
};
export const line = {
  id: '1',
  name: 'Товар',
  quantity: '2',
  unitCode: '796',
  priceWithoutVat: '100.00',
  priceWithVat: '122.00',
  vatRate: '22',
  isVatIncluded: false,
  isService: false,
};

/** Orders given by the API to one scenario, and what the sandbox counted of them. */
export interface SendOrders {
  readonly count: number;
  /** Gives the orders and comes back while their sends are under way. */
  give(): Promise<void>;
  /** The runs of the last orders. */
  runs(): Promise<readonly RunView[]>;
  /** Waits until each of them is done. Each must have left one document, sent once, and posted once. */
  expectDoneOnce(): Promise<void>;
  close(): Promise<unknown>;
}

const publish = async (): Promise<string> => {
  const { demo } = readStack();
  const binding = { slots: { edo: demo.connections.edo, accounting: demo.connections.accounting }, parameters: {} };
  const { id } = await potok<ScenarioView>('POST', 'scenarios', { body: { draft: sendScenario, binding } });
  await potok('POST', `scenarios/${id}/publish`, { body: {} });
  return id;
};

/** The operator takes its time, so that something can happen in the middle of a send. */
const slowSends = (times: number) =>
  sandbox('POST', 'faults', {
    system: 'diadoc',
    match: { path: '/V3/PostMessage' },
    kind: 'latency',
    delayMs: 1500,
    times,
  });

const expectOnce = async (numbers: ReadonlySet<string | undefined>) => {
  const sent = (await diadocState()).documents.filter((one) => numbers.has(one.number));
  expect(sent).toHaveLength(numbers.size);
  const posted = (await onecState()).documents.filter((one) => numbers.has(one.number));
  expect(posted).toHaveLength(numbers.size);
  expect(posted.filter((one) => one.created !== 1 || one.posted !== 1)).toEqual([]);
};

/** A published scenario to give orders to; its buyer signs whatever comes. */
export const openSendOrders = async (count: number): Promise<SendOrders> => {
  const scenarioId = await publish();
  const robot = `diadoc/robots/${romashka.diadoc.boxId}`;
  await sandbox('POST', robot, { mode: 'sign', delayMs: 300 });
  const all = async () => (await potok<Page<RunView>>('GET', `runs?scenarioId=${scenarioId}&limit=100`)).items;
  let before: ReadonlySet<string> = new Set();
  const runs = async () => (await all()).filter((run) => !before.has(run.id));
  return {
    count,
    runs,
    give: async () => {
      before = new Set((await all()).map((run) => run.id));
      const sentBefore = (await diadocState()).documents.length;
      await slowSends(count);
      for (let order = 0; order < count; order += 1) {
        await potok('POST', `scenarios/${scenarioId}/api-runs`, {
          body: { data: { buyer, lines: [line] } },
          headers: { 'idempotency-key': randomUUID() },
        });
      }
      await until('sends are under way', diadocState, { isEnough: ({ documents }) => documents.length > sentBefore });
    },
    expectDoneOnce: async () => {
      const done = await until('all runs are done', runs, {
        isEnough: (list) => list.length === count && list.every((run) => run.status === 'done'),
        timeoutMs: 150_000,
      });
      const numbers = new Set(done.map((run) => run.subject.documentNumber));
      expect(numbers.size).toBe(count);
      await expectOnce(numbers);
    },
    close: () => sandbox('POST', robot, { mode: 'off' }),
  };
};
