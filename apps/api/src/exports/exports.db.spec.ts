import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ScenarioDetailView } from '@potok/contracts';
import { aScenario, byHand } from '../testing/a-scenario.js';
import { addCounterparty } from '../testing/a-counterparty.js';
import { addOrganization } from '../testing/an-organization.js';
import { insertRun } from '../testing/insert-run.js';
import { startApi, type Member, type TestApi } from '../testing/start-api.js';
import { unzip } from '../testing/unzip.js';

let api: TestApi;
let anna: Member;
let organizationId: string;
let counterpartyId: string;
beforeAll(async () => {
  api = await startApi();
  anna = await api.addMember('anna');
  organizationId = await addOrganization(anna);
  counterpartyId = await addCounterparty(api, {
    workspaceId: anna.workspaceId,
    inn: '0277083893',
    name: '=ПАО «Покупатель»; Уфа',
  });
});
afterAll(() => api.stop());

/** `count` documents numbered from `from`, as the worker would have drafted them. */
const addDocuments = (from: number, count: number) =>
  api.owner.query(
    `INSERT INTO document (id, workspace_id, organization_id, counterparty_id, kind, document_function, number, date, key, total, vat, content, headline)
     SELECT ('019a0000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, $1, $2, $3, 'upd', 'СЧФДОП', n::text, '2026-11-24', n::text, -1220.5, 220, '{}', 'rejected'
       FROM generate_series($4::int, $4::int + $5::int - 1) AS n`,
    [anna.workspaceId, organizationId, counterpartyId, from, count],
  );

const download = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${api.url}/api/workspaces/${anna.workspaceId}/${path}`, {
    headers: { authorization: `Bearer ${anna.token}`, ...headers },
  });
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
};

it('gives the documents of a list as CSV, all pages of it, in its order', async () => {
  await addDocuments(1, 1500);
  const { answer, bytes } = await download('documents/export?format=csv&headline=rejected');
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toMatch(
    new RegExp(`^attachment; filename\\*=UTF-8''${encodeURIComponent('Документы')}%20\\d{4}-\\d\\d-\\d\\d\\.csv$`),
  );
  const lines = bytes.toString('utf8').split('\r\n');
  expect(lines[0]).toMatch(/^\uFEFFВид;Номер;Дата;/);
  expect(lines[1]).toMatch(
    /^УПД;1500;24\.11\.2026;;.*;"'=ПАО «Покупатель»; Уфа";0277083893;773601001;-1220,50;220,00;Отказано;/,
  );
  expect(lines.slice(1, -1).map((line) => line.split(';')[1])).toEqual(
    Array.from({ length: 1500 }, (_none, at) => String(1500 - at)),
  );
});

it('gives them as a workbook, in the language that is asked for', async () => {
  const { answer, bytes } = await download('documents/export?format=xlsx&search=1500', { 'accept-language': 'en' });
  expect(answer.headers.get('content-type')).toContain('spreadsheetml.sheet');
  const sheet = unzip(bytes).get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet).toContain('>Sum with VAT<');
  expect(sheet).toContain('<v>-1220.50</v>');
  expect(sheet.match(/<row /g)).toHaveLength(2);
});

it('gives the runs of a list with where they stand, and keeps in the trail who took them', async () => {
  const { id } = (await anna.call('POST', 'scenarios', { draft: aScenario(byHand) })).json<ScenarioDetailView>();
  const { published } = (await anna.call('POST', `scenarios/${id}/publish`, {})).json<ScenarioDetailView>();
  const fault = { node: 'end', visit: '0', fault: { kind: 'invalid', code: 'DEAL_NOT_FOUND', facts: { dealId: '7' } } };
  await insertRun(api.owner, published!.versionId, { status: 'needs-a-person', dealId: '7', fault });
  await insertRun(api.owner, published!.versionId, { status: 'done' });
  const { bytes } = await download('runs/export?format=csv&status=needs-a-person');
  const [, line = '', last] = bytes.toString('utf8').split('\r\n');
  expect(line).toMatch(/;Сценарий;1;Требует внимания;;;;7;Вручную;end;.*7/);
  expect(last).toBe('');
  const trail = await anna.call('GET', 'audit?limit=1');
  expect(trail.json()).toMatchObject({ items: [{ act: 'runs.exported', facts: { format: 'csv', rows: 1 } }] });
});

it('says what to do when there is more than a file may hold', async () => {
  await addDocuments(2000, 48_501);
  const { answer, bytes } = await download('documents/export?format=csv');
  expect(answer.status).toBe(400);
  expect(JSON.parse(bytes.toString())).toMatchObject({
    code: 'EXPORT_TOO_LONG',
    detail: 'Под условия подходит больше 50000 строк. Сузьте период или состояние и выгрузите снова.',
  });
});

it('names the field when the format is none', async () => {
  expect((await anna.call('GET', 'runs/export?format=pdf')).json()).toMatchObject({ status: 400, field: '/format' });
  expect((await anna.call('GET', 'documents/export')).json()).toMatchObject({ status: 400, field: '/format' });
});

it('gives a stranger nothing', async () => {
  const boris = await api.addMember('boris');
  const { bytes } = await download('documents/export?format=csv', { authorization: `Bearer ${boris.token}` });
  expect(bytes.toString()).toContain('WORKSPACE_NOT_FOUND');
});
