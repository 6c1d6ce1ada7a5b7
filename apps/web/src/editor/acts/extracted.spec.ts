import type { Scenario, ScenarioNode } from '@potok/contracts';
import { compileScenario } from '@potok/scenario';
import { describe, expect, it } from '@jest/globals';
import { type History, newHistory, perform } from '../document/history.js';
import { aDocument, aKit, aTemplate, theManifest } from '../testing/an-editor.js';
import { carriedBinding, extracted } from './extracted.js';

const CHILD = '0190a000-0000-7000-8000-000000000001';
const manifest = theManifest();
const template = aTemplate('deal-to-upd');
const TAIL = ['send', 'answer', 'post', 'done', 'rejected', 'clarify', 'annulled', 'late'];

const of = (scenario: Scenario, nodes: readonly string[], graph = 'main') =>
  extracted(scenario, { graph, nodes: new Set(nodes) }, aKit());

const aNode = (id: string, type: string, params: Record<string, unknown> = {}): ScenarioNode => ({
  id,
  type,
  typeVersion: 1,
  name: id.toUpperCase(),
  params,
  position: { x: 0, y: 0 },
});

/** `aDrawing([...], ['t:done>a'])` */
const aDrawing = (
  nodes: readonly ScenarioNode[],
  wires: readonly string[],
  over: Partial<Scenario> = {},
): Scenario => ({
  schemaVersion: 1,
  name: 'Схема',
  slots: [],
  parameters: [],
  nodes: [...nodes],
  edges: wires.map((wire, index) => {
    const [, node = '', port = '', to = ''] = /^(\w+):(\w+)>(\w+)$/.exec(wire) ?? [];
    return { id: `e${index}`, from: { node, port }, to: { node: to } };
  }),
  ...over,
});

const start = aNode('t', 'trigger.manual');
const map = (id: string, cel?: string) =>
  aNode(id, 'data.map', { fields: cel === undefined ? {} : { x: { $cel: cel } } });

