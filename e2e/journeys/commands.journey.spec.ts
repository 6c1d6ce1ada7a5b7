import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { RequestView, RunDetailView, RunStatus, RunView, Scenario } from '@potok/contracts';
import { apiTrigger, line, node, publish, runsOf, startByApi } from '../support/drawing.js';
import { copyDeals, dealFields } from '../support/sandbox.js';
import { potok, readStack, sandbox, until } from '../support/stack.js';

const STATUS = 'UF_CRM_EDO_STATUS';
const NUMBER = 'UF_CRM_EDO_NUMBER';
const NO_DEAL = '99999999';

const crm: Scenario['slots'] = [{ id: 'crm', gateway: 'crm', title: 'CRM' }];
const mark = (id: string, field: string) =>
  node(id, 'crm.update-deal', {
    slot: 'crm',
    params: { dealId: { $cel: 'trigger.dealId' }, fields: { [field]: 'в работе' } },
  });
const read = node('read', 'crm.get-deal', { slot: 'crm', params: { dealId: { $cel: 'trigger.readId' } } });
const ask = node('ask', 'flow.await-callback');
const call = (scenarioId: string) =>
  node('call', 'flow.call', {
    params: { scenarioId, input: { dealId: { $cel: 'trigger.dealId' }, readId: { $cel: 'trigger.readId' } } },
  });
const trigger = [apiTrigger(['dealId', 'readId']), 'done'] as const;
const publishLine = (name: string, nodes: Parameters<typeof line>[1]) =>
  publish({ ...line(name, [trigger, ...nodes]), slots: crm }, { crm: readStack().demo.connections.crm });

let marking = '';
/** Calls `marking`, which waits for a callback that never comes. */
let callingOpen = '';
/** Calls a scenario that marks and is done, then waits itself. */
let callingDone = '';
let quick = '';
beforeAll(async () => {
  marking = await publishLine('Отметить и ждать', [
    [mark('mark', STATUS), 'done'],
    [read, 'done'],
    [ask, 'received'],
  ]);
  quick = await publishLine('Отметить', [
    [mark('mark', STATUS), 'done'],
    [read, 'done'],
  ]);
  callingOpen = await publishLine('Вызвать и ждать', [
    [mark('first', NUMBER), 'done'],
    [call(marking), 'done'],
  ]);
  callingDone = await publishLine('Вызвать и идти дальше', [
    [mark('first', NUMBER), 'done'],
    [call(quick), 'done'],
    [ask, 'received'],
  ]);
}, 120_000);

const armed = new Set<string>();
/** The portal refuses every change and every reading of a deal. */
const refuseDeals = async () => {
  const { id } = await sandbox<{ id: string }>('POST', 'faults', {
    system: 'bitrix24',
    kind: 'refusal',
    status: 403,
    match: { path: '/batch' },
  });
  armed.add(id);
};
const healPortal = async () => {
  for (const id of armed) await sandbox('DELETE', `faults/${id}`);
  armed.clear();
};
afterEach(healPortal);

const detailOf = (id: string) => potok<RunDetailView>('GET', `runs/${id}`);
const runThatIs = (id: string, status: RunStatus) =>
  until(`run ${id} is ${status}`, () => detailOf(id), {
    isEnough: (run) => run.status === status,
    timeoutMs: 40_000,
  });
const command = (id: string, body: object) => potok<RequestView>('POST', `runs/${id}/commands`, { body });

/** A run of its own deal. */
const start = async (scenarioId: string, over: { readonly readId?: string } = {}) => {
  const known = new Set((await runsOf(scenarioId)).map((run) => run.id));
  const [dealId = ''] = await copyDeals('1', 1);
  await startByApi(scenarioId, { dealId, readId: dealId, ...over });
  const fresh = async () => (await runsOf(scenarioId)).find((run) => !known.has(run.id));
  const run = (await until('the run has begun', fresh, { isEnough: (one) => one !== undefined })) as RunView;
  return { id: run.id, dealId };
};
const stepOf = (run: RunDetailView, id: string) => run.steps.find((step) => step.node === id);
/** The run that a run has called: the latest of that scenario. Its id is made of the call and tells no time. */
const calledOf = async (scenarioId: string) => {
  const runs = [...(await runsOf(scenarioId))].sort((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt));
  return runs[0]?.id ?? '';
};

describe('a person commands a run', () => {
  it('that was refused: tries the step again, then closes the run as it is', async () => {
    await refuseDeals();
    const { id, dealId } = await start(marking);
    expect(stepOf(await runThatIs(id, 'needs-a-person'), 'mark')).toMatchObject({ status: 'faulted' });
    await healPortal();
    await command(id, { kind: 'retry-step', node: 'mark' });
    await runThatIs(id, 'waiting');
    await expect(command(id, { kind: 'close' })).rejects.toThrow(/400/);
    await command(id, { kind: 'close', reason: 'Договорились по телефону' });
    await runThatIs(id, 'closed-by-person');
    expect(await dealFields(dealId)).toMatchObject({ [STATUS]: 'в работе' });
    await expect(command(id, { kind: 'cancel' })).rejects.toThrow(/RUN_HAS_ENDED/);
  }, 120_000);

  it('that reads a deal which is not there: mends the data, then cancels, and the deal is as it was', async () => {
    const { id, dealId } = await start(marking, { readId: NO_DEAL });
    const parked = await runThatIs(id, 'needs-a-person');
    expect(parked.fault?.fault.code).toBe('DEAL_NOT_FOUND');
    await command(id, { kind: 'mend-and-go-on', node: 'read', data: { dealId } });
    expect(stepOf(await runThatIs(id, 'waiting'), 'read')).toMatchObject({ status: 'done' });
    await command(id, { kind: 'cancel' });
    expect(stepOf(await runThatIs(id, 'cancelled'), 'mark')).toMatchObject({ status: 'undone' });
    expect(await dealFields(dealId)).toMatchObject({ [STATUS]: '' });
  }, 120_000);

  it('that reads a deal which is not there: passes over the step, then undoes, in spite of a portal that refuses', async () => {
    const { id, dealId } = await start(marking, { readId: NO_DEAL });
    await runThatIs(id, 'needs-a-person');
    await command(id, { kind: 'skip-step', node: 'read' });
    expect(stepOf(await runThatIs(id, 'waiting'), 'read')).toMatchObject({ status: 'skipped' });
    await refuseDeals();
    await command(id, { kind: 'undo' });
    const stuck = await runThatIs(id, 'needs-a-person');
    expect(stepOf(stuck, 'mark')).toMatchObject({ status: 'undo-failed', undoFault: { kind: 'refused' } });
    await healPortal();
    await command(id, { kind: 'retry-step', node: 'mark' });
    await runThatIs(id, 'undone');
    expect(await dealFields(dealId)).toMatchObject({ [STATUS]: '' });
  }, 120_000);
});

