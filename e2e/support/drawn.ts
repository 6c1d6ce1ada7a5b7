import type { Page } from 'playwright-core';
import type { Page as ListPage, RunView, Scenario, ScenarioDetailView } from '@potok/contracts';
import { answerAsBuyer, copyDeals, diadocState } from './sandbox.js';
import { potok, readStack, sandbox, until } from './stack.js';

/** A scenario that a journey has drawn: what of it was saved, and how a deal goes through it. */

/** Of this deal: one that the portal had at the stage before starts a run of its own. */
const runOf = async (scenarioId: string, dealId: string) =>
  (await potok<ListPage<RunView>>('GET', `runs?scenarioId=${scenarioId}`)).items.find(
    ({ subject }) => subject.dealId === dealId,
  );

/** A deal comes to the stage, the buyer signs, and the run's page shows its end. */
export const watchRun = async (page: Page, scenarioId: string, stageId: string): Promise<void> => {
  const [dealId = ''] = await copyDeals('1', 1);
  await sandbox('POST', `bitrix24/deals/${dealId}/stage`, { stageId });
  const run = (await until('the run of the drawn scenario', () => runOf(scenarioId, dealId), {
    isEnough: (found) => found?.status === 'waiting',
  })) as RunView;
  const { publicUrl, demo } = readStack();
  await page.goto(`${publicUrl}/w/${demo.workspaceId}/runs/${run.id}`);
  await page.getByText('Ждать ответа покупателя').first().waitFor();
  const sent = (await diadocState()).documents.find((one) => one.number === run.subject.documentNumber);
  if (sent === undefined) throw new Error('Nothing was sent');
  await answerAsBuyer(sent, 'sign');
  await page.getByText('Выполнен', { exact: true }).first().waitFor({ timeout: 60_000 });
};

export const draftOf = async (id: string): Promise<Scenario> =>
  (await potok<ScenarioDetailView>('GET', `scenarios/${id}`)).draft;
