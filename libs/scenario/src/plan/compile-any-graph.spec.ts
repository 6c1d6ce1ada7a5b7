import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Scenario } from '@potok/contracts';
import { describeFinding } from '../describe-finding.js';
import { aManifest, aNode, aScenario, trigger } from '../testing/drawing.js';
import { soundDrawings, wildDrawings } from '../testing/random-drawing.js';
import { compileScenario } from './compile-scenario.js';

const compile = (json: unknown) => compileScenario(json, { manifest: aManifest });

const withKeysTurned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withKeysTurned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, withKeysTurned(inner)]),
  );
};

describe('compileScenario over random drawings', () => {
  it('never throws, and says every finding in both languages', () => {
    fc.assert(
      fc.property(wildDrawings, (scenario) => {
        const { plan, hash, findings } = compile(scenario);
        expect(plan === undefined).toBe(findings.some(({ severity }) => severity === 'error'));
        expect(hash === undefined).toBe(plan === undefined);
        for (const finding of findings) {
          expect(describeFinding(finding, 'ru')).not.toMatch(/undefined|\[object/);
          expect(describeFinding(finding, 'en')).not.toMatch(/undefined|\[object/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never throws on any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(compile(json).plan).toBeUndefined();
      }),
    );
  });

  it('compiles every drawing that makes sense, with joins that their branches can fulfil', () => {
    fc.assert(
      fc.property(soundDrawings, (scenario) => {
        const { plan, findings } = compile(scenario);
        expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
        const { nodes, edges, entry } = plan!.skeleton.main;
        const known = new Set(nodes.map(({ id }) => id));
        expect(known.has(entry)).toBe(true);
        expect(edges.every(({ from, to }) => known.has(from) && known.has(to))).toBe(true);
        expect([...known].sort()).toEqual(Object.keys(plan!.steps.nodes).sort());
        for (const node of nodes) {
          if (node.kind !== 'join') continue;
          expect(node.need).toBeGreaterThanOrEqual(1);
          expect(node.need).toBeLessThanOrEqual(node.arms);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('gives one hash however nodes, edges and keys are ordered and laid out', () => {
    const turned = fc.record({ scenario: soundDrawings, x: fc.double({ noNaN: true, noDefaultInfinity: true }) });
    fc.assert(
      fc.property(turned, ({ scenario, x }) => {
        const nodes = [...scenario.nodes].reverse().map((node) => ({ ...node, position: { x, y: 1 }, note: 'n' }));
        const edges = [...scenario.edges].reverse().map((edge, index) => ({ ...edge, id: `r${index}` }));
        const other = withKeysTurned({ ...scenario, nodes, edges }) as Scenario;
        expect(compile(other).hash).toBe(compile(scenario).hash);
      }),
      { numRuns: 60 },
    );
  });
});

describe('compileScenario over the biggest drawing', () => {
  it('takes two thousand steps in a row, each referring to the first', () => {
    const refers = { text: { $cel: 'steps.n1.said' } };
    const steps = Array.from({ length: 1999 }, (_, index) =>
      aNode(`n${index + 1}`, 'text.say', index === 0 ? { text: 'x' } : refers),
    );
    const edges = steps.map(({ id }, index) => ({
      id: `e${index}`,
      from: { node: index === 0 ? 't' : `n${index}`, port: 'done' },
      to: { node: id },
    }));
    const { plan, findings } = compile(aScenario({ nodes: [trigger(), ...steps], edges }));
    expect(findings).toEqual([]);
    expect(plan?.skeleton.main.nodes).toHaveLength(1999);
  });

  it('refuses one more', () => {
    const nodes = Array.from({ length: 2001 }, (_, index) => aNode(`n${index}`));
    expect(compile(aScenario({ nodes })).findings).toEqual([
      expect.objectContaining({ code: 'SCENARIO_FIELD_WRONG', field: '/nodes' }),
    ]);
  });
});
