import { expect, it } from '@jest/globals';
import type { Page, RunView } from '@potok/contracts';
import { copyDeals, winDeal } from '../support/sandbox.js';
import { potok, readStack, until } from '../support/stack.js';

it('starts the run of a deal that was won while nobody answered the portal, once', async () => {
  const [dealId = ''] = await copyDeals('1', 1);
  const { pid } = readStack().pids['API'] ?? { pid: 0 };
  process.kill(pid, 'SIGKILL');
  // The portal calls once and never again: the front door is closed at that moment.
  await winDeal(dealId);
  const find = async () =>
    (await potok<Page<RunView>>('GET', `runs?search=${dealId}`)).items.filter((run) => run.subject.dealId === dealId);
  const [run] = await until('the sweep has found the deal', find, { isEnough: (runs) => runs.length > 0 });
  expect(run?.startedBy).toBe('crm');
  await new Promise((done) => setTimeout(done, 5000));
  expect(await find()).toHaveLength(1);
}, 120_000);
