import { describe, expect, it } from '@jest/globals';
import { rerootReferences } from './reroot-references.js';

const moved = new Set(['sign']);

describe('rerootReferences', () => {
  it.each([
    ['steps.deal.?buyer', 'trigger.deal.?buyer'],
    ['steps.?deal.?buyer', 'trigger.?deal.?buyer'],
    ['steps["deal"].lines', 'trigger["deal"].lines'],
    ["steps[?'deal'].lines", "trigger[?'deal'].lines"],
    ['steps.sign.files', 'steps.sign.files'],
    ['trigger.deal.id', 'trigger.trigger.deal.id'],
    ['has(trigger.deal)', 'has(trigger.trigger.deal)'],
    ['isBig ?trigger.a :trigger.b', 'isBig ?trigger.trigger.a :trigger.trigger.b'],
    ['waits.hook.url + "/steps.deal"', 'trigger.waits.hook.url + "/steps.deal"'],
    ['steps.deal.trigger', 'trigger.deal.trigger'],
    ['run.?trigger', 'run.?trigger'],
    ['triggered + mySteps.deal', 'triggered + mySteps.deal'],
    ["'trigger' + params.trigger", "'trigger' + params.trigger"],
  ])('in a formula: %s', (text, wanted) => {
    expect(rerootReferences({ a: { $cel: text } }, moved)).toEqual({ a: { $cel: wanted } });
  });

  it.each([
    ['№ {{steps.deal.id}}, steps.deal', '№ {{trigger.deal.id}}, steps.deal'],
    ['{{trigger.id}} trigger', '{{trigger.trigger.id}} trigger'],
    [
      '{{#if (eq steps.deal.x "trigger")}}{{@root.steps.sign.y}}{{@root.trigger.y}}{{/if}}',
      '{{#if (eq trigger.deal.x "trigger")}}{{@root.steps.sign.y}}{{@root.trigger.trigger.y}}{{/if}}',
    ],
    ['{{#each steps.deal.lines}}{{this.trigger}}{{/each}}', '{{#each trigger.deal.lines}}{{this.trigger}}{{/each}}'],
  ])('in a text: %s', (text, wanted) => {
    expect(rerootReferences({ $tpl: text }, moved)).toEqual({ $tpl: wanted });
  });

  it('goes into lists and loops, and leaves plain values as they are', () => {
    const params = {
      rows: { $each: 'steps.deal.lines', as: 'line', do: { a: { $cel: 'trigger.x' } } },
      b: [1, 'steps.deal'],
    };
    expect(rerootReferences(params, moved)).toEqual({
      rows: { $each: 'trigger.deal.lines', as: 'line', do: { a: { $cel: 'trigger.trigger.x' } } },
      b: [1, 'steps.deal'],
    });
  });
});
