import { describe, expect, it } from '@jest/globals';
import { explainForField } from './explain-expression.js';
import { listWays } from './list-ways.js';
import { placeScope, type PlaceScope } from './place-scope.js';
import { previewValue } from './preview-value.js';
import { aManifest, aNode, aScenario, edges, trigger } from '../testing/drawing.js';

const text = { type: 'string' };
const amount = { type: 'string', format: 'decimal' };
const row = {
  type: 'object',
  properties: {
    name: text,
    price: amount,
    count: { type: 'integer' },
    code: text,
    unit: { type: 'object', properties: { title: text }, additionalProperties: false },
  },
  required: ['name', 'price', 'count'],
  additionalProperties: false,
};
const list = { type: 'array', items: row };
const schema = {
  type: 'object',
  properties: { lines: list, extra: list },
  required: ['lines'],
  additionalProperties: false,
};
const manifest = {
  nodes: aManifest.nodes.map((one) => (one.id === 'crm.get-deal' ? { ...one, output: schema } : one)),
};
const drawing = aScenario({
  nodes: [trigger(), aNode('deal', 'crm.get-deal', { dealId: '1' }), aNode('z', 'text.say', { text: 'x' })],
  edges: edges('t>deal', 'deal>z'),
});
const place: PlaceScope = placeScope(drawing, { manifest, graph: 'main', node: 'z' });
const lines = [
  { name: 'Стол', price: '10.10', count: 2, code: 'A', unit: { title: 'шт' } },
  { name: 'Стул', price: '2', count: 1 },
];
const data = (deal: object) => ({ steps: { deal }, now: new Date('2026-03-07T09:00:00Z') });
const made = (value: unknown, deal: object = { lines, extra: lines }) => {
  const result = previewValue(value, data(deal), text);
  return 'value' in result ? result.value : result.code;
};

describe('listWays', () => {
  it('are none for a field outside of a list', () => {
    expect(listWays(place, ['steps', 'deal', 'lines'])).toEqual([]);
    expect(listWays(place, ['trigger', 'dealId'])).toEqual([]);
  });

  it.each([
    ['name', ['first Стол', 'joined Стол, Стул', 'count 2']],
    ['price', ['first 10.10', 'joined 10.10, 2', 'sum 12.1', 'count 2']],
    ['count', ['first 2', 'joined 2, 1', 'sum 3', 'count 2']],
    ['code', ['first A', 'joined A', 'count 2']],
  ])('of %s give %j, in formulas that the compiler takes', (key, said) => {
    for (const name of ['lines', 'extra']) {
      const ways = listWays(place, ['steps', 'deal', name, '0', key]);
      expect(ways.map(({ way, cel, celText = cel }) => `${way} ${String(made({ $cel: celText }))}`)).toEqual(said);
      for (const { cel, celText = cel, schema: field } of ways.slice(1)) {
        expect(explainForField(cel, place, { field })).not.toHaveProperty('error');
        expect(explainForField(celText, place, { field: text })).not.toHaveProperty('error');
      }
    }
  });

  it('skip rows without the field, and are nothing over a list that is absent', () => {
    const [, joined] = listWays(place, ['steps', 'deal', 'extra', '0', 'unit', 'title']);
    expect(joined?.cel).toContain('filter');
    expect(made({ $cel: joined?.cel })).toBe('шт');
    expect(made({ $cel: joined?.cel }, { lines })).toBe('');
  });

  it.each([
    ['name', ['Стол', 'Стол, Стул', '2']],
    ['price', ['10.10', '10.10, 2', '12.1', '2']],
  ])('say the same of %s in templates: %j', (key, said) => {
    const ways = listWays(place, ['steps', 'deal', 'lines', '0', key]);
    expect(ways.map(({ tpl }) => made({ $tpl: tpl }))).toEqual(said);
    const ofExtra = listWays(place, ['steps', 'deal', 'extra', '0', key]);
    expect(ofExtra.map(({ tpl }) => made({ $tpl: tpl }))).toEqual(said);
    expect(ofExtra.map(({ tpl }) => made({ $tpl: tpl }, { lines }))).toEqual(said.map(() => ''));
  });

  it('offer of a row itself the first and the number', () =>
    expect(listWays(place, ['steps', 'deal', 'lines', '0']).map(({ way }) => way)).toEqual(['first', 'count']));
});