describe('extracted', () => {
  it('makes of the tail of a template a scenario that compiles, and a call that fits it', () => {
    const { scenario, call, fault } = of(template, TAIL);
    expect(fault).toBeUndefined();
    const child = compileScenario(scenario('ru'), { manifest });
    expect(child.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(Object.keys(call.params.input as object).sort()).toEqual(['deal', 'trigger', 'upd']);

    const made = { ...call, params: { ...call.params, scenarioId: CHILD } };
    const before: History = newHistory(aDocument(template));
    const after = perform(before, { kind: 'extract', graph: 'main', nodes: TAIL, call: made }, { kit: aKit(), at: 0 });
    const { hash, plan } = child;
    if (hash === undefined || plan === undefined) throw new Error('not compiled');
    const parent = compileScenario(after.document.scenario, { manifest, callPlans: { [CHILD]: { hash, plan } } });
    expect(parent.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('begins with a call that asks for what the steps use, by the words of the steps', () => {
    const { nodes, edges } = of(template, TAIL).scenario('en');
    const [begins] = nodes;
    expect(begins).toMatchObject({ type: 'trigger.api', name: 'API call' });
    const { properties } = begins?.params.schema as { properties: Record<string, { title: string }> };
    expect(properties.deal?.title).toBe(template.nodes.find(({ id }) => id === 'deal')?.name);
    expect(edges[0]).toMatchObject({ from: { node: begins?.id, port: 'done' }, to: { node: 'send' } });
  });

  it('hands on nothing of a step that may not have run as if it had', () => {
    const drawn = aDrawing(
      [
        start,
        aNode('d', 'flow.decide', { branches: [{ port: 'yes', when: true }] }),
        map('a'),
        map('b', 'def(steps.a.x, 1)'),
      ],
      ['t:done>d', 'd:yes>a', 'd:otherwise>b', 'a:done>b'],
    );
    const { call, scenario } = of(drawn, ['b']);
    expect(call.params.input).toEqual({ a: { $cel: 'def(steps.a, {})' } });
    expect(scenario('ru').nodes[0]?.params.schema).toMatchObject({ required: [] });
    expect(scenario('ru').nodes[1]?.params).toEqual({ fields: { x: { $cel: 'def(trigger.a.x, 1)' } } });
  });

  it('takes the slots and parameters that the steps use, with what fills them', () => {
    const own = of(template, TAIL).scenario('ru');
    const binding = {
      slots: Object.fromEntries(template.slots.map(({ id }) => [id, CHILD])),
      parameters: Object.fromEntries(template.parameters.map(({ id }) => [id, 'x'])),
    };
    expect(Object.keys(carriedBinding(own, binding).slots).sort()).toEqual(own.slots.map(({ id }) => id).sort());
    expect(Object.keys(carriedBinding(own, binding).parameters)).toHaveLength(own.parameters.length);
    expect(own.parameters.length).toBeLessThan(template.parameters.length);
  });

  it('carries whole groups and the notes that lie within', () => {
    const note = { id: 'n', text: 'О шаге', position: { x: 10, y: 10 }, width: 20, height: 20 };
    const far = { ...note, id: 'f', position: { x: 900, y: 900 } };
    const group = { id: 'g', title: 'Счёт', nodes: ['a'] };
    const drawn = aDrawing([start, map('a')], ['t:done>a'], { notes: [note, far], groups: [group] });
    expect(of(drawn, ['a']).scenario('ru')).toMatchObject({ name: 'Счёт', notes: [note], groups: [group] });
  });

  const each = aNode('l', 'flow.for-each', { items: [1] });
  it.each([
    ['nothing is chosen', aDrawing([start], []), [], 'nothing', []],
    ['a trigger is among them', aDrawing([start, map('a')], ['t:done>a']), ['t', 'a'], 'trigger', ['T']],
    [
      'they begin in two places',
      aDrawing([start, map('a'), map('b')], ['t:done>a', 't:done>b']),
      ['a', 'b'],
      'entries',
      ['A', 'B'],
    ],
    [
      'they lead to two places',
      aDrawing(
        [start, aNode('d', 'flow.decide', { branches: [{ port: 'yes', when: true }] }), map('a'), map('b')],
        ['t:done>d', 'd:yes>a', 'd:otherwise>b'],
      ),
      ['d'],
      'exits',
      ['A', 'B'],
    ],
    [
      'one way ends among them and another leads on',
      aDrawing(
        [start, aNode('d', 'flow.decide', { branches: [{ port: 'yes', when: true }] }), map('a')],
        ['t:done>d', 'd:yes>a'],
      ),
      ['d'],
      'ends',
      ['D'],
    ],
    [
      'what stays uses their data',
      aDrawing([start, map('a'), map('b', 'steps.a.x')], ['t:done>a', 'a:done>b']),
      ['a'],
      'used',
      ['B'],
    ],
    [
      'a path undoes one of them',
      aDrawing([start, map('a')], ['t:done>a'], {
        paths: [{ id: 'p', kind: 'annul', ofNode: 'a', title: 'П', nodes: [], edges: [] }],
      }),
      ['a'],
      'path',
      ['A'],
    ],
    [
      'they use the item of a loop that stays',
      aDrawing([start, each, map('a', 'item')], ['t:done>l', 'l:item>a']),
      ['a'],
      'item',
      ['A'],
    ],
  ])('says so when %s', (_what, drawn, nodes, kind, names) => {
    expect(of(drawn, nodes).fault).toEqual({ kind, names });
  });

  it('takes a loop with its body', () => {
    const drawn = aDrawing([start, each, map('a', 'item'), map('b')], ['t:done>l', 'l:item>a', 'l:done>b']);
    expect(of(drawn, ['l', 'a']).fault).toBeUndefined();
  });
});
