import type { AnyManifest, JsonSchema, Manifest, Scenario } from '@potok/contracts';

type ScenarioNode = Scenario['nodes'][number];
type ScenarioEdge = Scenario['edges'][number];

const text = { type: 'string' } as const;
const object = (properties: Record<string, JsonSchema>, required = Object.keys(properties)): JsonSchema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

const described = (id: string, ...[input, output, ports]: [JsonSchema, JsonSchema, readonly string[]]) => ({
  id,
  version: 1,
  family: id.split('.')[0] ?? id,
  title: { ru: id, en: id },
  summary: { ru: id, en: id },
  synonyms: [],
  icon: '<svg/>',
  input,
  output,
  ports,
  examples: [],
});

const dealSchema = object(
  {
    id: text,
    title: text,
    amount: { type: 'string', format: 'decimal' },
    count: { type: 'integer' },
    isBig: { type: 'boolean' },
    buyer: object({ inn: text, kpp: text }, ['inn']),
    lines: { type: 'array', items: object({ name: text, price: { type: 'string', format: 'decimal' } }) },
    fields: { type: 'object', additionalProperties: true },
  },
  ['id', 'title', 'amount', 'count', 'isBig', 'buyer', 'lines', 'fields'],
);

const free: JsonSchema = { type: 'object', additionalProperties: true };

const nodes: readonly AnyManifest[] = [
  {
    ...described('trigger.manual', object({}), object({ deal: dealSchema, dealId: text }), ['done']),
    kind: 'trigger',
    trigger: 'manual',
    proof: { kind: 'none' },
  },
  {
    ...described('data.map', free, free, ['done']),
    kind: 'node',
    effect: 'reads',
    isUndoable: false,
  },
  {
    ...described('text.say', object({ text, times: { type: 'integer' } }, ['text']), object({ said: text }), ['done']),
    kind: 'node',
    effect: 'reads',
    isUndoable: false,
  },
  {
    ...described('crm.get-deal', object({ dealId: text }), dealSchema, ['done']),
    kind: 'node',
    effect: 'reads',
    isUndoable: false,
    gateway: 'crm',
  },
  {
    ...described('edo.send', object({ documentId: text }), object({ messageId: text }), ['done']),
    kind: 'node',
    effect: 'legal',
    isUndoable: false,
    gateway: 'operator',
  },
  {
    ...described('bad.undo', object({}), object({}), ['done']),
    kind: 'node',
    effect: 'undoable',
    isUndoable: false,
  },
  {
    ...described('flow.wait', object({ kind: text, duration: text }, ['kind']), object({}), ['done']),
    kind: 'wait',
    effect: 'reads',
  },
  {
    ...described('flow.await-callback', object({ days: { type: 'integer' }, note: text }, []), object({ body: free }), [
      'received',
      'deadline',
    ]),
    kind: 'wait',
    effect: 'reads',
    offers: object({ url: text }),
  },
];

export const aManifest: Manifest = { nodes };

/** `aNode('a', 'text.say', { text: 'x' })`: a node whose name is its id. */
export const aNode = (
  id: string,
  ...[type = 'data.map', params = {}, over = {}]: [string?, Record<string, unknown>?, Partial<ScenarioNode>?]
): ScenarioNode => ({ id, type, typeVersion: 1, name: id, params, position: { x: 0, y: 0 }, ...over });

/** `edges('t>a', 'a:error>b')`: edges in short; the port is `done` unless named. */
export const edges = (...list: readonly string[]): ScenarioEdge[] =>
  list.map((one, index) => {
    const [from = '', to = ''] = one.split('>');
    const [node = '', port = 'done'] = from.split(':');
    return { id: `e${index}`, from: { node, port }, to: { node: to } };
  });

export const trigger = (): ScenarioNode => aNode('t', 'trigger.manual');

export const aScenario = (over: Partial<Scenario> = {}): Scenario => ({
  schemaVersion: 1,
  name: 'Сценарий',
  slots: [],
  parameters: [],
  nodes: [trigger(), aNode('a')],
  edges: edges('t>a'),
  ...over,
});
