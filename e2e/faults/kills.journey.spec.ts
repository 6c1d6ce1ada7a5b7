import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Page, PartyRequisites, RunView, ScenarioView } from '@potok/contracts';
import { demoBuyers } from '@potok/sandbox/demo';
import { diadocState, onecState } from '../support/sandbox.js';
import { potok, readStack, sandbox, until } from '../support/stack.js';
import { sendScenario } from './send-scenario.js';

const SENDS = 20;
const romashka = demoBuyers.find((one) => one.key === 'romashka')!;
const buyer: PartyRequisites = {
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
const line = {
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

let scenarioId = '';
beforeAll(async () => {
  const { demo } = readStack();
  const binding = { slots: { edo: demo.connections.edo, accounting: demo.connections.accounting }, parameters: {} };
  ({ id: scenarioId } = await potok<ScenarioView>('POST', 'scenarios', { body: { draft: sendScenario, binding } }));
  await potok('POST', `scenarios/${scenarioId}/publish`, { body: {} });
  await sandbox('POST', `diadoc/robots/${romashka.diadoc.boxId}`, { mode: 'sign', delayMs: 300 });
}, 60_000);

afterAll(() => sandbox('POST', `diadoc/robots/${romashka.diadoc.boxId}`, { mode: 'off' }));

const listRuns = async () => (await potok<Page<RunView>>('GET', `runs?scenarioId=${scenarioId}&limit=100`)).items;

describe('kill -9 while twenty sends are in flight', () => {
  it.each(['Исполнитель', 'API', 'Temporal', 'PostgreSQL'])(
    '%s: nothing is lost, nothing is sent or posted twice',
    async (victim) => {
      const before = new Set((await listRuns()).map((run) => run.id));
      const sentBefore = (await diadocState()).documents.length;
      await sandbox('POST', 'faults', {
        system: 'diadoc',
        match: { path: '/V3/PostMessage' },
        kind: 'latency',
        delayMs: 1500,
        times: SENDS,
      });
      for (let order = 0; order < SENDS; order += 1) {
        await potok('POST', `scenarios/${scenarioId}/api-runs`, {
          body: { data: { buyer, lines: [line] } },
          headers: { 'idempotency-key': randomUUID() },
        });
      }
      await until('sends are under way', diadocState, { isEnough: ({ documents }) => documents.length > sentBefore });
      const { pid } = readStack().pids[victim] ?? { pid: 0 };
      process.kill(pid, 'SIGKILL');
      const mine = async () => (await listRuns()).filter((run) => !before.has(run.id));
      const runs = await until('all runs are done', mine, {
        isEnough: (list) => list.length === SENDS && list.every((run) => run.status === 'done'),
        timeoutMs: 150_000,
      });
      const numbers = new Set(runs.map((run) => run.subject.documentNumber));
      expect(numbers.size).toBe(SENDS);
      const sent = (await diadocState()).documents.filter((one) => numbers.has(one.number));
      expect(sent).toHaveLength(SENDS);
      const posted = (await onecState()).documents.filter((one) => numbers.has(one.number));
      expect(posted).toHaveLength(SENDS);
      expect(posted.filter((one) => one.created !== 1 || one.posted !== 1)).toEqual([]);
    },
    240_000,
  );
});
