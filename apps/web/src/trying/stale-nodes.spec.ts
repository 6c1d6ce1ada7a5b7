import { expect, it } from '@jest/globals';
import type { Scenario } from '@potok/contracts';
import { aScenario } from '../testing/fixtures/scenario.js';
import { staleNodes } from './stale-nodes.js';

const all = ['upd', 'send', 'answer'].map((node) => ({ node }));
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
  expect([...staleNodes(aScenario(), withNode('upd', { isSkipped: true }), [{ node: 'answer' }])]).toEqual([
    ['answer', { kind: 'before', node: 'upd' }],
  ]);
});
