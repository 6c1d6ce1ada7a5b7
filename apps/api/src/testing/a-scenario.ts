import type { Scenario } from '@potok/contracts';

type Node = Scenario['nodes'][number];

const node = (id: string, type: string, over: Partial<Node> = {}): Node => ({
  id,
  type,
  typeVersion: 1,
  name: id,
  params: {},
  position: { x: 0, y: 0 },
  ...over,
});

/** A trigger and a stop: the smallest drawing that can be published. */
export const aScenario = (trigger: Partial<Node> & { type: string }, over: Partial<Scenario> = {}): Scenario => ({
  schemaVersion: 1,
  name: 'Сценарий',
  slots: [],
  parameters: [],
  nodes: [node('start', trigger.type, trigger), node('end', 'flow.stop')],
  edges: [{ id: 'e1', from: { node: 'start', port: 'done' }, to: { node: 'end' } }],
  ...over,
});

export const byHand = { type: 'trigger.manual' };
export const byWebhook = (proof: object = { kind: 'none' }, more: object = {}) => ({
  type: 'trigger.webhook',
  params: { proof, ...more },
});
