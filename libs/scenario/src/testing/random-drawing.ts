import fc from 'fast-check';
import type { Scenario } from '@potok/contracts';
import { aNode, aScenario, trigger } from './drawing.js';

type ScenarioNode = Scenario['nodes'][number];
type ScenarioEdge = Scenario['edges'][number];

/** A drawing as a sentence: blocks after one another, blocks within blocks. */
type Block =
  | { readonly kind: 'step' | 'wait' }
  | { readonly kind: 'decide' | 'parallel'; readonly arms: readonly (readonly Block[])[]; readonly mode: string }
  | { readonly kind: 'each'; readonly body: readonly Block[] };

const blocks = fc.letrec<{ block: Block; list: Block[] }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ kind: fc.constantFrom('step' as const, 'wait' as const) }),
    fc.record({
      kind: fc.constantFrom('decide' as const, 'parallel' as const),
      arms: fc.array(tie('list'), { minLength: 2, maxLength: 3 }),
      mode: fc.constantFrom('all', 'any', 'some'),
    }),
    fc.record({ kind: fc.constant('each' as const), body: tie('list') }),
  ),
  list: fc.array(tie('block'), { maxLength: 3 }),
}));

interface End {
  readonly node: string;
  readonly port: string;
}

/** Draws blocks one after another; remembers the ends that the next block is to be joined to. */
class Pen {
  readonly nodes: ScenarioNode[] = [trigger()];
  readonly edges: ScenarioEdge[] = [];

  drawAll(list: readonly Block[], ends: readonly End[]): readonly End[] {
    return list.reduce((open, block) => this.draw(block, open), ends);
  }

  put(type: string, params: Record<string, unknown>, ends: readonly End[]): string {
    const id = `n${this.nodes.length}`;
    this.nodes.push(aNode(id, type, params));
    for (const from of ends) this.edges.push({ id: `e${this.edges.length}`, from, to: { node: id } });
    return id;
  }

  private draw(block: Block, ends: readonly End[]): readonly End[] {
    switch (block.kind) {
      case 'step':
        return [{ node: this.put('data.map', { list: { $cel: 'trigger.deal.lines' } }, ends), port: 'done' }];
      case 'wait':
        return [{ node: this.put('flow.wait', { kind: 'duration' }, ends), port: 'done' }];
      case 'each':
        return this.drawEach(block.body, ends);
      case 'decide':
        return this.drawDecide(block.arms, ends);
      case 'parallel':
        return this.drawParallel(block.arms, block.mode, ends);
    }
  }

  private drawEach(body: readonly Block[], ends: readonly End[]): readonly End[] {
    const node = this.put('flow.for-each', { items: { $cel: 'trigger.deal.lines' } }, ends);
    const first = this.put('data.map', {}, [{ node, port: 'item' }]);
    this.drawAll(body, [{ node: first, port: 'done' }]);
    return [{ node, port: 'done' }];
  }

  private drawDecide(arms: readonly (readonly Block[])[], ends: readonly End[]): readonly End[] {
    const branches = arms.map((_, index) => ({ port: `b${index}`, when: { $cel: 'trigger.deal.isBig' } }));
    const node = this.put('flow.decide', { branches }, ends);
    const open = arms.flatMap((arm, index) => this.drawAll(arm, [{ node, port: `b${index}` }]));
    return [...open, { node, port: 'otherwise' }];
  }

  private drawParallel(arms: readonly (readonly Block[])[], mode: string, ends: readonly End[]): readonly End[] {
    const branches = arms.map((_, index) => `p${index}`);
    const node = this.put('flow.parallel', { branches }, ends);
    const open = arms.flatMap((arm, index) => this.drawAll(arm, [{ node, port: `p${index}` }]));
    const need = mode === 'some' ? { need: 1 } : {};
    return [{ node: this.put('flow.join', { mode, ...need }, open), port: 'done' }];
  }
}

/** Drawings that make sense: every one of them must compile. */
export const soundDrawings: fc.Arbitrary<Scenario> = blocks.list.map((list) => {
  const pen = new Pen();
  pen.drawAll([{ kind: 'step' }, ...list, { kind: 'step' }], [{ node: 't', port: 'done' }]);
  return aScenario({ nodes: pen.nodes, edges: pen.edges });
});

const ids = ['t', 'a', 'b', 'c', 'd', 'e'];
const types = [
  'trigger.manual',
  'data.map',
  'text.say',
  'flow.decide',
  'flow.parallel',
  'flow.join',
  'flow.for-each',
  'flow.call',
  'flow.stop',
  'flow.wait',
  'flow.await-callback',
  'edo.send',
  'no.such',
];
const texts = fc.oneof(
  fc.constantFrom(
    'trigger.deal.title',
    'steps.a.said',
    'waits.b.url',
    'item.x',
    'l.map(a, a',
    'steps[1]',
    '{{#if',
    '{{steps.b.said}}',
  ),
  fc.string({ maxLength: 30 }),
);
const values = fc.oneof(
  fc.json().map((text): unknown => JSON.parse(text)),
  texts.map(($cel) => ({ $cel })),
  texts.map(($tpl) => ({ $tpl })),
  fc.record({ $each: texts, as: texts, do: texts.map(($cel) => ({ $cel })) }),
);
const params = fc.dictionary(
  fc.constantFrom(
    'text',
    'branches',
    'mode',
    'need',
    'items',
    'window',
    'scenarioId',
    'input',
    '__proto__',
    'constructor',
  ),
  values,
  { maxKeys: 4 },
);
const port = fc.constantFrom('done', 'otherwise', 'item', 'error', 'received', 'x');

const wildNode = fc
  .record({
    id: fc.constantFrom(...ids),
    type: fc.constantFrom(...types),
    params,
    onFault: fc.constantFrom('park' as const, 'port' as const, 'continue' as const),
    isSkipped: fc.boolean(),
  })
  .map(({ id, type, ...over }) => aNode(id, type, over.params, { onFault: over.onFault, isSkipped: over.isSkipped }));
const wildEdge = fc
  .record({ from: fc.constantFrom(...ids), port, to: fc.constantFrom(...ids) })
  .map(({ from, to, ...end }) => ({ id: 'e', from: { node: from, port: end.port }, to: { node: to } }));

/** Drawings in which anything may be wrong. */
export const wildDrawings: fc.Arbitrary<Scenario> = fc
  .record({
    nodes: fc.array(wildNode, { maxLength: 8 }),
    edges: fc.array(wildEdge, { maxLength: 12 }),
    path: fc.array(wildNode, { maxLength: 3 }),
  })
  .map(({ nodes, edges, path }) =>
    aScenario({ nodes, edges, paths: [{ id: 'p', kind: 'annul', ofNode: 'a', title: 'p', nodes: path, edges }] }),
  );
