import { expect, it } from '@jest/globals';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentDetailView, Page, RunDetailView, RunView } from '@potok/contracts';
import { checkTitle, checkXml } from '@potok/documents';
import { gostOpenssl } from '../../tools/testing/gost-openssl.mjs';
import { answerAsBuyer, copyDeals, diadocState, onecState, winDeal } from '../support/sandbox.js';
import { download, potok, sandbox, until } from '../support/stack.js';

const runOfDeal = async (dealId: string) =>
  (await potok<Page<RunView>>('GET', `runs?search=${dealId}`)).items.find((run) => run.subject.dealId === dealId);
const runThatIs = (dealId: string, status: RunView['status']) =>
  until(`run of deal ${dealId} is ${status}`, async () => runOfDeal(dealId), {
    isEnough: (run) => run?.status === status,
    timeoutMs: 90_000,
  }) as Promise<RunView>;
const detailOf = (run: RunView) => potok<RunDetailView>('GET', `runs/${run.id}`);

const sentDocument = async (run: RunView) => {
  const [document] = (await detailOf(run)).documents;
  if (document === undefined) throw new Error('The run has no document');
  const found = (await diadocState()).documents.find((one) => one.number === document.number);
  if (found === undefined) throw new Error(`Диадок has no document № ${document.number}`);
  return { document, at: found };
};

/** Files of a document as they left, judged by others than us. */
const judge = async (documentId: string) => {
  const detail = await potok<DocumentDetailView>('GET', `documents/${documentId}`);
  const title = detail.titles.find((one) => one.role === 'seller');
  if (title === undefined) throw new Error('No seller title');
  const bytes = await download(`documents/${documentId}/titles/${title.sha256}`);
  const signature = await download(`documents/${documentId}/titles/${title.sha256}/signature`);
  expect(await checkTitle(bytes, 'upd-seller')).toEqual([]);
  const official = join(
    process.env['POTOK_REFERENCE'] ?? '../shared/reference',
    'data/xsd/upd-5.03/ON_NSCHFDOPPR_1_997_01_05_03_05.xsd',
  );
  if (existsSync(official)) expect(await checkXml(bytes, readFileSync(official))).toEqual([]);
  const openssl = gostOpenssl();
  try {
    writeFileSync(join(openssl.folder, 'title.xml'), bytes);
    writeFileSync(join(openssl.folder, 'title.sgn'), signature);
    const verify = [
      'cms',
      '-verify',
      '-binary',
      '-noverify',
      '-inform',
      'DER',
      '-in',
      'title.sgn',
      '-content',
      'title.xml',
      '-out',
      'verified',
    ];
    openssl.run(verify);
    expect(new Uint8Array(readFileSync(join(openssl.folder, 'verified')))).toEqual(bytes);
  } finally {
    openssl.close();
  }
};

it('turns a won deal into a signed УПД, an answered docflow and a posted document in 1С', async () => {
  const [dealId = ''] = await copyDeals('1', 1);
  await winDeal(dealId);
  const waiting = await runThatIs(dealId, 'waiting');
  const { document, at } = await sentDocument(waiting);
  await judge(document.id);
  await answerAsBuyer(at, 'sign');
  const done = await runThatIs(dealId, 'done');
  const [signed] = (await detailOf(done)).documents;
  expect(signed).toMatchObject({ state: { answer: 'accepted', isExported: true }, isTestSignature: true });
  const posted = (await onecState()).documents.filter((one) => one.number === document.number);
  expect(posted).toEqual([expect.objectContaining({ isPosted: true, created: 1, posted: 1, unposted: 0 })]);
  const portal = await sandbox<{ deals: Record<string, { comments?: Record<string, number> }> }>(
    'GET',
    'bitrix24/state',
  );
  expect(JSON.stringify(portal)).toContain(`№ ${document.number}`);
}, 120_000);

it('brings the reason of a refusal into the deal and posts nothing', async () => {
  const [dealId = ''] = await copyDeals('2', 1);
  await winDeal(dealId);
  const { document, at } = await sentDocument(await runThatIs(dealId, 'waiting'));
  await answerAsBuyer(at, 'refuse', 'неверная цена');
  const done = await runThatIs(dealId, 'done');
  expect((await detailOf(done)).documents[0]?.state).toMatchObject({
    answer: 'rejected',
    reason: expect.stringContaining('неверная цена'),
  });
  expect((await onecState()).documents.filter((one) => one.number === document.number)).toEqual([]);
  expect(JSON.stringify(await sandbox('GET', 'bitrix24/state'))).toContain('неверная цена');
}, 120_000);

it('starts nothing twice for a deal that is saved again and again', async () => {
  const [dealId = ''] = await copyDeals('1', 1);
  await winDeal(dealId);
  await runThatIs(dealId, 'waiting');
  for (let saves = 0; saves < 3; saves += 1)
    await sandbox('POST', `bitrix24/deals/${dealId}/fields`, { TITLE: `Сохранена ${saves}` });
  await new Promise((done) => setTimeout(done, 5000));
  const runs = (await potok<Page<RunView>>('GET', `runs?search=${dealId}`)).items.filter(
    (run) => run.subject.dealId === dealId,
  );
  expect(runs).toHaveLength(1);
}, 120_000);

it.each([
  ['5', 'NO_LINES'],
  ['7', 'VAT_RATE_UNKNOWN'],
  ['8', 'COUNTERPARTY_NOT_PARTNER'],
  ['9', 'COUNTERPARTY_UNKNOWN'],
])(
  'stops for a person with a clear sentence on the mistakes of deal %s',
  async (copyOf, code) => {
    const [dealId = ''] = await copyDeals(copyOf, 1);
    await winDeal(dealId);
    const run = await runThatIs(dealId, 'needs-a-person');
    expect(run.fault?.fault.code).toBe(code);
    expect(run.fault?.detail).toMatch(/[а-яё].*\./i);
  },
  120_000,
);

it('sends a deal with a wrong ИНН back to its stage with what to mend', async () => {
  const [dealId = ''] = await copyDeals('6', 1);
  await winDeal(dealId);
  await runThatIs(dealId, 'done');
  expect(JSON.stringify(await sandbox('GET', 'bitrix24/state'))).toContain('ИНН');
}, 120_000);
