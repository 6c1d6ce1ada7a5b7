import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Scenario } from '@potok/contracts';
import { aNode, aScenario, trigger } from '../testing/drawing.js';
import { fileReference, listChosenIds, listFileReferences, mapChosenTexts } from './references.js';
import { readScenarioFile } from './read-scenario-file.js';
import { formatScenario, SCENARIO_FILE_SCHEMA_ID, scenarioFileSchema, type ScenarioFile } from './scenario-file.js';

/** The same values with the keys of every object in the opposite order, as a database might give them back. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turned(inner)]),
  );
};
const parse = (text: string) => JSON.parse(text) as ScenarioFile;
const template = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../../templates/${name}/scenario.json`, import.meta.url), 'utf8')) as Scenario;

describe('formatScenario', () => {
  it.each(['deal-to-upd', 'webhook-to-xml'])('writes %s the same again after it was read', (name) => {
    const text = formatScenario(template(name));
    expect(formatScenario(parse(text))).toBe(text);
    expect(formatScenario(turned(parse(text)) as ScenarioFile)).toBe(text);
    expect(parse(text)).toEqual({ $schema: SCENARIO_FILE_SCHEMA_ID, ...template(name) });
  });

  it('has a fixed order of keys and keeps the order in which nodes were drawn', () => {
    const nodes = [aNode('b', 'data.map', { z: 1, a: { y: 2, b: 3 } }), aNode('a'), trigger()];
    const file = parse(formatScenario(turned(aScenario({ nodes, description: 'Что делает' })) as Scenario));
    expect(Object.keys(file)).toEqual(
      ['$schema', 'schemaVersion', 'name', 'description', 'slots', 'parameters', 'nodes', 'edges'].filter(
        (key) => key in file,
      ),
    );
    expect(file.nodes.map(({ id }) => id)).toEqual(nodes.map(({ id }) => id));
    expect(Object.keys(file.nodes[0]!)).toEqual(['id', 'type', 'typeVersion', 'name', 'params', 'position']);
    expect(JSON.stringify(file.nodes[0]!.params)).toBe('{"a":{"b":3,"y":2},"z":1}');
  });

  it('changes one line for one change, and ends with a line end', () => {
    const lines = (name: string) => formatScenario(aScenario({ name })).split('\n');
    const [one, two] = [lines('Один'), lines('Два')];
    expect(one.filter((line, at) => line !== two[at])).toEqual(['  "name": "Один",']);
    expect(one.at(-1)).toBe('');
  });
});

describe('readScenarioFile', () => {
  it('parts the drawing from what only a file says', () => {
    const binding = { slots: { crm: { name: 'Наш Битрикс', system: 'bitrix24' } }, parameters: { days: 5 } };
    const read = readScenarioFile(parse(formatScenario({ ...aScenario(), binding })));
    expect(read).toEqual({ scenario: aScenario(), binding, wasUpgraded: false, findings: [] });
  });

  it.each([
    [{ ...aScenario(), schemaVersion: 7 }, 'SCENARIO_NEWER', '/schemaVersion'],
    [{ name: 'package', version: '1.0.0' }, 'SCENARIO_VERSION_UNKNOWN', '/schemaVersion'],
    [{ ...aScenario(), secret: 'x' }, 'SCENARIO_FIELD_UNKNOWN', '/secret'],
    [
      { ...aScenario(), binding: { slots: { crm: 'id' }, parameters: {} } },
      'SCENARIO_FIELD_WRONG',
      '/binding/slots/crm',
    ],
  ])('says what does not fit', (json, code, field) => {
    const { scenario, findings } = readScenarioFile(json);
    expect(scenario).toBeUndefined();
    expect(findings).toContainEqual(expect.objectContaining({ code, field }));
  });

  it('publishes its schema as plain JSON with an id', () => {
    expect(JSON.parse(JSON.stringify(scenarioFileSchema))).toEqual(scenarioFileSchema);
    expect(scenarioFileSchema).toMatchObject({ $id: SCENARIO_FILE_SCHEMA_ID, additionalProperties: false });
  });
});

describe('references of a file', () => {
  const id = '01890a5d-ac96-774b-bcce-b302099a8057';
  const called = (scenarioId: string) =>
    aScenario({
      nodes: [trigger(), aNode('a', 'flow.call', { scenarioId, input: { text: `см. ${id}` } })],
      parameters: [{ id: 'who', title: 'Кто', schema: {}, default: scenarioId }],
    });

  it('finds ids where a person has chosen something, and names there', () => {
    expect(listChosenIds(called(id))).toEqual([id]);
    expect(listFileReferences(called('scenario:Счета: все'))).toEqual([{ kind: 'scenario', name: 'Счета: все' }]);
  });

  it('replaces whole texts only', () => {
    const name = fileReference({ kind: 'scenario', name: 'Счета' });
    expect(mapChosenTexts(called(id), (text) => (text === id ? name : text))).toEqual(called(name));
  });
});
