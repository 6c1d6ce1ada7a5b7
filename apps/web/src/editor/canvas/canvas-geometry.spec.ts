import { describe, expect, it } from '@jest/globals';
import { theKinds, aTemplate } from '../testing/an-editor.js';
import { catalogues } from '../../app/texts/catalogue.js';
import { alignedTo, boxAround } from './alignment.js';
import { edgeUnder } from './edge-hit.js';
import { flowElements, keptEdges, keptNodes } from './flow-elements.js';

const box = (x: number, y: number) => ({ x, y, width: 220, height: 64 });

describe('alignedTo', () => {
  it('draws a dragged box into one line with its neighbour, and says along what', () => {
    expect(alignedTo(box(300, 105), [box(0, 100)], 8)).toEqual({
      dx: 0,
      dy: -5,
      guides: [{ axis: 'y', at: 100, from: 0, to: 520 }],
    });
  });

  it('leaves a box alone that is near nothing', () => {
    expect(alignedTo(box(500, 500), [box(0, 100)], 8)).toEqual({ dx: 0, dy: 0, guides: [] });
  });

  it('takes the nearest of several', () => {
    expect(alignedTo(box(4, 400), [box(0, 0), box(6, 900)], 8).dx).toBe(2);
  });

  it('counts several dragged boxes as one', () => {
    expect(boxAround([box(0, 0), box(100, 200)])).toEqual({ x: 0, y: 0, width: 320, height: 264 });
  });
});

describe('edgeUnder', () => {
  const runs = [
    { id: 'straight', from: { x: 0, y: 32 }, to: { x: 600, y: 32 } },
    { id: 'bent', from: { x: 0, y: 32 }, to: { x: 600, y: 400 } },
  ];

  it('finds the edge that runs through the middle of a box', () => {
    expect(edgeUnder(box(350, 4), runs)).toBe('straight');
    expect(edgeUnder(box(190, 180), runs)).toBe('bent');
  });

  it('does not mean an edge that is only touched', () => {
    expect(edgeUnder(box(350, 40), runs)).toBeUndefined();
  });
});

describe('flowElements', () => {
  const drawing = (scenario = aTemplate('deal-to-upd')) => ({
    scenario,
    graph: 'main',
    kinds: theKinds(),
    texts: catalogues.ru,
    language: 'ru' as const,
  });

  it('keeps the objects of what has not changed', () => {
    const scenario = aTemplate('deal-to-upd');
    const before = flowElements(drawing(scenario));
    const nodes = scenario.nodes.map((node) => (node.id === 'send' ? { ...node, position: { x: 0, y: 0 } } : node));
    const after = flowElements(drawing({ ...scenario, nodes }));
    const kept = keptNodes(before.nodes, after.nodes);
    expect(kept.filter((node, index) => node !== before.nodes[index]).map(({ id }) => id)).toEqual(['send']);
    expect(keptEdges(before.edges, after.edges)).toEqual(before.edges);
  });

  it('folds a group into one box to which the edges from outside lead', () => {
    const scenario = aTemplate('deal-to-upd');
    const groups = [{ id: 'g', title: 'Проверка', nodes: ['deal', 'check'], isFolded: true }];
    const { nodes, edges } = flowElements(drawing({ ...scenario, groups }));
    expect(nodes.some(({ id }) => id === 'deal')).toBe(false);
    expect(nodes.find(({ id }) => id === 'g')).toMatchObject({
      type: 'group-frame',
      data: { count: 2, isFolded: true },
    });
    expect(edges.filter(({ source, target }) => source === 'g' || target === 'g').map(({ id }) => id)).toEqual([
      'e1',
      'e3',
      'e4',
    ]);
  });
});
