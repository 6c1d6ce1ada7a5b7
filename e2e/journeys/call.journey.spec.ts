import { expect, it } from '@jest/globals';
import type { RunDetailView } from '@potok/contracts';
import { apiTrigger, line, node, publish, runsOf, startByApi } from '../support/drawing.js';
import { potok, until } from '../support/stack.js';

const trigger = [apiTrigger(['sum']), 'done'] as const;

it('calls another scenario, waits for its end and goes on', async () => {
  const twice = node('map', 'data.map', { params: { output: { twice: { $cel: 'trigger.sum + trigger.sum' } } } });
  const called = await publish(line('Вызываемый', [trigger, [twice, 'done']]));
  const params = { scenarioId: called, input: { sum: { $cel: 'trigger.sum' } } };
  const caller = await publish(line('Вызывающий', [trigger, [node('call', 'flow.call', { params }), 'done']]));
  await startByApi(caller, { sum: '12' });
  const [run] = await until('the caller is done', () => runsOf(caller), {
    isEnough: ([one]) => one?.status === 'done',
  });
  const [child] = await runsOf(called);
  expect(child).toMatchObject({ status: 'done', startedBy: 'call' });
  const detail = await potok<RunDetailView>('GET', `runs/${run?.id ?? ''}`);
  expect(detail.steps.map((step) => [step.node, step.status])).toEqual([['call', 'done']]);
}, 120_000);
