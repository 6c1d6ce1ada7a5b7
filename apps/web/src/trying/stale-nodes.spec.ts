import { expect, it } from '@jest/globals';
import type { Scenario } from '@potok/contracts';
import { aScenario } from '../testing/fixtures/scenario.js';
import { staleNodes as staleOf, type Tryable } from './stale-nodes.js';

const all = ['upd', 'send', 'answer'].map((node) => ({ node, answeredBy: 'work' as const, output: {} }));
const tryable = (draft: Scenario, over: Partial<Tryable> = {}): Tryable => ({
  draft,
  data: { trigger: { dealId: '1' }, steps: {} },
  ports: {},
  ...over,
});
const staleNodes = (tried: Scenario, current: Scenario, results: readonly (typeof all)[number][]) =>
  staleOf(tryable(tried), tryable(current), results);
const withNode = (id: string, over: Partial<Scenario['nodes'][number]>): Scenario => {
  const drawing = aScenario();
  return { ...drawing, nodes: drawing.nodes.map((node) => (node.id === id ? { ...node, ...over } : node)) };
};

it('finds nothing stale when only names, places and notes were changed', () => {
  const moved = withNode('upd', { name: 'Собрать УПД', position: { x: 64, y: 640 } });
  expect(staleNodes(aScenario(), moved, all).size).toBe(0);
});

it('finds a changed node and everything behind it, and nothing before', () => {
  const changed = withNode('send', { params: { documentId: 'other' } });
  expect([...staleNodes(aScenario(), changed, all)]).toEqual([
    ['send', { kind: 'changed' }],
    ['answer', { kind: 'before', node: 'send' }],
  ]);
});

it('does not mind in which order params are written', () => {
  const [first, second] = [{ params: { a: 1, b: { c: 2, d: 3 } } }, { params: { b: { d: 3, c: 2 }, a: 1 } }];
  expect(staleNodes(withNode('upd', first), withNode('upd', second), all).size).toBe(0);
});

it('tells a new link and a deleted node from a changed one', () => {
  const drawing = aScenario();
  const relinked = {
    ...drawing,
    edges: drawing.edges.map((edge) => (edge.id === 'e3' ? { ...edge, from: { node: 'upd', port: 'done' } } : edge)),
  };
  expect([...staleNodes(drawing, relinked, all)]).toEqual([['answer', { kind: 'linked' }]]);
  const shorter = {
    ...drawing,
    nodes: drawing.nodes.filter(({ id }) => id !== 'send'),
    edges: drawing.edges.slice(0, 1),
  };
  const stale = staleNodes(drawing, shorter, all);
  expect(stale.get('send')).toEqual({ kind: 'gone' });
  expect(stale.has('answer')).toBe(true);
  expect(stale.has('upd')).toBe(false);
});

it('speaks only of what was tried', () => {
  expect([...staleNodes(aScenario(), withNode('upd', { isSkipped: true }), all.slice(2))]).toEqual([
    ['answer', { kind: 'before', node: 'upd' }],
  ]);
});

it('finds everything stale that was tried over other data of the trigger', () => {
  const tried = tryable(aScenario());
  const same = tryable(aScenario(), { data: { trigger: { dealId: '1' }, steps: {} } });
  const other = tryable(aScenario(), { data: { trigger: { dealId: '2' }, steps: {} } });
  expect(staleOf(tried, same, all).size).toBe(0);
  expect([...staleOf(tried, other, all)]).toEqual(all.map(({ node }) => [node, { kind: 'data' }]));
});

it('finds what a step was told stale once other data are saved for it, and all behind it', () => {
  const told = all.map((one) =>
    one.node === 'send' ? { ...one, answeredBy: 'sample' as const, output: { id: 'a' } } : one,
  );
  const over = (steps: Readonly<Record<string, unknown>>) =>
    tryable(aScenario(), { data: { trigger: { dealId: '1' }, steps } });
  const tried = over({ send: { id: 'a' } });
  expect([...staleOf(tried, over({ send: { id: 'b' } }), told)]).toEqual([
    ['send', { kind: 'data' }],
    ['answer', { kind: 'data' }],
  ]);
  expect(staleOf(tryable(aScenario()), over({ send: { id: 'a' }, upd: { number: '1' } }), told).size).toBe(0);
});

it('finds what lies behind another way stale', () => {
  const tried = tryable(aScenario(), { ports: { send: 'done' } });
  expect([...staleOf(tried, tryable(aScenario()), all).keys()]).toEqual(['send', 'answer']);
  expect([...staleOf(tryable(aScenario()), tryable(aScenario(), { pinned: ['answer'] }), all).keys()]).toEqual([
    'answer',
  ]);
});
