import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it } from '@jest/globals';
import type { Finding, Scenario } from '@potok/contracts';
import { formatScenario } from '@potok/scenario';
import { call, closeApi, openRoutes } from '../testing/fake-api.js';

const ID = '01890a5d-ac96-774b-bcce-b302099a8058';
const folder = mkdtempSync(join(tmpdir(), 'potok-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(closeApi);

const root = (path: string) => new URL(`../../../../${path}`, import.meta.url).pathname;
const MANIFEST = root('nodes/manifest.json');
const template = JSON.parse(readFileSync(root('templates/webhook-to-xml/scenario.json'), 'utf8')) as Scenario;

const aFile = (content: unknown, name = 'scenario.json'): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const ok = (body: unknown) => ({ status: 200, body });
const list = (...names: string[]) =>
  ok({ items: names.map((name, at) => ({ id: ID.replace(/.$/, String(at)), name })) });
const detail = (over: object = {}) => ok({ id: ID, name: 'УПД', draftRevision: 4, draft: template, ...over });
const finding: Finding = {
  severity: 'error',
  code: 'X',
  facts: {},
  node: template.nodes[1]!.id,
  field: '/to',
  detail: 'Поле не заполнено.',
};

it('saves a scenario, found by its name, as it came', async () => {
  const text = formatScenario(template);
  const first = ID.replace(/.$/, '0');
  const { url, asked } = await openRoutes({
    'GET scenarios': list('УПД', 'Другой'),
    [`GET scenarios/${first}/export`]: ok(text),
  });
  const out = join(folder, 'out.json');
  const said = await call(['export', 'упд', '--version', '3', '--with-binding', '--out', out], url);
  expect(said).toMatchObject({ code: 0, out: `Сценарий «${template.name}» сохранён: ${out}` });
  expect(readFileSync(out, 'utf8')).toBe(text);
  expect(asked.at(-1)?.url).toContain('/export?version=3&binding=true');
  expect(`${(await call(['export', first], url)).out}\n`).toBe(text);
});

it.each([
  [['export'], /Укажите сценарий/],
  [['export', 'Счёт', 'на', 'оплату'], /возьмите в кавычки/],
  [['export', 'нет такого'], /Сценария «нет такого» нет/],
  [['export', 'Двойник'], /несколько: .*0, .*1. Укажите ID/],
  [['export', ID, '--version', 'первая'], /--version: нужно целое число/],
  [['export', ID, '--out', '/nowhere/at/all.json'], /не записать/],
])('says in a sentence what is wrong: %j', async (args, says) => {
  const { url } = await openRoutes({
    'GET scenarios': list('Двойник', 'Двойник'),
    [`GET scenarios/${ID}/export`]: ok(formatScenario(template)),
  });
  expect(await call(args, url)).toMatchObject({ code: 2, err: expect.stringMatching(says) as unknown });
});

it('makes a scenario of a file and says what it names and is not there', async () => {
  const missing = [{ kind: 'connection', slot: 'edo', name: 'Диадок', system: 'diadoc' }];
  const { url, asked } = await openRoutes({
    'POST scenarios/import': [
      { status: 201, body: { id: ID, name: 'УПД', draftRevision: 1, missing: [] } },
      { status: 201, body: { id: ID, name: 'УПД', draftRevision: 1, missing } },
    ],
  });
  const file = aFile(template);
  expect(await call(['import', file, '--name', 'УПД'], url)).toEqual({
    code: 0,
    out: `Создан сценарий «УПД»: ${ID}`,
    err: '',
  });
  expect(JSON.parse(asked[0]!.body)).toEqual({ file: template, name: 'УПД' });
  const again = await call(['import', file, '--json'], url);
  expect([again.code, JSON.parse(again.out)]).toEqual([1, { id: ID, name: 'УПД', draftRevision: 1, missing }]);
  expect((await call(['import', file], url)).out).toContain('нет подключения «Диадок» (diadoc)');
});

it('replaces a draft over the revision that it has just seen', async () => {
  const { url, asked } = await openRoutes({
    [`GET scenarios/${ID}`]: detail(),
    'POST scenarios/import': { status: 201, body: { id: ID, name: 'УПД', draftRevision: 5, missing: [] } },
  });
  const said = await call(['import', aFile(template), '--into', ID], url);
  expect(said.out).toBe(`Черновик сценария «УПД» заменён: ${ID}, правка 5`);
  expect(JSON.parse(asked.at(-1)!.body)).toMatchObject({ scenarioId: ID, draftRevision: 4 });
});

it.each([
  ['{"schemaVersion": 1,\n "name": "Обор', /обрывается, строка 2, знак 15/],
  ['[1]', /объект JSON/],
])('imports no half of a file: %s', async (text, says) => {
  const { url, asked } = await openRoutes({});
  expect(await call(['import', aFile(text)], url)).toMatchObject({
    code: 2,
    err: expect.stringMatching(says) as unknown,
  });
  expect(asked).toEqual([]);
});

it('checks files without asking anybody, and names node and sentence', async () => {
  const right = aFile(formatScenario(template), 'right.json');
  const nodes = template.nodes.map((node, at) => (at === 1 ? { ...node, params: {} } : node));
  const wrong = aFile({ ...template, nodes }, 'wrong.json');
  expect(await call(['check', right, '--manifest', MANIFEST])).toMatchObject({ code: 0, out: `${right}: ошибок нет` });
  const said = await call(['check', right, wrong, '--manifest', MANIFEST]);
  expect(said.code).toBe(1);
  expect(said.out).toContain(`- [ошибка] «${nodes[1]!.name}» (${nodes[1]!.id})`);
  const json = JSON.parse((await call(['check', right, wrong, '--manifest', MANIFEST, '--json'])).out) as object;
  expect(json).toMatchObject({
    ok: false,
    checked: [
      { what: right, ok: true, errors: 0, hash: expect.any(String) },
      { what: wrong, ok: false },
    ],
  });
});

it('tells a newer file, a foreign one and a missing one apart', async () => {
  const says = async (path: string) => {
    const { out, err } = await call(['check', path, '--manifest', MANIFEST]);
    return out + err;
  };
  expect(await says(aFile({ ...template, schemaVersion: 9 }))).toContain('Файл сделан более новой версией Потока');
  expect(await says(aFile({ name: 'package', version: '1' }))).toContain('Это не сценарий Потока');
  expect(await says(join(folder, 'none.json'))).toContain('не читается');
  expect((await call(['check', aFile(template), '--manifest', aFile({}, 'm.json')])).err).toContain('potok manifest');
});

it('checks a draft, and a file in the place of a draft, by the API', async () => {
  const { url, asked } = await openRoutes({
    [`GET scenarios/${ID}`]: detail(),
    [`POST scenarios/${ID}/check`]: ok({ findings: [finding] }),
    'POST scenarios/check-file': ok({ findings: [{ ...finding, severity: 'warning' }], hash: 'h' }),
  });
  const draft = await call(['check', ID], url);
  expect(draft).toMatchObject({ code: 1, out: expect.stringContaining(template.nodes[1]!.name) as unknown });
  const file = await call(['check', aFile(template), '--into', ID], url);
  expect([file.code, file.out.split('\n')[0]]).toEqual([
    0,
    `${join(folder, 'scenario.json')}: ошибок 0, предупреждений 1`,
  ]);
  expect(JSON.parse(asked.at(-1)!.body)).toEqual({ file: template, scenarioId: ID });
});

it('publishes what it has checked, and with --if-changed only another plan', async () => {
  const routes = (published: string) => ({
    [`GET scenarios/${ID}`]: detail({ published: { number: 7, planHash: published } }),
    [`POST scenarios/${ID}/check`]: ok({ findings: [], hash: 'same' }),
    [`POST scenarios/${ID}/publish`]: detail({ published: { number: 8, planHash: 'same' } }),
  });
  const same = await openRoutes(routes('same'));
  expect((await call(['publish', ID, '--if-changed'], same.url)).out).toBe('Сценарий «УПД» не изменился с версии 7');
  expect(same.asked.map(({ method }) => method)).toEqual(['GET', 'POST']);
  closeApi();
  const other = await openRoutes(routes('other'));
  const said = await call(['publish', ID, '--if-changed', '--json'], other.url);
  expect(JSON.parse(said.out)).toEqual({ id: ID, name: 'УПД', published: true, number: 8, planHash: 'same' });
  expect(JSON.parse(other.asked.at(-1)!.body)).toEqual({ draftRevision: 4 });
});

it('publishes nothing over errors and shows them', async () => {
  const { url, asked } = await openRoutes({
    [`GET scenarios/${ID}`]: detail(),
    [`POST scenarios/${ID}/check`]: ok({ findings: [finding] }),
  });
  const said = await call(['publish', ID], url);
  expect([said.code, said.out.split('\n')]).toEqual([
    1,
    ['Сценарий «УПД» не опубликован: ошибок 1', expect.stringContaining('X: Поле не заполнено.')],
  ]);
  expect(asked).toHaveLength(2);
});

it("shows a token's missing right as the API says it", async () => {
  const detailSaid = 'Ключу API не дано право «write». Выпустите ключ с этим правом.';
  const { url } = await openRoutes({ 'POST scenarios/import': { status: 403, body: { detail: detailSaid } } });
  expect(await call(['import', aFile(template)], url)).toEqual({ code: 2, out: '', err: detailSaid });
});

it('lists versions, and saves what nodes there are', async () => {
  const version = { number: 2, publishedAt: '2026-11-28T10:00:00.000Z', by: 'anna', planHash: 'abcdef0123456789' };
  const { url, asked } = await openRoutes({
    [`GET scenarios/${ID}/versions`]: ok({ items: [{ ...version, scenario: template }] }),
    'GET /api/manifest': ok({ nodes: [] }),
  });
  expect((await call(['versions', ID], url)).out).toBe('   2  2026-11-28 10:00 UTC  abcdef012345  anna');
  expect(JSON.parse((await call(['versions', ID, '--json'], url)).out)).toEqual({ items: [version] });
  expect(JSON.parse((await call(['manifest'], url)).out)).toEqual({ nodes: [] });
  expect(asked.at(-1)?.url).toBe('/api/manifest');
});
