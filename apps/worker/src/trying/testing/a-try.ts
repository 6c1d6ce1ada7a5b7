import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest, SampleData, Scenario, TemplateCard, TryWork } from '@potok/contracts';
import { NodeFault } from '@potok/contracts';
import { compilePart, type Part } from '@potok/scenario';
import { fakeHttp, NOW } from '@potok/node-sdk/testing';
import { findNode } from '../../registry.js';
import { CallListeners } from '../../segments/call-listeners.js';
import type { TryParts } from '../try-draft.js';

const root = join(import.meta.dirname, '../../../../..');
const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));

export const manifest = read('nodes/manifest.json') as Manifest;
export const templateOf = (name: string): Scenario => read(`templates/${name}/scenario.json`) as Scenario;

/** The data that a template is tried over. */
export const sampleOf = (name: string): SampleData => {
  const { trigger, steps, ports = {} } = (read(`templates/${name}/template.json`) as TemplateCard).example;
  const said = Object.entries(steps).map(([id, output]) => [
    id,
    Object.hasOwn(ports, id) ? { $port: ports[id], ...(output as object) } : output,
  ]);
  return { trigger, steps: Object.fromEntries(said) as SampleData['steps'] };
};

type Node = Scenario['nodes'][number];

export const aNode = (id: string, type: string, over: Partial<Node> = {}): Node => ({
  id,
  type,
  typeVersion: 1,
  name: id,
  params: {},
  position: { x: 0, y: 0 },
  ...over,
});

/** A drawing with the trigger `start`; edges as `from.port to`. */
export const aDrawing = (nodes: readonly Node[], edges: readonly string[]): Scenario => ({
  schemaVersion: 1,
  name: 'Проба',
  slots: [],
  parameters: [],
  nodes: [aNode('start', 'trigger.manual'), ...nodes],
  edges: edges.map((line, at) => {
    const [from = '', to = ''] = line.split(' ');
    const [node = '', port = 'done'] = from.split('.');
    return { id: `e${at}`, from: { node, port }, to: { node: to } };
  }),
});

/** What the API makes of an order. */
export const workFor = (draft: Scenario, over: Partial<TryWork> & Partial<Part> = {}): TryWork => {
  const { graph = 'main', only, upTo, ...rest } = over;
  const { plan, findings } = compilePart(draft, { graph, only, upTo }, { manifest });
  if (plan === undefined) throw new Error(JSON.stringify(findings));
  const examples = Object.values(plan.steps.nodes).map(({ id, type }) => {
    const found = manifest.nodes.find((one) => one.id === type);
    return [id, (found?.examples ?? []).flatMap(({ output }) => (output === undefined ? [] : [output]))];
  });
  return {
    plan,
    binding: { slots: {}, parameters: {} },
    data: { trigger: {}, steps: {} },
    pinned: [],
    ports: {},
    examples: Object.fromEntries(examples) as TryWork['examples'],
    offers: {},
    ...(only === undefined ? {} : { only }),
    ...(upTo === undefined ? {} : { upTo }),
    ...rest,
  };
};

/** A workspace with nothing in it. `clients`: by the id of their connection. */
export const someParts = (clients: Readonly<Record<string, unknown>> = {}, over: Partial<TryParts> = {}): TryParts => ({
  find: findNode,
  open: async (_workspaceId, id) => clients[id],
  organizations: { list: async () => [] },
  stored: () => {
    const absent = async () => {
      throw new NodeFault('invalid', 'DOCUMENT_NOT_FOUND');
    };
    return { documents: { get: absent, readTitle: absent }, blobs: { read: absent } };
  },
  http: fakeHttp(() => ({ status: 200 })),
  listeners: new CallListeners(),
  now: () => NOW,
  ...over,
});
