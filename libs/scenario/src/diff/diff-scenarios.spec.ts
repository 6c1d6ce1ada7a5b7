import { describe, expect, it } from '@jest/globals';
import type { Scenario } from '@potok/contracts';
import fc from 'fast-check';
import { compileScenario } from '../plan/compile-scenario.js';
import { aManifest, aNode, aScenario, edges, trigger } from '../testing/drawing.js';
import { soundDrawings, wildDrawings } from '../testing/random-drawing.js';
import { diffScenarios, isEmptyDiff } from './diff-scenarios.js';

const copy = <T>(value: T): T => structuredClone(value);
const moveAll = (scenario: Scenario): Scenario => ({
  ...scenario,
  nodes: scenario.nodes.map((node) => ({ ...node, position: { x: node.position.x + 16, y: 7 } })),
});

describe('any two drawings', () => {
  it('have nothing between them when they are one, however wrong it is', () => {
    fc.assert(
      fc.property(wildDrawings, (drawing) => {
        const diff = diffScenarios(drawing, copy(drawing));
        expect(isEmptyDiff(diff)).toBe(true);
        expect(diff.isSameMeaning).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('never make it throw', () => {
    fc.assert(
      fc.property(wildDrawings, wildDrawings, (one, two) => {
        diffScenarios(one, two);
      }),
      { numRuns: 150 },
    );
  });

  it('that differ by moves alone give moves alone, and compile to one plan', () => {
    fc.assert(
      fc.property(soundDrawings, (drawing) => {
        const moved = moveAll(drawing);
        const { graphs, isSameMeaning, ...rest } = diffScenarios(drawing, moved);
        expect(graphs).toHaveLength(1);
        expect(graphs[0]?.nodes.moved.map(({ id }) => id)).toEqual(drawing.nodes.map(({ id }) => id));
        expect(isEmptyDiff({ ...rest, isSameMeaning, graphs: [] })).toBe(true);
        expect({ ...graphs[0]?.nodes, moved: [] }).toEqual({ added: [], removed: [], changed: [], moved: [] });
        expect(isSameMeaning).toBe(true);
        const hashes = [drawing, moved].map((one) => compileScenario(one, { manifest: aManifest }).hash);
        expect(hashes[0]).toBe(hashes[1]);
      }),
      { numRuns: 60 },
    );
  });

  it('name every node whose params, name, type or presence differ', () => {
    const act = fc.constantFrom(
      'rename' as const,
      'params' as const,
      'remove' as const,
      'add' as const,
      'none' as const,
    );
    fc.assert(
      fc.property(soundDrawings, fc.array(act, { maxLength: 40 }), fc.json(), (drawing, acts, text) => {
        const expected = { added: [] as string[], removed: [] as string[], changed: [] as string[] };
        const nodes = drawing.nodes.flatMap((node, index): Scenario['nodes'] => {
          switch (acts[index]) {
            case 'rename':
              expected.changed.push(node.id);
              return [{ ...node, name: `${node.name}!` }];
            case 'params':
              expected.changed.push(node.id);
              return [{ ...node, params: { ...node.params, fresh: { in: [JSON.parse(text) as unknown, 1] } } }];
            case 'remove':
              expected.removed.push(node.id);
              return [];
            case 'add':
              expected.added.push(`${node.id}x`);
              return [node, aNode(`${node.id}x`)];
            case 'none':
            case undefined:
              break;
          }
          return [node];
        });
        const { graphs } = diffScenarios(drawing, { ...drawing, nodes });
        const found = graphs.find(({ graph }) => graph === 'main')?.nodes;
        const ids = (list: readonly { readonly id: string }[] = []) => list.map(({ id }) => id).sort();
        expect(ids(found?.added)).toEqual(expected.added.sort());
        expect(ids(found?.removed)).toEqual(expected.removed.sort());
        expect(ids(found?.changed)).toEqual(expected.changed.sort());
      }),
      { numRuns: 100 },
    );
  });
});

const changesOf = (before: Record<string, unknown>, after: Record<string, unknown>) => {
  const of = (params: Record<string, unknown>) => aScenario({ nodes: [trigger(), aNode('a', 'data.map', params)] });
  const changed = diffScenarios(of(before), of(after)).graphs[0]?.nodes.changed[0];
  return changed?.fields.map(({ pointer, before: was, after: is }) => [pointer, was, is]);
};

describe('values', () => {
  it('are compared leaf by leaf, a formula as one value', () => {
    expect(
      changesOf(
        { buyer: { inn: { $cel: 'trigger.a' }, kpp: '1' }, gone: true },
        { buyer: { inn: { $cel: 'trigger.b' }, kpp: '1' }, fresh: { deep: [1] } },
      ),
    ).toEqual([
      ['/buyer/inn', { $cel: 'trigger.a' }, { $cel: 'trigger.b' }],
      ['/gone', true, undefined],
      ['/fresh/deep', undefined, [1]],
    ]);
  });

  it('of a list that is mapped from the same source differ by what is made of an item', () => {
    const each = (cel: string, list = 'trigger.lines') => ({
      lines: { $each: list, as: 'line', do: { n: { $cel: cel } } },
    });
    expect(changesOf(each('line.a'), each('line.b'))).toEqual([
      ['/lines/do/n', { $cel: 'line.a' }, { $cel: 'line.b' }],
    ]);
    expect(changesOf(each('line.a'), each('line.a', 'trigger.other'))).toHaveLength(1);
  });

  it('of a list with one row put in show that row', () => {
    const rows = (...names: string[]) => ({ rows: names.map((name) => ({ name })) });
    expect(changesOf(rows('a', 'b'), rows('a', 'x', 'b'))).toEqual([['/rows/1/name', undefined, 'x']]);
  });

  it('name every field where a formula takes the place of several, or gives it to them', () => {
    const [many, one] = [{ a: { b: 1, c: 2 } }, { a: { $cel: 'trigger.x' } }];
    expect(changesOf(many, one)).toEqual([
      ['/a/b', 1, undefined],
      ['/a/c', 2, undefined],
      ['/a', undefined, one.a],
    ]);
    expect(changesOf(one, many)?.map(([pointer]) => pointer)).toEqual(['/a', '/a/b', '/a/c']);
  });
});

describe('a drawing', () => {
  it('whose node got another type names the type', () => {
    const of = (type: string, typeVersion = 1) =>
      aScenario({ nodes: [trigger(), aNode('a', type, {}, { typeVersion })] });
    const [field] = diffScenarios(of('data.map'), of('text.say', 2)).graphs[0]?.nodes.changed[0]?.fields ?? [];
    expect(field).toMatchObject({ kind: 'type', before: 'data.map@1', after: 'text.say@2' });
  });

  it('means the same with a written default, a note, a group and other ids of edges', () => {
    const plain = aScenario();
    const other = aScenario({
      nodes: [
        trigger(),
        aNode('a', 'data.map', {}, { onFault: 'park', timeoutSec: 60, isSkipped: false, note: 'Зачем' }),
      ],
      edges: edges('t>a').map((edge) => ({ ...edge, id: 'other' })),
      groups: [{ id: 'g', title: 'Группа', nodes: ['a'] }],
    });
    const diff = diffScenarios(plain, other);
    expect(diff.isSameMeaning).toBe(true);
    expect(diff.graphs[0]?.edges).toEqual({ added: [], removed: [] });
    expect(diff.graphs[0]?.nodes.changed[0]?.fields.map(({ kind }) => kind)).toEqual(['note']);
    expect(diff.groups.added).toHaveLength(1);
  });

  it('tells an edge by its ends', () => {
    const of = (...list: string[]) => aScenario({ nodes: [trigger(), aNode('a'), aNode('b')], edges: edges(...list) });
    const [graph] = diffScenarios(of('t>a', 'a>b'), of('t>a', 'a:error>b')).graphs;
    expect(graph?.edges.added.map(({ from }) => from.port)).toEqual(['error']);
    expect(graph?.edges.removed.map(({ from }) => from.port)).toEqual(['done']);
    expect(diffScenarios(of('t>a', 'a>b'), of('t>a', 'a:error>b')).isSameMeaning).toBe(false);
  });

  it('keeps a compensation path with its graph', () => {
    const path = { id: 'p', kind: 'annul' as const, ofNode: 'a', title: 'Отмена', nodes: [aNode('x')], edges: [] };
    const diff = diffScenarios(aScenario(), aScenario({ paths: [path] }));
    expect(diff.paths.added.map(({ id }) => id)).toEqual(['p']);
    expect(diff.graphs.map(({ graph, nodes }) => [graph, nodes.added.map(({ id }) => id)])).toEqual([['p', ['x']]]);
  });
});
