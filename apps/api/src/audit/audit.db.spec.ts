import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { AuditView, Page, ScenarioDetailView, StartView } from '@potok/contracts';
import { recordAudit, type Actor } from '@potok/persistence';
import { aScenario, byHand } from '../testing/a-scenario.js';
import { insertRun } from '../testing/insert-run.js';
import { startApi, type Member, type TestApi } from '../testing/start-api.js';

let api: TestApi;
let anna: Member;
let scenario: ScenarioDetailView;
beforeAll(async () => {
  api = await startApi();
  anna = await api.addMember('anna');
  const { id } = (await anna.call('POST', 'scenarios', { draft: aScenario(byHand) })).json<ScenarioDetailView>();
  scenario = (await anna.call('POST', `scenarios/${id}/publish`, {})).json<ScenarioDetailView>();
});
afterAll(() => api.stop());

/** The row of one act, as the trail shows it. */
const shown = async (who: Actor, id: string): Promise<AuditView | undefined> => {
  const { workspaceId } = anna;
  await recordAudit(api.owner.manager, { workspaceId, who, act: 'document.sent', object: { kind: 'document', id } });
  return (await anna.call('GET', `audit?kind=document&id=${id}`)).json<Page<AuditView>>().items[0];
};
const addRun = () => insertRun(api.owner, scenario.published?.versionId ?? '');

it('names the person or the token that acted', async () => {
  expect(await shown({ kind: 'user', id: anna.userId, name: 'Анна Белова' }, 'd-1')).toMatchObject({
    actor: 'user',
    who: 'Анна Белова',
  });
  expect(await shown({ kind: 'token', id: anna.userId, name: 'Отчёт' }, 'd-2')).toMatchObject({
    actor: 'token',
    who: 'Отчёт',
  });
});

it('names the scenario of a run that acted, and who had asked for the run', async () => {
  const start = await anna.call('POST', `scenarios/${scenario.id}/runs`, { data: { dealId: '7' } });
  const id = await addRun();
  await api.owner.query('UPDATE run SET inbox_id = $2 WHERE id = $1', [id, start.json<StartView>().deliveryId]);
  expect(await shown({ kind: 'run', id }, 'd-3')).toMatchObject({
    actor: 'run',
    who: 'Сценарий',
    run: { id, askedBy: 'anna' },
  });
});

it('says of a run that nobody asked for only whose scenario it is', async () => {
  const id = await addRun();
  expect((await shown({ kind: 'run', id }, 'd-4'))?.run).toEqual({ id });
});

it('names the operator by the title of its system', async () => {
  expect(await shown({ kind: 'operator', system: 'diadoc' }, 'd-5')).toMatchObject({
    actor: 'operator',
    who: 'Контур.Диадок',
  });
});
