import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  AuditView,
  Page,
  Problem,
  RerunPlanView,
  RunDataView,
  RunDetailView,
  RunStartedView,
  ScenarioDetailView,
} from '@potok/contracts';
import { aLongScenario } from '../testing/a-long-scenario.js';
import { insertRun } from '../testing/insert-run.js';
import { startApi, type Answer, type Member, type TestApi } from '../testing/start-api.js';

let api: TestApi;
let anna: Member;
let boris: Member;
let scenarioId: string;
let versionId: string;
beforeAll(async () => {
  api = await startApi();
  anna = await api.addMember('anna');
  boris = await api.addMember('boris');
  const created = await anna.call('POST', 'scenarios', { draft: aLongScenario() });
  expect([created.status, created.text]).toEqual([201, expect.any(String)]);
  const { id } = created.json<ScenarioDetailView>();
  scenarioId = id;
  const published = await anna.call('POST', `scenarios/${id}/publish`, {});
  expect([published.status, published.text]).toEqual([200, expect.any(String)]);
  versionId = published.json<ScenarioDetailView>().published?.versionId ?? '';
});
afterAll(() => api.stop());

interface Row {
  readonly node: string;
  readonly visit?: string;
  readonly status?: string;
  readonly effect?: string;
  readonly key?: string;
}
/** Rows as the engine would have written them, in order. */
const plant = async (runId: string, rows: readonly Row[]) => {
  for (const [at, { node, visit = '0', status = 'done', effect = 'final', key }] of rows.entries())
    await api.owner.query(
      `INSERT INTO step (run_id, workspace_id, node_id, visit, seq, status, effect, key, input, output, attempts)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '{"in":1}', '{"out":2}', '[]')`,
      [runId, anna.workspaceId, node, visit, 10_001 + at, status, effect, key ?? `${runId}/${node}/${visit}`],
    );
};
const end = (runId: string, status = 'closed-by-person') =>
  api.owner.query('UPDATE run SET status = $2, ended_at = now() WHERE id = $1', [runId, status]);
const READS = { effect: 'reads', key: '' } as const;
const whole: readonly Row[] = [
  { node: 'ask' },
  { node: 'cb', ...READS },
  { node: 'each', ...READS },
  { node: 'item', visit: '0/0/0' },
  { node: 'item', visit: '0/1/0' },
  { node: 'left', visit: '0/~0/0' },
  { node: 'right', visit: '0/~1/0' },
  { node: 'send', status: 'faulted' },
];
let runId: string;
beforeEach(async () => {
  runId = await insertRun(api.owner, versionId, { status: 'running', dealId: '7', number: 'А-1' });
  await plant(runId, whole);
});

const from = (node: string, visit = '0') => ({ from: { node, visit } });
const rerun = (order: object, of = runId) => anna.call('POST', `runs/${of}/rerun`, order);
const again = (order: object, of = runId) => anna.call('POST', `runs/${of}/again`, { reason: 'потеряли', ...order });
const refusal = (answer: Answer) => {
  const { status, code, detail } = answer.json<Problem>();
  return { status, code, detail };
};
const rowsOf = (id: string) =>
  api.owner.query<{ node_id: string; visit: string; status: string; key: string; seq: string }[]>(
    'SELECT node_id, visit, status, key, seq FROM step WHERE run_id = $1 ORDER BY seq',
    [id],
  );
const started = (answer: Answer): RunStartedView => {
  expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
  return answer.json<RunStartedView>();
};
const runRow = async (id: string) =>
  (await api.owner.query<Record<string, unknown>[]>('SELECT * FROM run WHERE id = $1', [id]))[0];

