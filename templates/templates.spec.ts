import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { TemplateCard, type JsonSchema, type Manifest, type Scenario } from '@potok/contracts';
import { compileSchema } from '@potok/node-sdk';
import { compileScenario } from '@potok/scenario';

const read = (path: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, path), 'utf8'));
const manifest = read('../nodes/manifest.json') as Manifest;

const outputOf = (type: string): JsonSchema => manifest.nodes.find(({ id }) => id === type)?.output ?? { not: {} };

describe.each(['deal-to-upd', 'webhook-to-xml'])('%s', (name) => {
  const scenario = read(`${name}/scenario.json`) as Scenario;

  it('compiles into a plan, with nothing found', () => {
    const { plan, hash, findings } = compileScenario(scenario, { manifest });
    expect(findings).toEqual([]);
    expect(plan).toBeDefined();
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('stands on the grid, under names that differ', () => {
    const names = scenario.nodes.map((node) => node.name);
    expect(new Set(names).size).toBe(names.length);
    const off = scenario.nodes.filter(({ position: { x, y } }) => x % 16 !== 0 || y % 16 !== 0);
    expect(off.map(({ id }) => id)).toEqual([]);
    const places = scenario.nodes.map(({ position: { x, y } }) => `${x}:${y}`);
    expect(new Set(places).size).toBe(places.length);
  });

  describe('its card', () => {
    const card = read(`${name}/template.json`) as TemplateCard;
    const wrong = (schema: JsonSchema, value: unknown) => compileSchema(schema)(value) ?? [];

    it('says in both languages what comes of it', () =>
      expect(wrong(JSON.parse(JSON.stringify(TemplateCard)) as JsonSchema, card)).toEqual([]));

    it('has an example whose parts fit their nodes', () => {
      const outputs = new Map(scenario.nodes.map(({ id, type }) => [id, outputOf(type)]));
      const start = scenario.nodes.find(({ type }) => type.startsWith('trigger.'));
      const parts = { ...card.example.steps, [start?.id ?? '']: card.example.trigger };
      const faults = Object.entries(parts).map(([id, value]) => [id, wrong(outputs.get(id) ?? { not: {} }, value)]);
      expect(Object.fromEntries(faults)).toEqual(Object.fromEntries(Object.keys(parts).map((id) => [id, []])));
    });

    it('fills every parameter that an account would be asked for', () => {
      const open = scenario.parameters.filter(
        (one) =>
          one.isRequired === true && one.default === undefined && card.example.parameters?.[one.id] === undefined,
      );
      expect(open.map(({ id }) => id)).toEqual([]);
    });
  });
});
