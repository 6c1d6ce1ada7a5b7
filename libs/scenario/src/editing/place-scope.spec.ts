import { describe, expect, it } from '@jest/globals';
import type { Scenario } from '@potok/contracts';
import { aManifest, aNode, aScenario, edges, trigger } from '../testing/drawing.js';
import { explainExpression } from './explain-expression.js';
import { fieldPath } from './field-path.js';
import { describedThings } from './offered-schema.js';
import { placeScope } from './place-scope.js';

const at = (node: string, over: Partial<Scenario> = {}, graph = 'main') =>
  placeScope(aScenario(over), { manifest: aManifest, graph, node });
const seen = (node: string, over: Partial<Scenario> = {}, graph = 'main') =>
  at(node, over, graph).steps.map(({ node: id, isSure }) => (isSure ? id : `${id}?`));

const say = (id: string) => aNode(id, 'text.say', { text: 'x' });

describe('placeScope', () => {
  it('gives earlier steps in walking order, those of one branch as unsure', () => {
    const nodes = [
      trigger(),
      say('first'),
      aNode('choice', 'flow.decide', { branches: [{ port: 'big', when: true }] }),
      say('ifBig'),
      say('last'),
    ];
    const drawn = {
      nodes,
      edges: edges('t>first', 'first>choice', 'choice:big>ifBig', 'ifBig>last', 'choice:otherwise>last'),
    };
    expect(seen('last', drawn)).toEqual(['first', 'choice', 'ifBig?']);
    expect(seen('ifBig', drawn)).toEqual(['first', 'choice']);
    expect(at('last', drawn).trigger).toMatchObject({ node: 't', type: 'trigger.manual' });
    expect(Object.keys(at('last', drawn).roots)).toEqual(['trigger', 'steps', 'params', 'run', 'waits']);
  });

  it('names the item of a for-each by the list that it walks, also a filtered one', () => {
    const items = { $cel: 'trigger.deal.lines.filter(l, l.name != "")' };
    const nodes = [trigger(), aNode('each', 'flow.for-each', { items }), say('body'), say('after')];
    const drawn = { nodes, edges: edges('t>each', 'each:item>body', 'each:done>after') };
    expect(at('body', drawn).roots.item).toMatchObject({ properties: { price: { format: 'decimal' } } });
    expect(seen('body', drawn)).toEqual([]);
    expect(seen('after', drawn)).toEqual(['each']);
    expect(at('after', drawn).roots.item).toBeUndefined();
  });

  it('shows a path the steps of the main graph', () => {
    const main = {
      nodes: [trigger(), say('before'), say('send'), say('later')],
      edges: edges('t>before', 'before>send', 'send>later'),
    };
    const path = {
      id: 'undo',
      kind: 'annul' as const,
      ofNode: 'send',
      title: 'Отмена',
      nodes: [say('p'), say('q')],
      edges: edges('p>q'),
    };
    expect(seen('q', { ...main, paths: [path] }, 'undo')).toEqual(['before', 'send', 'later?', 'p']);
  });

  it('offers the waits ahead, whose address a step hands out', () => {
    const nodes = [trigger(), say('a'), aNode('w', 'flow.await-callback', { days: 1 }), say('z')];
    const drawn = { nodes, edges: edges('t>a', 'a>w', 'w:received>z') };
    expect(at('a', drawn).waits.map(({ node }) => node)).toEqual(['w']);
    expect(explainExpression('waits.w.url', at('a', drawn))).toEqual({ type: 'string' });
  });

  it('lets a trigger see the parameters only', () => {
    const parameters = [{ id: 'stage', title: 'Стадия', schema: { type: 'string' } }];
    expect(Object.keys(at('t', { parameters }).roots)).toEqual(['params']);
  });

  it('gives what can be given of a half-drawn scenario', () => {
    const free = { nodes: [trigger(), say('a'), say('b'), say('c')], edges: edges('b>c') };
    expect(seen('c', free)).toEqual(['b']);
    expect(seen('b', free)).toEqual([]);
    expect(at('b', free).trigger?.node).toBe('t');
    const noTrigger = { nodes: [say('a'), say('b')], edges: edges('a>b') };
    expect(at('b', noTrigger)).toMatchObject({ steps: [{ node: 'a', isSure: true }] });
    const cycle = { nodes: [say('a'), say('b')], edges: edges('a>b', 'b>a') };
    expect(seen('b', cycle)).toEqual(['a?']);
    const unknown = { nodes: [trigger(), aNode('u', 'gone.away'), say('b')], edges: edges('t>u', 'u>b') };
    expect(seen('b', unknown)).toEqual([]);
    expect(at('u', unknown).input).toBeUndefined();
    expect(at('nobody').roots).toHaveProperty('params');
  });

  it('offers of an open output what the drawing says of it', () => {
    const manifest = {
      nodes: aManifest.nodes.map((one) =>
        one.id === 'data.map'
          ? { ...one, output: { ...one.output, ui: { schemaFrom: '/schema', valueFrom: '/output' } } }
          : one,
      ),
    };
    const schema = { type: 'object', properties: { total: { type: 'string' } } };
    const output = {
      number: { $tpl: 'N{{trigger.dealId}}' },
      count: 3,
      rows: { $each: 'trigger.deal.lines', do: { a: 1 } },
    };
    const nodes = [trigger(), aNode('m', 'data.map', { output }), aNode('s', 'data.map', { output, schema }), say('z')];
    const place = placeScope(aScenario({ nodes, edges: edges('t>m', 'm>s', 's>z') }), {
      manifest,
      graph: 'main',
      node: 'z',
    });
    expect(place.steps[0]?.schema).toMatchObject({
      properties: {
        number: { type: 'string' },
        count: { type: 'integer' },
        rows: { type: 'array', items: { type: 'object' } },
      },
    });
    expect(place.steps[1]?.schema).toEqual(schema);
  });

  it('offers of own fields what the account says, and what it has not said too', () => {
    const fields = { type: 'object', additionalProperties: {}, ui: { describe: 'deal' } };
    const output = { type: 'object', properties: { fields }, required: ['fields'] };
    const manifest = {
      nodes: aManifest.nodes.map((one) => (one.id === 'crm.get-deal' ? { ...one, output } : one)),
    };
    const deal = aNode('d', 'crm.get-deal', { dealId: '7' });
    const drawing = aScenario({ nodes: [trigger(), deal, say('z')], edges: edges('t>d', 'd>z') });
    const UF_CRM_DAY = { type: 'string', format: 'date', title: 'День отгрузки' };
    const place = placeScope(drawing, {
      manifest,
      graph: 'main',
      node: 'z',
      ownFields: ({ id }, thing) => (id === 'd' && thing === 'deal' ? { properties: { UF_CRM_DAY } } : undefined),
    });
    expect(place.steps[0]?.schema).toEqual({
      ...output,
      properties: { fields: { ...fields, properties: { UF_CRM_DAY } } },
    });
    expect(fieldPath(place, ['steps', 'd', 'fields', 'UF_CRM_DAY'])).toMatchObject({ schema: UF_CRM_DAY });
    expect(describedThings(output)).toEqual(['deal']);
  });
});
