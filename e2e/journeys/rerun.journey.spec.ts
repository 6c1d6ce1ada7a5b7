import { afterEach, expect, it } from '@jest/globals';
import type {
  DocumentQueuesView,
  Page,
  RerunPlanView,
  RunDataView,
  RunDetailView,
  RunStartedView,
  RunView,
  ScenarioDetailView,
} from '@potok/contracts';
import { answerAsBuyer, copyDeals, diadocState, onecState, winDeal } from '../support/sandbox.js';
import { potok, readStack, sandbox, until } from '../support/stack.js';

const armed = new Set<string>();
const healPortal = async () => {
  for (const id of armed) await sandbox('DELETE', `faults/${id}`);
  armed.clear();
};
afterEach(healPortal);
/** The portal refuses every change of a deal. */
const refuseDeals = async () => {
  const fault = { system: 'bitrix24', kind: 'refusal', status: 403, match: { path: '/batch' } };
  armed.add((await sandbox<{ id: string }>('POST', 'faults', fault)).id);
};

const detail = (id: string) => potok<RunDetailView>('GET', `runs/${id}`);
const runThatIs = (id: string, status: RunView['status']) =>
  until(`run ${id} is ${status}`, async () => detail(id), {
    isEnough: (run) => run.status === status,
    timeoutMs: 90_000,
  });
const firstRunOf = async (dealId: string) => {
  const found = await until(
    `a run of deal ${dealId}`,
    async () => (await potok<Page<RunView>>('GET', `runs?search=${dealId}`)).items,
    { isEnough: (runs) => runs.some(({ subject }) => subject.dealId === dealId) },
  );
  return found.find(({ subject }) => subject.dealId === dealId)?.id ?? '';
};
const atOperator = async (number: string) =>
  (await diadocState()).documents.filter((document) => document.number === number);
const numberOf = (run: RunDetailView): string => run.documents[0]?.number ?? '';
const signAsBuyer = async (number: string) => {
  const [sent] = await until(`№ ${number} at the operator`, () => atOperator(number), {
    isEnough: (found) => found.length > 0,
  });
  if (sent === undefined) throw new Error(`Диадок has no document № ${number}`);
  await answerAsBuyer(sent, 'sign');
};
const post = (path: string, body: object) => potok<RunStartedView>('POST', path, { body });
const from = (node: string) => ({ from: { node, visit: '0' } });
const isTest = (is: boolean) =>
  potok('PATCH', `connections/${readStack().demo.connections.edo}`, { body: { isTest: is } });

it('sends once, however often the run is repeated, and once more when it is sent again', async () => {
  const [dealId = ''] = await copyDeals('1', 1);
  await winDeal(dealId);
  const first = await firstRunOf(dealId);
  const number = numberOf(await runThatIs(first, 'waiting'));
  await refuseDeals();
  await signAsBuyer(number);
  await runThatIs(first, 'needs-a-person');
  await expect(post(`runs/${first}/rerun`, from('send'))).rejects.toThrow('RERUN_OPEN');
  await potok('POST', `runs/${first}/commands`, { body: { kind: 'close', reason: 'Повторим с отправки' } });
  await runThatIs(first, 'closed-by-person');
  await healPortal();

  const plan = await potok<RerunPlanView>('GET', `runs/${first}/rerun?node=send&visit=0`);
  expect(plan.takenOver.map(({ node }) => node)).toEqual(['deal', 'check', 'upd', 'sign']);
  expect(plan.repeated.find(({ node }) => node === 'send')).toMatchObject({ hasActed: true });
  const repeat = await post(`runs/${first}/rerun`, from('send'));
  expect(repeat).toMatchObject({ originRunId: first, again: 0 });
  const done = await runThatIs(repeat.runId, 'done');
  expect(numberOf(done)).toBe(number);
  expect(await atOperator(number)).toEqual([expect.objectContaining({ sends: [expect.anything()] })]);
  expect((await onecState()).documents.filter((one) => one.number === number)).toHaveLength(1);

  await expect(post(`runs/${first}/again`, { ...from('send'), reason: 'потеряли' })).rejects.toThrow('Построить УПД');
  const anew = await post(`runs/${repeat.runId}/again`, { ...from('upd'), reason: 'Покупатель потерял документ' });
  const second = numberOf(await runThatIs(anew.runId, 'waiting'));
  expect(second).not.toBe(number);
  await signAsBuyer(second);
  await runThatIs(anew.runId, 'done');
  const sent = [...(await atOperator(number)), ...(await atOperator(second))];
  expect(sent.map(({ sends }) => sends.length)).toEqual([1, 1]);
  expect((await detail(first)).chain?.map(({ runId, isSentAgain }) => [runId, isSentAgain])).toEqual([
    [first, false],
    [repeat.runId, false],
    [anew.runId, true],
  ]);
}, 240_000);

it('tries a draft on a test contour, and says of everything that it is a trial', async () => {
  const scenarioId = readStack().demo.scenarios['deal-to-upd'] ?? '';
  const { draftRevision, published } = await potok<ScenarioDetailView>('GET', `scenarios/${scenarioId}`);
  const [dealId = ''] = await copyDeals('1', 1);
  const order = {
    data: { dealId, stageId: 'WON', pipelineId: '0', movedAt: '2026-11-24T10:00:00.000Z' },
    draftRevision,
  };
  await isTest(false);
  await expect(post(`scenarios/${scenarioId}/trial-runs`, order)).rejects.toThrow('Диадок (песочница)');
  await isTest(true);
  const before = await potok<DocumentQueuesView>('GET', 'documents/queues');
  const trial = await post(`scenarios/${scenarioId}/trial-runs`, order);
  const waiting = await runThatIs(trial.runId, 'waiting');
  expect(waiting).toMatchObject({ mode: 'trial', versionNumber: 0 });
  expect(waiting.documents).toEqual([
    expect.objectContaining({ isTrial: true, number: expect.stringMatching(/^ПРОБ-/) }),
  ]);
  expect((await potok<DocumentQueuesView>('GET', 'documents/queues')).buyer).toEqual(before.buyer);
  const data = await potok<RunDataView>('GET', `runs/${trial.runId}/data`);
  expect(data).toMatchObject({ trigger: { dealId }, steps: { upd: { number: numberOf(waiting) } } });
  await signAsBuyer(numberOf(waiting));
  await runThatIs(trial.runId, 'done');
  const after = await potok<ScenarioDetailView>('GET', `scenarios/${scenarioId}`);
  expect(after.published).toEqual(published);
}, 180_000);
