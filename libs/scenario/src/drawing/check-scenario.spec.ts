import { describe, expect, it } from '@jest/globals';
import { withSentence } from '../describe-finding.js';
import { aNode, aScenario, trigger } from '../testing/drawing.js';
import { checkScenario } from './check-scenario.js';
import { scenarioSchema } from './scenario-schema.js';
import { upgradeScenario } from './upgrade-scenario.js';

describe('checkScenario', () => {
  it('hands a right drawing back', () => {
    const scenario = aScenario();
    expect(checkScenario(scenario)).toEqual({ scenario, findings: [] });
  });

  it.each([
    [{ ...aScenario(), more: 1 }, 'SCENARIO_FIELD_UNKNOWN', '/more'],
    [{ ...aScenario(), name: undefined }, 'SCENARIO_FIELD_MISSING', '/name'],
    [{ ...aScenario(), name: '' }, 'SCENARIO_FIELD_WRONG', '/name'],
    [
      { ...aScenario(), nodes: [trigger(), { ...aNode('a'), colour: 'red' }] },
      'SCENARIO_FIELD_UNKNOWN',
      '/nodes/1/colour',
    ],
    [{ ...aScenario(), nodes: [aNode('не латиница')] }, 'SCENARIO_FIELD_WRONG', '/nodes/0/id'],
    [null, 'SCENARIO_FIELD_WRONG', ''],
    ['текст', 'SCENARIO_FIELD_WRONG', ''],
  ])('names what is wrong', (json, code, field) => {
    const { scenario, findings } = checkScenario(json);
    expect(scenario).toBeUndefined();
    expect(findings).toContainEqual(expect.objectContaining({ code, field }));
  });

  it('says the broken rule in Russian too', () => {
    const [finding] = checkScenario({ ...aScenario(), name: 'я'.repeat(10_000) }).findings;
    expect(withSentence(finding!, 'ru').detail).toBe(
      'Поле «Название» заполнено неверно: помещается не больше 200 знаков.',
    );
    expect(withSentence(finding!, 'en').detail).toContain('must NOT have more than 200 characters');
  });

  it.each([
    [
      { nodes: Array.from({ length: 2001 }, () => trigger()) },
      'Поле «Шаги» заполнено неверно: помещается не больше 2000 элементов.',
    ],
    [{ edges: undefined }, 'Не заполнено поле «Связи». Заполните его.'],
    [
      { nodes: [trigger(), { ...aNode('a'), name: '' }] },
      'Поле «Шаги → 2 → Название» заполнено неверно: нужно не меньше 1 знаков.',
    ],
    [
      { nodes: [{ ...trigger(), colour: 'red' }] },
      'Поля «Шаги → 1 → colour» в сценарии нет. Удалите его или исправьте имя.',
    ],
  ])('names a field as people know it', (part, sentence) => {
    const findings = checkScenario({ ...aScenario(), ...part }).findings;
    expect(findings.map((finding) => withSentence(finding, 'ru').detail)).toContain(sentence);
  });

  it('says which node it is about', () => {
    const { findings } = checkScenario({ ...aScenario(), nodes: [trigger(), { ...aNode('a'), colour: 'red' }] });
    expect(findings[0]?.node).toBe('a');
  });

  it('refuses what is nested too deep before anything walks it', () => {
    const deep = JSON.parse('['.repeat(1000) + ']'.repeat(1000)) as unknown;
    const nodes = [trigger(), aNode('a', 'data.map', { deep })];
    expect(checkScenario(aScenario({ nodes })).findings.map(({ code }) => code)).toEqual(['SCENARIO_TOO_DEEP']);
  });

  it('publishes a schema that is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(scenarioSchema))).toEqual(scenarioSchema);
    expect(scenarioSchema).toMatchObject({ type: 'object', additionalProperties: false });
  });
});

describe('upgradeScenario', () => {
  it("leaves a drawing of today's version as it is", () => {
    const drawing = aScenario();
    expect(upgradeScenario(drawing)).toEqual({ drawing, wasUpgraded: false, findings: [] });
  });

  it.each([0, 1.5, '1', undefined])('says that version %s is not known', (schemaVersion) => {
    const { drawing, findings } = upgradeScenario({ ...aScenario(), schemaVersion });
    expect(drawing).toBeUndefined();
    expect(findings).toEqual([expect.objectContaining({ code: 'SCENARIO_VERSION_UNKNOWN', field: '/schemaVersion' })]);
  });

  it('says that a file of a newer version is newer', () => {
    const { drawing, findings } = upgradeScenario({ ...aScenario(), schemaVersion: 2 });
    expect(drawing).toBeUndefined();
    expect(withSentence(findings[0]!, 'ru').detail).toContain('Файл сделан более новой версией Потока: схема 2');
  });

  it('does not stumble over what is no drawing', () => {
    expect(upgradeScenario(null).findings).toHaveLength(1);
  });
});
