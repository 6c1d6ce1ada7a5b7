import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Manifest, Scenario } from '@potok/contracts';
import { compileScenario } from '@potok/scenario';

const read = (path: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, path), 'utf8'));
const manifest = read('../nodes/manifest.json') as Manifest;

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
});
