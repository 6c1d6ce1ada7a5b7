import { randomUUID } from 'node:crypto';
import type { Page, RunView, Scenario, ScenarioView } from '@potok/contracts';
import { potok } from './stack.js';

type Node = Scenario['nodes'][number];
export const node = (id: string, type: string, over: Partial<Node> = {}): Node => ({
  id,
  type,
  typeVersion: 1,
  name: id,
  params: {},
  position: { x: 0, y: 0 },
  ...over,
});

/** A trigger of the API whose data is these texts. */
export const apiTrigger = (fields: readonly string[]): Node =>
  node('start', 'trigger.api', {
    params: {
      schema: {
        type: 'object',
        properties: Object.fromEntries(fields.map((field) => [field, { type: 'string' }])),
        required: [...fields],
      },
    },
  });

/** Nodes one after another, each left by the port that stands beside it. */
export const line = (name: string, nodes: readonly (readonly [Node, string])[]): Scenario => ({
  schemaVersion: 1,
  name,
  slots: [],
  parameters: [],
  nodes: nodes.map(([one]) => one),
  edges: nodes.slice(1).flatMap(([to], at) => {
    const [from, port] = nodes[at] ?? [];
    return from === undefined || port === undefined
      ? []
      : [{ id: `e${at}`, from: { node: from.id, port }, to: { node: to.id } }];
  }),
});

export const publish = async (draft: Scenario, slots: Readonly<Record<string, string>> = {}): Promise<string> => {
  const { id } = await potok<ScenarioView>('POST', 'scenarios', {
    body: { draft, binding: { slots, parameters: {} } },
  });
  await potok('POST', `scenarios/${id}/publish`, { body: {} });
  return id;
};

export const startByApi = (scenarioId: string, data: Readonly<Record<string, string>>): Promise<unknown> =>
  potok('POST', `scenarios/${scenarioId}/api-runs`, {
    body: { data },
    headers: { 'idempotency-key': randomUUID() },
  });

export const runsOf = async (scenarioId: string): Promise<readonly RunView[]> =>
  (await potok<Page<RunView>>('GET', `runs?scenarioId=${scenarioId}`)).items;
