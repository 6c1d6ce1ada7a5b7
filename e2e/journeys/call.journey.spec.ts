import { expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Page, RunDetailView, RunView, Scenario, ScenarioView } from '@potok/contracts';
import { potok, until } from '../support/stack.js';

type Node = Scenario['nodes'][number];
const node = (id: string, type: string, params: Node['params']): Node => ({
  id,
  type,
  typeVersion: 1,
  name: id,
  params,
  position: { x: 0, y: 0 },
});
const trigger = node('start', 'trigger.api', {
  schema: { type: 'object', properties: { sum: { type: 'string' } }, required: ['sum'] },
});
const drawing = (name: string, second: Node): Scenario => ({
  schemaVersion: 1,
  name,
  slots: [],
  parameters: [],
  nodes: [trigger, second],
  edges: [{ id: 'e1', from: { node: 'start', port: 'done' }, to: { node: second.id } }],
});
const publish = async (draft: Scenario) => {
  const { id } = await potok<ScenarioView>('POST', 'scenarios', {
    body: { draft, binding: { slots: {}, parameters: {} } },
  });
  await potok('POST', `scenarios/${id}/publish`, { body: {} });
  return id;
};

it('calls another scenario, waits for its end and goes on', async () => {
  const called = await publish(
    drawing('Вызываемый', node('map', 'data.map', { output: { twice: { $cel: 'trigger.sum + trigger.sum' } } })),
  );
  const caller = await publish(
    drawing('Вызывающий', node('call', 'flow.call', { scenarioId: called, input: { sum: { $cel: 'trigger.sum' } } })),
  );
  await potok('POST', `scenarios/${caller}/api-runs`, {
    body: { data: { sum: '12' } },
    headers: { 'idempotency-key': randomUUID() },
  });
  const runsOf = async (scenarioId: string) =>
    (await potok<Page<RunView>>('GET', `runs?scenarioId=${scenarioId}`)).items;
  const [run] = await until('the caller is done', () => runsOf(caller), {
    isEnough: ([one]) => one?.status === 'done',
  });
  const [child] = await runsOf(called);
  expect(child).toMatchObject({ status: 'done', startedBy: 'call' });
  const detail = await potok<RunDetailView>('GET', `runs/${run?.id ?? ''}`);
  expect(detail.steps.map((step) => [step.node, step.status])).toEqual([['call', 'done']]);
}, 60_000);
