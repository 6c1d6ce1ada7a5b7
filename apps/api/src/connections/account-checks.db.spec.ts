import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { CheckView, ConnectionView, OrganizationView, Page, Scenario, ScenarioDetailView } from '@potok/contracts';
import { addOrganization } from '../testing/an-organization.js';
import { aScenario, byHand } from '../testing/a-scenario.js';
import { playWorker, type PlayedWorker } from '../testing/play-worker.js';
import { startApi, type Member, type TestApi } from '../testing/start-api.js';

let api: TestApi;
let anna: Member;
let worker: PlayedWorker;
let crm: string;
let operator: string;
beforeAll(async () => {
  api = await startApi();
  anna = await api.addMember('anna');
  worker = playWorker(api.owner, () => ({ status: 'done', answer: { schemas: {} } }));
});
afterAll(async () => {
  await worker.stop();
  await api.stop();
});
beforeEach(async () => {
  const connect = async (order: object) =>
    (await anna.call('POST', 'connections', { name: 'Продажи', ...order })).json<ConnectionView>().id;
  crm = await connect({
    system: 'bitrix24',
    settings: { portalUrl: 'https://romashka.bitrix24.ru', auth: 'webhook' },
    secrets: { webhookUrl: 'https://romashka.bitrix24.ru/rest/1/secret/' },
  });
  operator = await connect({
    system: 'diadoc',
    settings: { apiUrl: 'https://diadoc-api.kontur.ru', auth: 'password' },
    secrets: { login: 'anna', password: 'тайна' },
  });
});

const keepSnapshot = (connectionId: string, kind: string, { body, gone }: { body: unknown; gone: unknown }) =>
  api.owner.query(
    `INSERT INTO connection_snapshot (workspace_id, connection_id, kind, hash, body, gone) VALUES ($1, $2, $3, 'h', $4, $5)`,
    [anna.workspaceId, connectionId, kind, JSON.stringify(body), JSON.stringify(gone)],
  );
const loseStage = () =>
  keepSnapshot(crm, 'list:stages', {
    body: [{ value: 'NEW', label: 'Новая' }],
    gone: [{ value: 'WON', label: 'Выиграна' }],
  });
const movesTo = (stageId: string): Scenario =>
  aScenario(byHand, {
    name: 'Сделка в документы',
    slots: [{ id: 'crm', gateway: 'crm', title: 'CRM' }],
    nodes: [
      ...aScenario(byHand).nodes,
      {
        id: 'move',
        type: 'crm.update-deal',
        typeVersion: 1,
        name: 'Перенести',
        params: { dealId: '1', stageId },
        slot: 'crm',
        position: { x: 0, y: 0 },
      },
    ],
    edges: [
      { id: 'e1', from: { node: 'start', port: 'done' }, to: { node: 'move' } },
      { id: 'e2', from: { node: 'move', port: 'done' }, to: { node: 'end' } },
    ],
  });
const aBoundScenario = async (draft: Scenario) => {
  const binding = { slots: { crm }, parameters: {} };
  return (await anna.call('POST', 'scenarios', { draft, binding })).json<ScenarioDetailView>();
};
const seen = async (id: string) => (await anna.call('GET', `scenarios/${id}`)).json<ScenarioDetailView>();
const cardOf = async (id: string) => {
  const { items } = (await anna.call('GET', 'connections')).json<Page<ConnectionView>>();
  return items.find((one) => one.id === id);
};

it('warns of a stage that is gone on the page, in the check and on the card, and lets publish all the same', async () => {
  const { id } = await aBoundScenario(movesTo('WON'));
  expect((await seen(id)).broken).toBeUndefined();
  await loseStage();
  const finding = { severity: 'warning', code: 'ENTRY_GONE', node: 'move', field: '/stageId' };
  expect((await seen(id)).broken).toMatchObject([{ ...finding, in: ['draft'] }]);
  const { findings, hash } = (await anna.call('POST', `scenarios/${id}/check`)).json<CheckView>();
  expect(findings).toContainEqual(expect.objectContaining(finding));
  expect(hash).toBeDefined();
  const card = await cardOf(crm);
  expect(card?.broken).toMatchObject([{ scenario: { scenarioId: id, name: 'Сделка в документы' } }]);
  expect(card?.broken?.[0]?.detail).toBe(
    'Изменилось в «Продажи»: стадии «Выиграна» (WON) больше нет. Этим пользуется шаг «Перенести», выберите замену.',
  );
  expect((await anna.call('GET', `connections/${crm}?lang=en`)).text).toContain('stage \\"Выиграна\\" (WON) is gone');
});

it('tells what is broken in the published version from what is broken in the draft', async () => {
  const { id, draftRevision } = await aBoundScenario(movesTo('WON'));
  expect((await anna.call('POST', `scenarios/${id}/publish`, {})).status).toBe(200);
  await loseStage();
  expect((await seen(id)).broken).toMatchObject([{ in: ['published', 'draft'] }]);
  await anna.call('PUT', `scenarios/${id}/draft`, { draftRevision, draft: movesTo('NEW') });
  expect((await seen(id)).broken).toMatchObject([{ in: ['published'] }]);
});

it('marks a box that the operator lists no more, on its organization and on the card', async () => {
  const box = { connectionId: operator, boxId: 'lost', fnsParticipantId: '2BM-lost' };
  const id = await addOrganization(anna, { boxes: [box] });
  const boxes = async () => (await anna.call('GET', `organizations/${id}`)).json<OrganizationView>().boxes;
  expect((await boxes())[0]).not.toHaveProperty('isGone');
  await keepSnapshot(operator, 'list:boxes', { body: [], gone: [{ value: 'lost', label: 'Ящик' }] });
  expect(await boxes()).toMatchObject([{ boxId: 'lost', isGone: true }]);
  expect((await cardOf(operator))?.broken).toMatchObject([{ code: 'BOX_GONE' }]);
});

it('asks the worker for all lists and own fields anew', async () => {
  const answer = await anna.call('POST', `connections/${crm}/refresh`);
  expect(answer.json()).toMatchObject({ status: 'done' });
  expect(worker.asked.at(-1)).toMatchObject({ kind: 'refresh-connection', body: { connectionId: crm } });
});
