import { describe, expect, it } from '@jest/globals';
import { aNode, aScenario, trigger } from '../testing/drawing.js';
import { stepUses } from './step-uses.js';

describe('stepUses', () => {
  it('tells who uses which field of a step, also from a path', () => {
    const scenario = aScenario({
      nodes: [
        trigger(),
        aNode('a'),
        aNode('b', 'data.map', { x: { $cel: 'steps.a.sum' }, y: { $tpl: '{{steps.a.name}}' } }),
      ],
      paths: [
        {
          id: 'p',
          kind: 'annul',
          ofNode: 'a',
          title: 'П',
          nodes: [aNode('c', 'data.map', { z: { $cel: 'steps.a' } })],
          edges: [],
        },
      ],
    });
    expect(stepUses(scenario).get('a')).toEqual([
      { graph: 'main', node: 'b', pointer: '/x', path: ['sum'] },
      { graph: 'main', node: 'b', pointer: '/y', path: ['name'] },
      { graph: 'p', node: 'c', pointer: '/z', path: [] },
    ]);
  });

  it('is silent about what is not well written', () => {
    const scenario = aScenario({ nodes: [trigger(), aNode('b', 'data.map', { x: { $cel: 'steps.a.(' } })] });
    expect(stepUses(scenario).size).toBe(0);
  });
});
