import { describe, expect, it } from '@jest/globals';
import { compileScenario } from '../plan/compile-scenario.js';
import { aManifest, aNode, aScenario, edges, trigger } from '../testing/drawing.js';
import { explainExpression, explainForField, expressionChips, namesInEach } from './explain-expression.js';
import { fieldPath } from './field-path.js';
import { placeScope } from './place-scope.js';
import { previewValue } from './preview-value.js';

const decide = aNode('choice', 'flow.decide', { branches: [{ port: 'big', when: true }] });
const say = (id: string, text: unknown = 'x') => aNode(id, 'text.say', { text });
const nodesWith = (text: unknown) => [trigger(), decide, say('maybe'), say('z', text)];
const drawn = (text: unknown) =>
  aScenario({ nodes: nodesWith(text), edges: edges('t>choice', 'choice:big>maybe', 'maybe>z', 'choice:otherwise>z') });
const place = placeScope(drawn('x'), { manifest: aManifest, graph: 'main', node: 'z' });
const now = new Date('2026-03-07T09:00:00Z');

describe('explainExpression', () => {
  it('gives the type, or the error with its place in the text', () => {
    expect(explainExpression('trigger.deal.count + 1', place)).toEqual({ type: 'int' });
    expect(explainExpression('trigger.deal.titel', place)).toMatchObject({
      error: { code: 'KEY_MISSING', range: { start: 13, end: 18 } },
    });
    expect(explainExpression('trigger.', place)).toMatchObject({ error: { code: 'CEL_SYNTAX' } });
    expect(explainExpression('item.name', place)).toMatchObject({ error: { code: 'CEL_NAME_UNKNOWN' } });
  });

  it('knows the names of a $each and what a field takes', () => {
    const names = namesInEach('trigger.deal.lines', 'line', place.roots);
    expect(explainExpression('line.price', place, names)).toEqual({ type: 'string' });
    expect(explainExpression('lineIndex + 1', place, names)).toEqual({ type: 'int' });
    expect(explainForField('trigger.deal.count', place, { field: { type: 'boolean' } })).toMatchObject({
      error: { code: 'RESULT_TYPE_WRONG', facts: { got: 'int', wanted: 'boolean' } },
    });
  });
});

describe('expressionChips', () => {
  it.each([
    ['steps.deal.?buyer["ИНН"]', ['steps', 'deal', '?buyer', 'ИНН']],
    ['trigger.lines[?0].name', ['trigger', 'lines', '?#0', 'name']],
    ['trigger', ['trigger']],
    ['a + b', undefined],
    ['size(a)', undefined],
    ['a.', undefined],
  ])('%s → %j', (text, chips) => {
    const said = expressionChips(text)?.map(
      ({ key, isIndex, isOptional }) => `${isOptional ? '?' : ''}${isIndex ? '#' : ''}${key}`,
    );
    expect(said).toEqual(chips);
  });
});

describe('fieldPath', () => {
  it.each([
    [['trigger', 'deal', 'title'], 'trigger.deal.title'],
    [['trigger', 'deal', 'buyer', 'kpp'], 'trigger.deal.buyer.?kpp'],
    [['trigger', 'deal', 'fields', 'Поле'], 'trigger.deal.fields[?"Поле"]'],
    [['trigger', 'deal', 'lines', '0', 'name'], 'trigger.deal.lines[?0].name'],
    [['steps', 'maybe', 'said'], 'steps.?maybe.said'],
  ])('writes %j so that the compiler takes it', (keys, cel) => {
    const path = fieldPath(place, keys);
    expect(path.cel).toBe(cel);
    for (const text of [{ $cel: path.cel }, { $tpl: `{{${path.tpl}}}` }]) {
      expect(compileScenario(drawn(text), { manifest: aManifest }).findings).toEqual([]);
    }
  });

  it('runs over data with and without the field', () => {
    const { cel, tpl } = fieldPath(place, ['trigger', 'deal', 'buyer', 'kpp']);
    const full = { trigger: { deal: { buyer: { kpp: '770101001' } } }, now };
    const empty = { trigger: { deal: { buyer: {} } }, now };
    expect(previewValue({ $cel: cel }, full)).toEqual({ value: '770101001' });
    expect(previewValue({ $cel: cel }, empty)).toEqual({ value: undefined });
    expect(previewValue({ $tpl: `[{{${tpl}}}]` }, empty)).toEqual({ value: '[]' });
    const first = fieldPath(place, ['trigger', 'deal', 'lines', '0', 'name']).cel;
    expect(previewValue({ $cel: first }, { trigger: { deal: { lines: [] } }, now })).toEqual({ value: undefined });
    expect(previewValue({ $cel: fieldPath(place, ['steps', 'maybe', 'said']).cel }, { steps: {}, now })).toEqual({
      value: undefined,
    });
  });
});

describe('previewValue', () => {
  it('works out one value, with names of its own', () => {
    expect(previewValue({ $cel: 'dec(line.price) * 2' }, { names: { line: { price: '1.50' } }, now })).toEqual({
      value: '3',
    });
    expect(previewValue([{ $tpl: '{{trigger.a}}' }], { trigger: { a: 'x' }, now })).toEqual({ value: ['x'] });
  });

  it('says by a code why there is no value', () => {
    expect(previewValue({ $cel: 'trigger.deal' }, { trigger: {}, now })).toMatchObject({ code: 'KEY_MISSING' });
    expect(previewValue({ $cel: 'trigger.' }, { now })).toMatchObject({ code: 'CEL_SYNTAX' });
  });
});
