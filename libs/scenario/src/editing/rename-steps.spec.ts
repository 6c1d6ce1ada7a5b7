import { describe, expect, it } from '@jest/globals';
import { renameSteps } from './rename-steps.js';

const names = new Map([
  ['deal', 'n1'],
  ['hook', 'n2'],
]);

describe('renameSteps', () => {
  it.each([
    ['steps.deal.?buyer', 'steps.n1.?buyer'],
    ['steps.?deal', 'steps.?n1'],
    ['steps["deal"].lines', 'steps["n1"].lines'],
    ["steps[?'deal'].lines", "steps[?'n1'].lines"],
    ['sum(steps.deal.lines.map(l, dec(l.price))) > dec("1")', 'sum(steps.n1.lines.map(l, dec(l.price))) > dec("1")'],
    ['waits.hook.url + "/steps.deal"', 'waits.n2.url + "/steps.deal"'],
    ['trigger.steps.deal', 'trigger.steps.deal'],
    ['isBig ?steps.deal.x :steps.other.x', 'isBig ?steps.n1.x :steps.other.x'],
    ['steps.dealer', 'steps.dealer'],
    ['steps.other.x', 'steps.other.x'],
  ])('in a formula: %s', (text, wanted) => {
    expect(renameSteps({ a: { $cel: text } }, names)).toEqual({ a: { $cel: wanted } });
  });

  it.each([
    ['№ {{steps.deal.id}}, steps.deal', '№ {{steps.n1.id}}, steps.deal'],
    [
      '{{#if (eq steps.deal.x "steps.deal")}}{{@root.steps.deal.y}}{{/if}}',
      '{{#if (eq steps.n1.x "steps.deal")}}{{@root.steps.n1.y}}{{/if}}',
    ],
    ['{{#each steps.deal.lines}}{{this.steps.deal}}{{/each}}', '{{#each steps.n1.lines}}{{this.steps.deal}}{{/each}}'],
  ])('in a text: %s', (text, wanted) => {
    expect(renameSteps({ $tpl: text }, names)).toEqual({ $tpl: wanted });
  });

  it('goes into lists and loops, and leaves plain values as they are', () => {
    const params = {
      rows: { $each: 'steps.deal.lines', as: 'line', do: { a: { $cel: 'steps.deal.x' } } },
      b: [1, 'steps.deal'],
    };
    expect(renameSteps(params, names)).toEqual({
      rows: { $each: 'steps.n1.lines', as: 'line', do: { a: { $cel: 'steps.n1.x' } } },
      b: [1, 'steps.deal'],
    });
  });
});
