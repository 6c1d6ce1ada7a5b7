import { describe, expect, it } from '@jest/globals';
import { compileScenario } from '../plan/compile-scenario.js';
import { aManifest, aNode, aScenario, edges, trigger } from '../testing/drawing.js';
import { plainPath, type Rule, readRules, writeRules } from './condition-rules.js';
import { previewValue } from './preview-value.js';

const aRule = (over: Partial<Rule>): Rule => ({
  path: 'trigger.deal.title',
  isOptional: false,
  kind: 'text',
  operator: 'eq',
  value: 'x',
  ...over,
});
const findingsOf = (when: string) => {
  const choice = aNode('c', 'flow.decide', { branches: [{ port: 'yes', when: { $cel: when } }] });
  const nodes = [trigger(), choice, aNode('a'), aNode('b')];
  const drawn = aScenario({ nodes, edges: edges('t>c', 'c:yes>a', 'c:otherwise>b') });
  return compileScenario(drawn, { manifest: aManifest }).findings.map(({ code }) => code);
};

const kpp = { path: 'trigger.deal.buyer.kpp', isOptional: true };
const amount = { path: 'trigger.deal.amount', kind: 'decimal' as const, value: '100000.50' };

describe('rules of a condition', () => {
  it.each([
    ['trigger.deal.title == "x"', aRule({})],
    ['trigger.deal.title != "a \\"b\\""', aRule({ operator: 'ne', value: 'a "b"' })],
    ['def(trigger.deal.buyer.kpp, "") == "x"', aRule(kpp)],
    ['dec(trigger.deal.amount) >= dec("100000.50")', aRule({ ...amount, operator: 'ge' })],
    ['trigger.deal.count < 5', aRule({ path: 'trigger.deal.count', kind: 'integer', operator: 'lt', value: '5' })],
    ['trigger.deal.count > -5', aRule({ path: 'trigger.deal.count', kind: 'integer', operator: 'gt', value: '-5' })],
    ['trigger.deal.isBig', aRule({ path: 'trigger.deal.isBig', kind: 'boolean', operator: 'isTrue', value: '' })],
    ['!trigger.deal.isBig', aRule({ path: 'trigger.deal.isBig', kind: 'boolean', operator: 'isFalse', value: '' })],
    ['trigger.deal.title.contains("x")', aRule({ operator: 'contains' })],
    ['def(trigger.deal.buyer.kpp, "").startsWith("x")', aRule({ ...kpp, operator: 'startsWith' })],
    ['def(trigger.deal.buyer.kpp, null) != null', aRule({ ...kpp, operator: 'has', value: '' })],
    ['def(trigger.deal.buyer.kpp, null) == null', aRule({ ...kpp, operator: 'hasNot', value: '' })],
    ['trigger.deal.fields["Поле"] == "x"', aRule({ path: 'trigger.deal.fields["Поле"]' })],
  ])('reads and writes %s, which the compiler takes', (text, rule) => {
    expect(readRules(text)).toEqual({ join: 'and', rules: [rule] });
    expect(writeRules({ join: 'and', rules: [rule] })).toBe(text);
    expect(findingsOf(text)).toEqual([]);
  });

  it.each(['and', 'or'] as const)('joins rows by %s', (join) => {
    const rules = [aRule({}), aRule({ operator: 'ne', value: 'y' }), aRule({ operator: 'contains', value: 'z' })];
    expect(readRules(writeRules({ join, rules }))).toEqual({ join, rules });
  });

  it.each([
    'a == "x" && b == "y" || c == "z"',
    'size(a) > 1',
    'a == b',
    'def(a, "other") == "x"',
    'a.?b == "x"',
    'a ==',
  ])('leaves %s to the formula', (text) => expect(readRules(text)).toBeUndefined());

  it('counts an absent field as empty', () => {
    const data = { trigger: { deal: { buyer: {} } }, now: new Date() };
    const said = (over: Partial<Rule>) =>
      previewValue({ $cel: writeRules({ join: 'and', rules: [aRule({ ...kpp, ...over })] }) }, data);
    expect(said({})).toEqual({ value: false });
    expect(said({ operator: 'hasNot' })).toEqual({ value: true });
    expect(said({ kind: 'decimal', operator: 'lt', value: '1' })).toEqual({ value: true });
  });

  it('keeps what is no number yet', () => {
    const rule = aRule({ path: 'trigger.deal.count', kind: 'integer', value: '12a' });
    expect(writeRules({ join: 'and', rules: [rule] })).toBe('trigger.deal.count == "12a"');
  });

  it('takes the marks of absence off a path', () => {
    expect(plainPath('steps.?deal.lines[?0].?name')).toBe('steps.deal.lines[0].name');
    expect(plainPath('a + b')).toBeUndefined();
  });
});
