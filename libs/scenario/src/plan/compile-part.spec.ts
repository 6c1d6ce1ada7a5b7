import { expect, it } from '@jest/globals';
import type { Scenario } from '@potok/contracts';
import { aManifest, aNode, aScenario, edges, trigger } from '../testing/drawing.js';
import { compilePart, type Part } from './compile-part.js';

const compile = (scenario: Scenario, part: Partial<Part> = {}) =>
  compilePart(scenario, { graph: 'main', ...part }, { manifest: aManifest });
const walked = (scenario: Scenario, part: Partial<Part> = {}) => {
  const { plan } = compile(scenario, part);
  return { nodes: plan?.skeleton.main.nodes.map(({ id }) => id), edges: plan?.skeleton.main.edges.length };
};

const say = (id: string, text: unknown = 'x') => aNode(id, 'text.say', { text });
const wrong = (id: string) => say(id, { $cel: 'steps.nobody.said' });

it('keeps the way to the asked node, and nothing behind or beside it', () => {
  const scenario = aScenario({
    nodes: [trigger(), say('a'), say('b', { $cel: 'steps.a.said' }), say('c'), say('d')],
    edges: edges('t>a', 'a>b', 'b>c', 'c>d'),
  });
  expect(walked(scenario, { upTo: 'b' })).toEqual({ nodes: ['a', 'b'], edges: 1 });
  expect(walked(scenario, { only: 'c' })).toEqual({ nodes: ['c'], edges: 0 });
  expect(walked(scenario)).toEqual({ nodes: ['a', 'b', 'c', 'd'], edges: 3 });
});

it('says of a trigger and of a step that is joined to nothing that no way leads there', () => {
  const scenario = aScenario({ nodes: [trigger(), say('a'), wrong('apart')], edges: edges('t>a') });
  expect(compile(scenario, { upTo: 't' })).toEqual({ findings: [], isApart: true });
  expect(compile(scenario, { upTo: 'apart' })).toEqual({ findings: [], isApart: true });
});

it('minds errors only of nodes on the way', () => {
  const scenario = aScenario({ nodes: [trigger(), say('a'), wrong('b')], edges: edges('t>a', 'a>b') });
  expect(compile(scenario, { upTo: 'a' }).findings).toEqual([]);
  expect(compile(scenario).findings).toMatchObject([{ node: 'b', field: '/text', severity: 'error' }]);
  expect(compile(scenario, { only: 'b' }).plan).toBeUndefined();
});

it('does not mind empty slots, missing undos and unreached nodes: nothing acts in a try', () => {
  const send = aNode('send', 'edo.send', { documentId: 'd' });
  const scenario = aScenario({ nodes: [trigger(), send, aNode('undo', 'bad.undo')], edges: edges('t>send') });
  expect(walked(scenario).nodes).toEqual(['send']);
  expect(walked(scenario, { only: 'undo' }).nodes).toEqual(['undo']);
});

it('tries a step of a drawing that has no trigger yet', () => {
  const scenario = aScenario({ nodes: [say('a')], edges: [] });
  expect(walked(scenario, { only: 'a' }).nodes).toEqual(['a']);
  expect(compile(scenario)).toMatchObject({ findings: [{ code: 'TRIGGER_MISSING' }] });
});

it('leads into a for-each for the one step of its body', () => {
  const each = aNode('each', 'flow.for-each', { items: { $cel: 'trigger.deal.lines' } });
  const scenario = aScenario({
    nodes: [trigger(), say('first'), each, say('one', { $cel: 'item.name' }), say('two')],
    edges: edges('t>first', 'first>each', 'each:item>one', 'one>two', 'two>each'),
  });
  const { plan } = compile(scenario, { only: 'two' });
  expect(plan?.skeleton.main).toMatchObject({ entry: 'each', edges: [{ from: 'each', port: 'item', to: 'two' }] });
  expect(walked(scenario, { upTo: 'one' }).nodes).toEqual(['each', 'first', 'one', 'two']);
});

it('answers nothing to walk for what is not drawn', () => {
  expect(compile(aScenario(), { only: 'gone' })).toEqual({ findings: [] });
  expect(compile(aScenario(), { upTo: 'gone' })).toEqual({ findings: [] });
  expect(compile(aScenario(), { graph: 'gone' })).toEqual({ findings: [] });
});
