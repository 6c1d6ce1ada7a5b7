import { describe, expect, it } from '@jest/globals';
import { aKit, aTemplate } from '../testing/an-editor.js';
import { fragmentOf, fragmentText, readFragmentText, renewed } from './fragment.js';

const chosen = { graph: 'main', nodes: new Set(['deal', 'check', 'mend']), notes: new Set<string>() };

describe('fragment', () => {
  it('carries chosen steps with the edges between them, their slots and parameters, and no connection', () => {
    const fragment = fragmentOf(aTemplate('deal-to-upd'), chosen);
    expect(fragment.nodes.map(({ id }) => id)).toEqual(['deal', 'check', 'mend']);
    expect(fragment.edges.map(({ id }) => id)).toEqual(['e2', 'e3']);
    expect([fragment.slots.map(({ id }) => id), fragment.parameters.map(({ id }) => id)]).toEqual([
      ['crm'],
      ['mendStageId'],
    ]);
    expect(fragmentText(fragment)).not.toContain('connection');
  });

  it('gives copies ids of their own and leads references to the copies', () => {
    const fragment = fragmentOf(aTemplate('deal-to-upd'), chosen);
    const copy = renewed(fragment, { at: { x: 0, y: 0 }, slots: new Map([['crm', 'crm2']]) }, aKit());
    const [deal, check, mend] = copy.nodes;
    expect(new Set(copy.nodes.map(({ id }) => id)).size).toBe(3);
    expect(check?.params.party).toEqual({ $cel: `steps.${deal?.id}.?buyer` });
    expect(JSON.stringify(mend?.params)).toContain(`steps.${check?.id}.text`);
    expect([deal?.slot, copy.slots]).toEqual(['crm2', []]);
    expect(copy.edges.map(({ from, to }) => [from.node, to.node])).toEqual([
      [deal?.id, check?.id],
      [check?.id, mend?.id],
    ]);
    expect(Math.min(...copy.nodes.map(({ position }) => position.x))).toBe(0);
  });

  it('reads back what it wrote', () => {
    const fragment = fragmentOf(aTemplate('deal-to-upd'), chosen);
    expect(readFragmentText(fragmentText(fragment))).toEqual({ fragment });
  });

  it('takes a whole exported drawing for a fragment', () => {
    const scenario = aTemplate('deal-to-upd');
    expect(readFragmentText(JSON.stringify(scenario))).toMatchObject({ fragment: { nodes: scenario.nodes } });
  });

  it.each([
    ['{"edo-flow":1,"nodes":[{"id"', 'not-json'],
    ['привет', 'not-ours'],
    ['{"a":1}', 'not-ours'],
    ['[1,2]', 'not-ours'],
    ['{"edo-flow":2}', 'newer'],
  ])('says what is wrong with %s', (text, fault) => {
    expect(readFragmentText(text)).toMatchObject({ fault });
  });
});