describe('a person commands a run that has called another', () => {
  const bothWait = async () => {
    const { id, dealId } = await start(callingOpen);
    const marked = () => dealFields(dealId);
    await until('the called run has marked', marked, { isEnough: (fields) => fields[STATUS] !== '' });
    const child = await calledOf(marking);
    await runThatIs(child, 'waiting');
    return { id, dealId, child };
  };

  const startToTheEndOfTheCall = async () => {
    const run = await start(callingDone);
    await until('the caller waits by itself', () => detailOf(run.id), {
      isEnough: ({ waitingFor }) => waitingFor?.node === 'ask',
    });
    return run;
  };

  it('and it goes on: cancelling the one cancels the other first', async () => {
    const { id, dealId, child } = await bothWait();
    await command(id, { kind: 'cancel' });
    const [caller, called] = [await runThatIs(id, 'cancelled'), await runThatIs(child, 'cancelled')];
    expect(Date.parse(called.endedAt ?? '')).toBeLessThanOrEqual(Date.parse(caller.endedAt ?? ''));
    expect(await dealFields(dealId)).toMatchObject({ [STATUS]: '', [NUMBER]: '' });
  }, 120_000);

  it('and it cannot be undone: both need a person, and what is said to the one reaches the other', async () => {
    const { id, dealId, child } = await bothWait();
    await refuseDeals();
    await command(id, { kind: 'undo' });
    const stuck = await runThatIs(id, 'needs-a-person');
    expect(stepOf(stuck, 'call')?.undoFault).toMatchObject({
      code: 'CALLED_UNDO_FAILED',
      facts: { runId: child, node: 'mark' },
    });
    expect(stepOf(stuck, 'call')?.undoFault?.detail).toMatch(/вызванном запуске/i);
    await runThatIs(child, 'needs-a-person');
    await healPortal();
    await command(id, { kind: 'retry-step', node: 'call' });
    await runThatIs(id, 'undone');
    await runThatIs(child, 'undone');
    expect(await dealFields(dealId)).toMatchObject({ [STATUS]: '', [NUMBER]: '' });
  }, 120_000);

  it('and it goes on: closing the one closes the other, and nothing is undone', async () => {
    const { id, dealId, child } = await bothWait();
    await command(id, { kind: 'close', reason: 'Ведём вручную' });
    await runThatIs(id, 'closed-by-person');
    await runThatIs(child, 'closed-by-person');
    expect(await dealFields(dealId)).toMatchObject({ [STATUS]: 'в работе', [NUMBER]: 'в работе' });
  }, 120_000);

  it('and it is done: its effects are undone too, and the undo goes on where it stood', async () => {
    const { id, dealId } = await startToTheEndOfTheCall();
    const child = await calledOf(quick);
    await refuseDeals();
    await command(id, { kind: 'undo' });
    const stuck = await runThatIs(id, 'needs-a-person');
    expect(stepOf(stuck, 'call')?.undoFault?.facts).toMatchObject({ runId: child, node: 'mark' });
    await healPortal();
    await command(id, { kind: 'retry-step', node: 'call' });
    await runThatIs(id, 'undone');
    expect(stepOf(await runThatIs(child, 'done'), 'mark')).toMatchObject({ status: 'undone' });
    expect(await dealFields(dealId)).toMatchObject({ [STATUS]: '', [NUMBER]: '' });
  }, 120_000);

  it.each([
    ['goes on', async () => bothWait()],
    ['is done', async () => startToTheEndOfTheCall()],
  ])(
    'and it %s: the worker is killed in the middle of the undo, and all is undone all the same',
    async (_, begin) => {
      const { id, dealId } = await begin();
      const slow = { system: 'bitrix24', kind: 'latency', delayMs: 1500, match: { path: '/batch' }, times: 3 };
      armed.add((await sandbox<{ id: string }>('POST', 'faults', slow)).id);
      await command(id, { kind: 'cancel' });
      await runThatIs(id, 'undoing');
      process.kill(readStack().pids['Исполнитель']?.pid ?? 0, 'SIGKILL');
      await until('the run is cancelled', () => detailOf(id), {
        isEnough: (run) => run.status === 'cancelled',
        timeoutMs: 100_000,
      });
      expect(await dealFields(dealId)).toMatchObject({ [STATUS]: '', [NUMBER]: '' });
    },
    120_000,
  );
});
