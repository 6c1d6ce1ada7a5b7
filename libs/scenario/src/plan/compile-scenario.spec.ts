import { describe, expect, it } from '@jest/globals';
import type { Scenario } from '@potok/contracts';
import { aManifest, aNode, aScenario, edges, trigger } from '../testing/drawing.js';
import { compileScenario } from './compile-scenario.js';

const own = '0190a000-0000-7000-8000-000000000001';
const other = '0190a000-0000-7000-8000-000000000002';
const twice = { branches: [{ port: 'otherwise', when: true }] };
const crossed = { maxAttempts: 3, firstDelaySec: 60, factor: 2, maxDelaySec: 5 };
function aParameter(id: string) {
  return { id, title: id, schema: { type: 'string' } };
}

const compile = (over: Partial<Scenario> = {}) => compileScenario(aScenario(over), { manifest: aManifest });
const codes = (over: Partial<Scenario> = {}) => compile(over).findings.map(({ code }) => code);

describe('compileScenario', () => {
  it('makes skeleton and steps of the smallest drawing', () => {
    const { plan, hash, findings } = compile();
    expect(findings).toEqual([]);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(plan?.skeleton).toEqual({
      main: { entry: 'a', nodes: [{ id: 'a', kind: 'step' }], edges: [] },
      paths: [],
      calls: {},
    });
    expect(plan?.steps.trigger).toMatchObject({ node: 't', type: 'trigger.manual', typeVersion: 1 });
    expect(plan?.steps.nodes.a).toEqual({
      id: 'a',
      type: 'data.map',
      typeVersion: 1,
      name: 'a',
      params: {},
      effect: 'reads',
      isWait: false,
      retry: { maxAttempts: 1000, firstDelaySec: 1, factor: 2, maxDelaySec: 300 },
      timeoutMs: 60_000,
      onFault: 'park',
      isSkipped: false,
      opensBefore: [],
    });
  });

  it('gives one hash whatever the layout, the notes and the order of nodes, edges and keys', () => {
    const nodes = [trigger(), aNode('a', 'text.say', { text: 'x', times: 2 }), aNode('b')];
    const one = compile({ nodes, edges: edges('t>a', 'a>b') });
    const other = compile({
      nodes: [
        aNode('b', 'data.map', {}, { note: 'сюда смотреть', position: { x: 7, y: 9 } }),
        aNode('a', 'text.say', { times: 2, text: 'x' }),
        trigger(),
      ],
      edges: edges('a>b', 't>a'),
      groups: [{ id: 'g', title: 'Группа', nodes: ['a'] }],
      notes: [{ id: 'n', text: 'заметка', position: { x: 1, y: 1 }, width: 10, height: 10 }],
      description: 'другое описание',
    });
    expect(one.hash).toBeDefined();
    expect(other.hash).toBe(one.hash);
  });

  it('gives another hash when a parameter or a name changes', () => {
    const hashes = [aNode('a'), aNode('a', 'data.map', { x: 1 }), aNode('a', 'data.map', {}, { name: 'иначе' })].map(
      (node) => compile({ nodes: [trigger(), node] }).hash,
    );
    expect(new Set(hashes).size).toBe(3);
  });

  it('knows forks, joins, for-eaches, calls and stops', () => {
    const { plan, findings } = compile({
      nodes: [
        trigger(),
        aNode('f', 'flow.parallel', { branches: ['x', 'y'] }),
        aNode('b'),
        aNode('j', 'flow.join', { mode: 'all' }),
        aNode('l', 'flow.for-each', { items: { $cel: 'trigger.deal.lines' }, window: 3 }),
        aNode('c'),
        aNode('s', 'flow.stop', {}),
      ],
      edges: edges('t>f', 'f:x>j', 'f:y>b', 'b>j', 'j>l', 'l:item>c', 'c>l', 'l>s'),
    });
    expect(findings).toEqual([]);
    expect(plan?.skeleton.main.nodes).toEqual([
      { id: 'b', kind: 'step' },
      { id: 'c', kind: 'step' },
      { id: 'f', kind: 'fork', branches: ['x', 'y'] },
      { id: 'j', kind: 'join', mode: 'all', need: 2, arms: 2 },
      { id: 'l', kind: 'each', window: 3 },
      { id: 's', kind: 'stop' },
    ]);
    expect(plan?.skeleton.main.edges).toContainEqual({ from: 'c', port: 'done', to: 'l' });
  });

  it('counts a join by the branches that reach it, not by edges', () => {
    const { plan } = compile({
      nodes: [
        trigger(),
        aNode('f', 'flow.parallel', { branches: ['x', 'y'] }),
        aNode('d', 'flow.decide', { branches: [{ port: 'yes', when: true }] }),
        aNode('b'),
        aNode('j', 'flow.join', { mode: 'all' }),
      ],
      edges: edges('t>f', 'f:x>d', 'd:yes>b', 'b>j', 'd:otherwise>j', 'f:y>j'),
    });
    expect(plan?.skeleton.main.nodes).toContainEqual({ id: 'j', kind: 'join', mode: 'all', need: 2, arms: 2 });
  });

  it('does not say that the trigger leads nowhere when it leads to a node that is unknown', () => {
    const { findings } = compile({ nodes: [trigger(), aNode('a', 'data.nothing')] });
    expect(findings.map(({ code }) => code)).toEqual(['NODE_TYPE_UNKNOWN']);
  });

  it.each([
    ['TRIGGER_MISSING', { nodes: [aNode('a')], edges: [] }],
    ['TRIGGER_REPEATED', { nodes: [trigger(), aNode('u', 'trigger.manual'), aNode('a')] }],
    ['TRIGGER_LEADS_NOWHERE', { edges: [] }],
    ['EDGE_INTO_TRIGGER', { edges: edges('t>a', 'a>t') }],
    ['NODE_TYPE_UNKNOWN', { nodes: [trigger(), aNode('a', 'data.nothing')] }],
    ['NODE_VERSION_UNKNOWN', { nodes: [trigger(), aNode('a', 'data.map', {}, { typeVersion: 9 })] }],
    ['NODE_ID_REPEATED', { nodes: [trigger(), aNode('a'), aNode('a')] }],
    ['NODE_UNREACHABLE', { nodes: [trigger(), aNode('a'), aNode('b')] }],
    ['EDGE_END_UNKNOWN', { edges: edges('t>a', 'a>z') }],
    ['PORT_UNKNOWN', { nodes: [trigger(), aNode('a'), aNode('b')], edges: edges('t>a', 'a:maybe>b') }],
    ['PORT_HAS_TWO_EDGES', { nodes: [trigger(), aNode('a'), aNode('b')], edges: edges('t>a', 'a>b', 'a>b') }],
    ['PORT_REPEATED', { nodes: [trigger(), aNode('a', 'flow.decide', twice)] }],
    ['ERROR_PORT_WITHOUT_EDGE', { nodes: [trigger(), aNode('a', 'data.map', {}, { onFault: 'port' })] }],
    ['CYCLE_WITHOUT_WAIT', { nodes: [trigger(), aNode('a'), aNode('b')], edges: edges('t>a', 'a>b', 'b>a') }],
    ['CYCLE_WITHOUT_WAIT', { edges: edges('t>a', 'a>a') }],
    ['UNDO_MISSING', { nodes: [trigger(), aNode('a', 'bad.undo')] }],
    ['JOIN_WITHOUT_FORK', { nodes: [trigger(), aNode('a', 'flow.join', { mode: 'all' })] }],
    ['EACH_WITHOUT_BODY', { nodes: [trigger(), aNode('a', 'flow.for-each', { items: [] })] }],
    ['NODE_CANNOT_BE_SKIPPED', { nodes: [trigger(), aNode('a', 'flow.join', { mode: 'all' }, { isSkipped: true })] }],
    ['ID_REPEATED', { parameters: [aParameter('p'), aParameter('p')] }],
    ['SLOT_MISSING', { nodes: [trigger(), aNode('a', 'crm.get-deal', { dealId: '1' })] }],
    ['SLOT_UNKNOWN', { nodes: [trigger(), aNode('a', 'crm.get-deal', { dealId: '1' }, { slot: 'crm' })] }],
    ['RETRY_DELAYS_CROSSED', { nodes: [trigger(), aNode('a', 'data.map', {}, { retry: crossed })] }],
    ['CALL_UNKNOWN', { nodes: [trigger(), aNode('a', 'flow.call', { scenarioId: other })] }],
  ] as const)('finds %s', (code, over) => {
    const { plan, findings } = compile(over as Partial<Scenario>);
    expect(plan).toBeUndefined();
    expect(findings).toContainEqual(expect.objectContaining({ code, severity: 'error' }));
  });

  it('finds branches that meet without a join, bodies that leak, arms of different forks', () => {
    const forked = [trigger(), aNode('f', 'flow.parallel', { branches: ['x', 'y'] }), aNode('a')];
    expect(codes({ nodes: forked, edges: edges('t>f', 'f:x>a', 'f:y>a') })).toContain('PARALLEL_MERGES_WITHOUT_JOIN');
    const looped = [trigger(), aNode('l', 'flow.for-each', { items: [] }), aNode('a'), aNode('b')];
    expect(codes({ nodes: looped, edges: edges('t>l', 'l:item>a', 'l>b', 'a>b') })).toContain('EACH_BODY_LEAKS');
    const nested = [
      ...forked.slice(0, 2),
      aNode('g', 'flow.parallel', { branches: ['x', 'y'] }),
      aNode('j', 'flow.join', { mode: 'all' }),
    ];
    expect(codes({ nodes: nested, edges: edges('t>f', 'f:x>g', 'f:y>j', 'g:x>j', 'g:y>j') })).toContain(
      'JOIN_ARMS_DIFFER',
    );
  });

  it('finds joins that wait for more than comes, and warns of those that may wait in vain', () => {
    const nodes = (params: Record<string, unknown>) => [
      trigger(),
      aNode('f', 'flow.parallel', { branches: ['x', 'y'] }),
      aNode('d', 'flow.decide', { branches: [{ port: 'yes', when: true }] }),
      aNode('j', 'flow.join', params),
    ];
    const drawn = edges('t>f', 'f:x>d', 'd:yes>j', 'f:y>j');
    expect(codes({ nodes: nodes({ mode: 'some', need: 3 }), edges: drawn })).toContain('JOIN_NEVER_FULFILLED');
    expect(codes({ nodes: nodes({ mode: 'some' }), edges: drawn })).toContain('JOIN_NEED_MISSING');
    expect(codes({ nodes: nodes({ mode: 'all' }), edges: drawn })).toEqual(['PORT_WITHOUT_EDGE', 'JOIN_MAY_STALL']);
  });

  it('allows a loop that waits', () => {
    const nodes = [trigger(), aNode('a'), aNode('w', 'flow.wait', { kind: 'duration', duration: 'PT1H' })];
    expect(codes({ nodes, edges: edges('t>a', 'a>w', 'w>a') })).toEqual([]);
  });

  it('asks a legal effect for a path or a reason', () => {
    const send = (legalReason?: string) =>
      aNode(
        'a',
        'edo.send',
        { documentId: 'd' },
        { slot: 'edo', ...(legalReason === undefined ? {} : { legalReason }) },
      );
    const slots = [{ id: 'edo', gateway: 'operator' as const, title: 'Диадок' }];
    expect(codes({ slots, nodes: [trigger(), send()] })).toEqual(['LEGAL_WITHOUT_PATH']);
    expect(codes({ slots, nodes: [trigger(), send('письмо, не документ')] })).toEqual([]);
    const paths = [
      { id: 'annul', kind: 'annul' as const, ofNode: 'a', title: 'Аннулирование', nodes: [aNode('p')], edges: [] },
    ];
    const { plan, findings } = compile({ slots, nodes: [trigger(), send()], paths });
    expect(findings).toEqual([]);
    expect(plan?.skeleton.paths).toEqual([
      { id: 'annul', kind: 'annul', ofNode: 'a', graph: { entry: 'p', nodes: [{ id: 'p', kind: 'step' }], edges: [] } },
    ]);
  });

  it('walks past a skipped node by its first port, and keeps what is behind its others out of the plan', () => {
    const nodes = [trigger(), aNode('w', 'flow.await-callback', {}, { isSkipped: true }), aNode('a'), aNode('late')];
    const { plan, findings } = compile({ nodes, edges: edges('t>w', 'w:received>a', 'w:deadline>late') });
    expect(findings.map(({ code, node }) => [code, node])).toEqual([['NODE_BEHIND_SKIPPED', 'late']]);
    expect(plan?.skeleton.main.nodes).toEqual([
      { id: 'a', kind: 'step' },
      { id: 'w', kind: 'step' },
    ]);
    expect(Object.keys(plan?.steps.nodes ?? {})).toEqual(['a', 'w']);
  });

  it('pins calls to the published plan and refuses a circle of calls', () => {
    const called = compile();
    const nodes = [trigger(), aNode('a', 'flow.call', { scenarioId: other })];
    const callPlans = { [other]: { hash: called.hash!, plan: called.plan! } };
    const options = { manifest: aManifest, callPlans, scenarioId: own };
    const first = compileScenario(aScenario({ nodes }), options);
    expect(first.plan?.skeleton.calls).toEqual({ a: called.hash });
    const back = compileScenario(aScenario({ nodes: [trigger(), aNode('a', 'flow.call', { scenarioId: own })] }), {
      manifest: aManifest,
      callPlans: { [own]: { hash: called.hash!, plan: called.plan! } },
    });
    const circle = { ...options, callPlans: { [other]: { hash: back.hash!, plan: back.plan! } } };
    expect(compileScenario(aScenario({ nodes }), circle).findings.map(({ code }) => code)).toEqual(['CALL_CYCLE']);
  });
});
