import { afterAll, expect, it } from '@jest/globals';
import { rmSync, writeFileSync } from 'node:fs';
import type { Page, RunView } from '@potok/contracts';
import { copyDeals, winDeal } from '../support/sandbox.js';
import { potok, readStack, sandbox, until } from '../support/stack.js';

const DAY_MS = 86_400_000;
afterAll(() => rmSync(readStack().clockOffsetFile, { force: true }));

const runOfDeal = async (dealId: string) =>
  (await potok<Page<RunView>>('GET', `runs?search=${dealId}`)).items.find((run) => run.subject.dealId === dealId);

it('waits a month for the buyer, then puts a task on the manager', async () => {
  const [dealId = ''] = await copyDeals('2', 1);
  await winDeal(dealId);
  await until('the run waits', () => runOfDeal(dealId), { isEnough: (run) => run?.status === 'waiting' });
  writeFileSync(readStack().clockOffsetFile, String(31 * DAY_MS));
  await until('the run has ended', () => runOfDeal(dealId), { isEnough: (run) => run?.status === 'done' });
  rmSync(readStack().clockOffsetFile, { force: true });
  const { deals } = await sandbox<{ deals: Record<string, { tasks?: unknown }> }>('GET', 'bitrix24/state');
  expect(JSON.stringify(deals[dealId] ?? deals)).toMatch(/task|Покупатель/i);
}, 120_000);
