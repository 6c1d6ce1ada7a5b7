import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { OrganizationView } from '@potok/contracts';
import { addOrganization, anOrganization } from '../testing/an-organization.js';
import { startApi, type Member, type TestApi } from '../testing/start-api.js';

let api: TestApi;
let anna: Member;
let diadoc: string;
beforeAll(async () => {
  api = await startApi();
  anna = await api.addMember('anna');
  diadoc = await addConnection({
    system: 'diadoc',
    settings: { apiUrl: 'https://diadoc-api.kontur.ru', auth: 'password' },
    secrets: { login: 'anna', password: 'тайна' },
  });
});
afterAll(() => api.stop());

const addConnection = async (order: object) => {
  const answer = await anna.call('POST', 'connections', { name: 'Подключение', ...order });
  return answer.json<{ id: string }>().id;
};
const boxOf = (boxId: string, connectionId = diadoc) => ({ connectionId, boxId, fnsParticipantId: `2BM-${boxId}` });
const pollers = () =>
  api.owner.query<{ subject: string; isEnabled: boolean }[]>(
    `SELECT subject, is_enabled AS "isEnabled" FROM cursor WHERE kind = 'operator-box' ORDER BY subject`,
  );

it('keeps an organization with its boxes and reads from each, until it is gone', async () => {
  const id = await addOrganization(anna, { boxes: [boxOf('a'), boxOf('b')] });
  const { boxes } = (await anna.call('GET', `organizations/${id}`)).json<OrganizationView>();
  expect(boxes.map(({ boxId, system }) => [boxId, system])).toEqual([
    ['a', 'diadoc'],
    ['b', 'diadoc'],
  ]);
  await anna.call('PUT', `organizations/${id}`, anOrganization({ boxes: [boxOf('b')] }));
  expect(await pollers()).toEqual([
    { subject: 'a', isEnabled: false },
    { subject: 'b', isEnabled: true },
  ]);
  const busy = await anna.call('DELETE', `connections/${diadoc}`);
  expect([busy.status, busy.json()]).toMatchObject([409, { code: 'CONNECTION_HAS_BOXES' }]);
  expect((await anna.call('DELETE', `organizations/${id}`)).status).toBe(204);
  expect((await pollers()).map(({ isEnabled }) => isEnabled)).toEqual([false, false]);
  expect((await anna.call('GET', `organizations/${id}`)).status).toBe(404);
  const trail = (await anna.call('GET', `audit?kind=organization&id=${id}`)).json<{ items: { act: string }[] }>();
  expect(trail.items.map(({ act }) => act)).toEqual([
    'organization.archived',
    'organization.changed',
    'organization.created',
  ]);
});

const belova = { lastName: 'Белова', firstName: 'Анна', middleName: 'Ильинична' };

it.each([
  ['/inn', 'INN_CHECKSUM', { inn: '7736207544' }],
  ['/inn', 'INN_FORM', { inn: '773620754' }],
  ['/kpp', 'KPP_MISSING', { kpp: undefined }],
  ['/kpp', 'KPP_FORM', { kpp: '77360100' }],
  ['/kpp', 'KPP_FORBIDDEN', { kind: 'sole-trader', inn: '500100732259', person: belova }],
  ['/person/lastName', 'PERSON_MISSING', { kind: 'sole-trader', inn: '500100732259', kpp: undefined }],
  ['/ogrn', 'OGRN_CHECKSUM', { ogrn: '1027700132196' }],
  ['/timeZone', 'TIME_ZONE_WRONG', { timeZone: 'Москва' }],
  ['/taxRegime', 'FIELD_ONE_OF', { taxRegime: 'other' }],
])('names %s with %s', async (field, code, wrong) => {
  const answer = await anna.call('POST', 'organizations', anOrganization(wrong));
  expect(answer.json()).toMatchObject({ status: 400, field, errors: [{ field, code, detail: expect.any(String) }] });
});

it('refuses a twin, a box that is taken, and a box of a system that has none', async () => {
  const id = await addOrganization(anna, { boxes: [boxOf('c')] });
  const twin = await anna.call('POST', 'organizations', anOrganization());
  expect(twin.json()).toMatchObject({ status: 409, code: 'ORGANIZATION_EXISTS', field: '/inn' });
  const other = { inn: '7707083893', kpp: '773601001' };
  const taken = await anna.call('POST', 'organizations', anOrganization({ ...other, boxes: [boxOf('d'), boxOf('c')] }));
  expect(taken.json()).toMatchObject({ status: 409, code: 'BOX_TAKEN', field: '/boxes/1/boxId' });
  const twice = await anna.call('PUT', `organizations/${id}`, anOrganization({ boxes: [boxOf('c'), boxOf('c')] }));
  expect(twice.json()).toMatchObject({ code: 'BOX_TAKEN', field: '/boxes/1/boxId' });
  const base = await addConnection({
    system: 'onec-odata',
    settings: { baseUrl: 'https://1c.firma.ru/base/odata/standard.odata' },
    secrets: { user: 'odata', password: 'тайна' },
  });
  const wrong = await anna.call('POST', 'organizations', anOrganization({ ...other, boxes: [boxOf('e', base)] }));
  expect(wrong.json()).toMatchObject({ status: 400, code: 'BOX_CONNECTION_WRONG', field: '/boxes/0/connectionId' });
});

it('shows all that was sent, so that a form can send it back', async () => {
  const trader = anOrganization({
    kind: 'sole-trader',
    name: 'ИП Белова Анна',
    inn: '500100732259',
    kpp: undefined,
    ogrn: '304500116000157',
    ogrnDate: '2004-06-08',
    person: belova,
    address: { countryCode: '643', text: '115114, Москва, Летниковская ул., д. 5', regionCode: '77' },
    bank: { account: '40702810000000012345', bankName: 'АО «Банк»', bik: '044525225' },
    taxRegime: 'usn',
    timeZone: 'Asia/Omsk',
  });
  const answer = await anna.call('POST', 'organizations', trader);
  expect([answer.status, answer.json()]).toMatchObject([201, JSON.parse(JSON.stringify(trader))]);
});

it('shows a stranger nothing, and lends no connection', async () => {
  const boris = await api.addMember('boris');
  expect((await boris.call('GET', 'organizations')).json()).toEqual({ items: [] });
  const stolen = await boris.call('POST', 'organizations', anOrganization({ boxes: [boxOf('f')] }));
  expect(stolen.json()).toMatchObject({ status: 404, code: 'CONNECTION_ABSENT' });
});