describe('a repeat from a step', () => {
  it('is a new run of the same chain, plan and binding that takes over what lies before, under the same keys', async () => {
    await end(runId);
    const made = started(await rerun(from('send')));
    expect(made).toMatchObject({ originRunId: runId, again: 0, mode: 'live' });
    const [old, fresh] = [await runRow(runId), await runRow(made.runId)];
    for (const same of ['plan_hash', 'binding_id', 'version_id', 'scenario_id', 'deal_id', 'trigger'])
      expect(fresh?.[same]).toEqual(old?.[same]);
    expect(fresh).toMatchObject({ rerun_of: runId, begin_at: { node: 'send', visit: '0' }, status: 'accepted' });
    expect((await rowsOf(made.runId)).map(({ node_id, key, seq }) => [node_id, key, Number(seq)])).toEqual(
      (await rowsOf(runId)).slice(0, -1).map(({ node_id, key }, at) => [node_id, key, at - 6]),
    );
    const orders = await api.owner.query('SELECT kind FROM outbox WHERE run_id = $1', [made.runId]);
    expect(orders).toEqual([{ kind: 'start' }]);
    const trail = (await anna.call('GET', 'audit')).json<Page<AuditView>>().items[0];
    expect(trail).toMatchObject({ act: 'run.rerun', facts: { of: runId, node: 'send', again: 0 } });
  });

  it('shows where it comes from, and the chain on both pages', async () => {
    await end(runId);
    const made = started(await rerun(from('send')));
    const page = (await anna.call('GET', `runs/${made.runId}`)).json<RunDetailView>();
    expect(page.repeats).toEqual({
      runId,
      originRunId: runId,
      node: 'send',
      visit: '0',
      nodeName: 'Шаг send',
      isSentAgain: false,
    });
    expect(page.steps.every(({ isTakenOver }) => isTakenOver === true)).toBe(true);
    const first = (await anna.call('GET', `runs/${runId}`)).json<RunDetailView>();
    expect(first.chain?.map((one) => [one.runId, one.from?.nodeName])).toEqual([
      [runId, undefined],
      [made.runId, 'Шаг send'],
    ]);
    expect(first.steps.some(({ isTakenOver }) => isTakenOver)).toBe(false);
  });

  it('says before what it would do', async () => {
    await end(runId);
    const plan = (await anna.call('GET', `runs/${runId}/rerun?node=fork&visit=0`)).json<RerunPlanView>();
    expect(plan.takenOver.map(({ node }) => node)).toEqual(['ask', 'cb', 'each', 'item']);
    expect(plan.repeated.map(({ node, hasActed }) => [node, hasActed])).toEqual([
      ['fork', false],
      ['left', true],
      ['right', true],
      ['join', false],
      ['send', false],
      ['end', false],
    ]);
    expect([plan.rerunRefusal, plan.againRefusal]).toEqual([undefined, undefined]);
  });

  it('begins at the entry when the trigger is named', async () => {
    await end(runId);
    const made = started(await rerun(from('start')));
    expect(await runRow(made.runId)).toMatchObject({ begin_at: { node: 'ask', visit: '0' } });
    expect(await rowsOf(made.runId)).toEqual([]);
  });

  it.each([
    ['item', '0/1/0', 400, 'RERUN_IN_FOR_EACH', 'Шаг each'],
    ['right', '0/~1/0', 400, 'RERUN_IN_BRANCH', 'Шаг fork'],
    ['join', '0', 400, 'RERUN_IN_BRANCH', 'Шаг fork'],
    ['end', '0', 400, 'RERUN_NOT_REACHED', 'Шаг end'],
    ['nowhere', '0', 400, 'RERUN_STEP_UNKNOWN', 'nowhere'],
    ['send', '7', 400, 'RERUN_NOT_REACHED', 'Шаг send'],
  ])('is refused from %s at %s, with the place to begin at', async (node, visit, status, code, name) => {
    await end(runId);
    expect(refusal(await rerun(from(node, visit)))).toEqual({ status, code, detail: expect.stringContaining(name) });
  });

  it.each([
    [{}, '/from'],
    [{ from: { node: 'send' } }, '/from/visit'],
    [{ from: { node: "'; DROP", visit: '0' } }, '/from/node'],
    [{ ...from('send'), version: 'newest' }, '/version'],
    [{ ...from('send'), data: 'text' }, '/data'],
    [{ ...from('send'), whatever: 1 }, '/whatever'],
  ])('names the field of a wrong order %j', async (order, field) => {
    const problem = (await rerun(order)).json<Problem>();
    expect([problem.status, problem.field ?? problem.errors?.[0]?.field]).toEqual([400, field]);
  });

  it('waits for the end of the run, and for that of another repeat', async () => {
    expect(refusal(await rerun(from('send')))).toMatchObject({ status: 409, code: 'RERUN_OPEN' });
    await end(runId);
    const made = started(await rerun(from('send')));
    expect(refusal(await rerun(from('send')))).toMatchObject({
      status: 409,
      code: 'RERUN_OTHER_OPEN',
      detail: expect.stringContaining(made.runId),
    });
    await end(made.runId);
    expect(started(await rerun(from('send'), made.runId)).originRunId).toBe(runId);
  });

  it('lets one of ten that are asked for at once begin', async () => {
    await end(runId);
    const answers = await Promise.all(Array.from({ length: 10 }, () => rerun(from('send'))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
  });

  it('goes back no further than what is not finished or undone', async () => {
    await end(runId);
    await api.owner.query(`UPDATE step SET status = 'retrying' WHERE run_id = $1 AND node_id = 'ask'`, [runId]);
    expect(refusal(await rerun(from('send')))).toMatchObject({ code: 'RERUN_BEFORE_OPEN' });
    await api.owner.query(`UPDATE step SET status = 'undone' WHERE run_id = $1 AND node_id = 'ask'`, [runId]);
    expect(refusal(await rerun(from('send')))).toMatchObject({ code: 'RERUN_BEFORE_UNDONE' });
    expect(refusal(await rerun(from('ask')))).toMatchObject({ status: 409, code: 'RERUN_UNDONE' });
    expect(started(await again(from('ask')))).toMatchObject({ again: 1 });
  });

  it('takes other data only while nothing was done with the former', async () => {
    await end(runId);
    expect(refusal(await rerun({ ...from('fork'), data: { a: 1 } }))).toMatchObject({ code: 'RERUN_DATA_ACTED' });
    const made = started(await rerun({ ...from('send'), data: { a: 1 } }));
    expect(await runRow(made.runId)).toMatchObject({ trigger: { a: 1 } });
  });

  it('moves the address that a step has handed out to the new run, with what had come to it', async () => {
    await end(runId);
    const [wait, inbox] = ['0190a000-0000-7000-8000-0000000000aa', '0190a000-0000-7000-8000-0000000000bb'];
    await api.owner.query('DELETE FROM endpoint WHERE id = $1', [wait]);
    await api.owner.query(
      `INSERT INTO wait (id, workspace_id, run_id, node_id, visit, event, key, token, status, deadline_at, opened_at)
       VALUES ($1, $2, $3, 'cb', '0', 'callback', 'tok', 'tok', 'answered', now(), now() - interval '1 hour')`,
      [wait, anna.workspaceId, runId],
    );
    await api.owner.query(
      `INSERT INTO endpoint (id, workspace_id, kind, token, wait_id) VALUES ($1, $2, 'callback', 'tok', $1)`,
      [wait, anna.workspaceId],
    );
    await api.owner.query(
      `INSERT INTO wait_news (wait_id, inbox_id, workspace_id, at, body, is_taken) VALUES ($1, $2, $3, now(), '{"body":1}', true)`,
      [wait, inbox, anna.workspaceId],
    );
    const made = started(await rerun(from('cb')));
    const [moved] = await api.owner.query<{ id: string; status: string; minutes: number }[]>(
      `SELECT id, status, round(extract(epoch FROM deadline_at - now()) / 60)::int AS minutes FROM wait WHERE run_id = $1`,
      [made.runId],
    );
    expect(moved).toMatchObject({ status: 'open', minutes: 60 });
    expect(await api.owner.query(`SELECT id, wait_id FROM endpoint WHERE token = 'tok'`)).toEqual([
      { id: moved?.id, wait_id: moved?.id },
    ]);
    expect(await api.owner.query('SELECT is_taken FROM wait_news WHERE wait_id = $1', [moved?.id])).toEqual([
      { is_taken: false },
    ]);
  });
});

describe('a repeat on the published version', () => {
  it('takes it when the way up to the step is the same there, and names the step that is missing', async () => {
    await end(runId);
    const { draft, draftRevision } = (await anna.call('GET', `scenarios/${scenarioId}`)).json<ScenarioDetailView>();
    const save = async (nodes: typeof draft.nodes, revision: number, edges = draft.edges) => {
      const saved = await anna.call('PUT', `scenarios/${scenarioId}/draft`, {
        draft: { ...draft, nodes, edges },
        binding: { slots: {}, parameters: {} },
        draftRevision: revision,
      });
      const answer = await anna.call('POST', `scenarios/${scenarioId}/publish`, {});
      expect([saved.status, answer.status, answer.text]).toEqual([200, 200, expect.any(String)]);
      return answer.json<ScenarioDetailView>();
    };
    const renamed = draft.nodes.map((node) => (node.id === 'send' ? { ...node, name: 'Иначе' } : node));
    const second = await save(renamed, draftRevision);
    const made = started(await rerun({ ...from('send'), version: 'published' }));
    expect(await runRow(made.runId)).toMatchObject({ version_id: second.published?.versionId });
    await end(made.runId);
    const without = draft.nodes.filter(({ id }) => id !== 'ask');
    const edges = draft.edges
      .filter(({ to }) => to.node !== 'ask')
      .map((edge) => (edge.from.node === 'ask' ? { ...edge, from: { node: 'start', port: 'done' } } : edge));
    await save(without, second.draftRevision, edges);
    expect(refusal(await rerun({ ...from('send'), version: 'published' }))).toMatchObject({
      status: 409,
      code: 'RERUN_NODE_GONE',
      detail: expect.stringContaining('Шаг ask'),
    });
  });
});

describe('sending again', () => {
  it('raises the count of the chain and keeps the reason in the trail', async () => {
    await end(runId);
    const made = started(await again(from('fork')));
    expect(made).toMatchObject({ originRunId: runId, again: 1 });
    expect(await runRow(made.runId)).toMatchObject({ again: 1, document_number: null });
    const trail = (await anna.call('GET', 'audit')).json<Page<AuditView>>().items[0];
    expect(trail).toMatchObject({ act: 'run.again', facts: { reason: 'потеряли', again: 1 } });
    await end(made.runId);
    expect(started(await again(from('fork')))).toMatchObject({ again: 2 });
    const page = (await anna.call('GET', `runs/${made.runId}`)).json<RunDetailView>();
    expect(page.repeats?.isSentAgain).toBe(true);
  });

  it('is refused where nothing was done, and without a reason', async () => {
    await end(runId);
    expect(refusal(await again(from('send')))).toMatchObject({ status: 409, code: 'AGAIN_NOTHING_ACTED' });
    expect((await again({ ...from('fork'), reason: ' ' })).json()).toMatchObject({ status: 400, field: '/reason' });
  });

  it('goes back to the step that has made a document which left', async () => {
    await end(runId);
    await plantDocument(`${runId}/ask/0`);
    const { code, detail } = refusal(await again(from('fork')));
    expect([code, detail]).toEqual(['AGAIN_DOCUMENT_SENT', expect.stringMatching(/№ 17.*Шаг ask/)]);
    expect(started(await again(from('ask')))).toMatchObject({ again: 1 });
  });
});

const plantDocument = async (key: string) => {
  const [organization, counterparty] = ['0190a000-0000-7000-8000-0000000000c1', '0190a000-0000-7000-8000-0000000000c2'];
  const values = [anna.workspaceId, organization];
  await api.owner.query(
    `INSERT INTO organization (id, workspace_id, kind, name, inn, kpp, tax_regime) VALUES ($2, $1, 'legal', 'Мы', '7701234567', '770101001', 'osno')`,
    values,
  );
  await api.owner.query(`INSERT INTO counterparty (id, workspace_id, inn, name) VALUES ($2, $1, '7707083893', 'Они')`, [
    anna.workspaceId,
    counterparty,
  ]);
  await api.owner.query(
    `INSERT INTO document (id, workspace_id, organization_id, counterparty_id, kind, document_function, number, date, key, total, vat, content, delivery)
     VALUES (gen_random_uuid(), $1, $2, $3, 'upd', 'СЧФДОП', '17', '2026-11-24', $4, 1, 0, '{}', 'sent')`,
    [...values, counterparty, key],
  );
};

describe('the data of a run', () => {
  it('are the last values of its nodes, with the drawing that it ran on', async () => {
    const data = (await anna.call('GET', `runs/${runId}/data`)).json<RunDataView>();
    expect(data).toMatchObject({ scenarioId, versionId, trigger: {}, leftOut: [] });
    expect(Object.keys(data.steps).sort()).toEqual(['ask', 'cb', 'each', 'item', 'left', 'right']);
    expect(data.inputs['send']).toEqual({ in: 1 });
  });

  it('leave out what does not fit, the fewest possible, and say what', async () => {
    const big = JSON.stringify({ text: 'ы'.repeat(1_200_000) });
    await api.owner.query(`UPDATE step SET output = $2 WHERE run_id = $1 AND node_id = 'ask'`, [runId, big]);
    const data = (await anna.call('GET', `runs/${runId}/data`)).json<RunDataView>();
    expect(data.leftOut).toEqual([{ part: 'output', node: 'ask', sizeBytes: expect.any(Number) }]);
    expect(Object.keys(data.steps)).not.toContain('ask');
    expect(Object.keys(data.steps)).toHaveLength(5);
  });
});

it('shows and repeats nothing of another workspace', async () => {
  await end(runId);
  for (const [method, path, body] of [
    ['GET', `runs/${runId}/data`, undefined],
    ['GET', `runs/${runId}/rerun?node=send&visit=0`, undefined],
    ['POST', `runs/${runId}/rerun`, from('send')],
    ['POST', `runs/${runId}/again`, { ...from('fork'), reason: 'потеряли' }],
  ] as const)
    expect((await boris.call(method, path, body)).json()).toMatchObject({ status: 404, code: 'RUN_NOT_FOUND' });
});
