import { describe, expect, it } from '@jest/globals';
import type { Scenario } from '@potok/contracts';
import { describeFinding } from '../describe-finding.js';
import { aManifest, aNode, aScenario, edges, trigger } from '../testing/drawing.js';
import { compileScenario } from './compile-scenario.js';

const compile = (over: Partial<Scenario> = {}) => compileScenario(aScenario(over), { manifest: aManifest });
const found = (over: Partial<Scenario> = {}) =>
  compile(over).findings.map(({ code, node, field }) =>
    [code, node, field].filter((one) => one !== undefined).join(' '),
  );
const say = (text: unknown, more: Record<string, unknown> = {}) => aNode('a', 'text.say', { text, ...more });
const foundIn = (text: unknown, more: Record<string, unknown> = {}) => found({ nodes: [trigger(), say(text, more)] });

describe('params', () => {
  it.each([
    ['просто текст', []],
    [7, ['PARAM_WRONG a /text']],
    [{ $cel: 'trigger.deal.title' }, []],
    [{ $cel: 'trigger.deal.count' }, ['RESULT_TYPE_WRONG a /text']],
    [{ $cel: 'trigger.deal.fields["UF_CRM_1"]' }, []],
    [{ $cel: 'dec(trigger.deal.amount) * 2' }, []],
    [{ $cel: 'trigger.deal.titel' }, ['FIELD_UNKNOWN a /text']],
    [{ $cel: 'trigger.deal.lines.map(l, l.pric).join("")' }, ['KEY_MISSING a /text']],
    [{ $cel: 'trigger.deal.title + 1' }, ['CEL_TYPES_WRONG a /text']],
    [{ $cel: 'nothing' }, ['CEL_NAME_UNKNOWN a /text']],
    [{ $cel: 'trigger.deal.title +' }, ['CEL_SYNTAX a /text']],
    [{ $cel: 'trigger.deal.title.matches("x") ? "a" : "b"' }, ['CEL_FUNCTION_REFUSED a /text']],
    [{ $cel: 'trigger.deal.buyer.kpp' }, ['FIELD_MAYBE_ABSENT a /text']],
    [{ $cel: 'def(trigger.deal.buyer.kpp, "")' }, []],
    [{ $tpl: 'Сделка {{trigger.deal.title}}' }, []],
    [{ $tpl: 'Сделка {{trigger.deal.titel}}' }, ['FIELD_UNKNOWN a /text']],
    [{ $tpl: 'Сделка {{#if}}' }, ['TEMPLATE_SYNTAX a /text']],
    [{ $each: 'trigger.deal.lines', do: 1 }, ['RESULT_TYPE_WRONG a /text']],
    [{ $cel: 'x', as: 'y' }, ['PARAM_MALFORMED a /text']],
    [{ $cel: 5 }, ['PARAM_MALFORMED a /text', 'PARAM_WRONG a /text']],
  ])('%j gives %j', (text, findings) => expect(foundIn(text)).toEqual(findings));

  it('finds missing and unknown fields', () => {
    const nodes = [trigger(), aNode('a', 'text.say', { txt: 'x' })];
    expect(found({ nodes })).toEqual(['PARAM_MISSING a /text', 'PARAM_UNKNOWN a /txt']);
  });

  it('names fields as the form does, rows by number, and keeps the pointer', () => {
    const price = { type: 'string', format: 'decimal', title: 'Цена' };
    const line = { type: 'object', properties: { price }, required: ['price'], additionalProperties: false };
    const lines = { type: 'array', items: line, title: 'Строки' };
    const input = {
      type: 'object',
      properties: { comment: { type: 'string', maxLength: 3, title: 'Комментарий' }, lines, code: { type: 'string' } },
      required: ['comment', 'code'],
      additionalProperties: false,
    };
    const manifest = { nodes: aManifest.nodes.map((one) => (one.id === 'text.say' ? { ...one, input } : one)) };
    const of = (params: Record<string, unknown>) =>
      compileScenario(aScenario({ nodes: [trigger(), aNode('a', 'text.say', params)] }), { manifest }).findings;
    const said = (params: Record<string, unknown>, language: 'ru' | 'en' = 'ru') =>
      of(params).map((finding) => describeFinding(finding, language));
    expect(said({ lines: [{ price: '1' }, {}] })).toEqual([
      'Шаг «a»: поле «Комментарий» не заполнено.',
      'Шаг «a»: поле «code» не заполнено.',
      'Шаг «a»: поле «Строки → 2 → Цена» не заполнено.',
    ]);
    expect(of({ code: '', comment: '', lines: [{}] })[0]?.field).toBe('/lines/0/price');
    expect(said({ code: '', comment: 'много' })).toEqual([
      'Шаг «a»: поле «Комментарий» заполнено неверно: помещается не больше 3 знаков.',
    ]);
    expect(said({ code: '', comment: '', lines: { $each: 'trigger.deal.lines', do: {} } }, 'en')).toEqual([
      'Step "a": field "Строки → Цена" is empty.',
    ]);
    const decide = aNode('a', 'flow.decide', { branches: [{ port: 'big', title: 'Крупная' }] });
    const { findings } = compileScenario(aScenario({ nodes: [trigger(), decide] }), { manifest });
    expect(findings.map((one) => describeFinding(one, 'ru'))).toContain(
      'Шаг «a»: поле «Ветки → 1 → Условие» не заполнено.',
    );
  });

  it('names a way out as the author does, else by the word of the port', () => {
    const when = { $cel: 'true' };
    const branches = [
      { port: 'big', title: 'Крупная', when },
      { port: 'small', when },
    ];
    const { findings } = compile({ nodes: [trigger(), aNode('a', 'flow.decide', { branches })] });
    expect(findings.map((one) => describeFinding(one, 'ru').split(' никуда')[0])).toEqual([
      'Выход «Крупная» шага «a»',
      'Выход «small» шага «a»',
      'Выход «иначе» шага «a»',
    ]);
    expect(describeFinding(findings[2]!, 'en')).toContain('Way out "otherwise" of step "a"');
  });

  it('gives the place in the text of an expression, and a sentence in both languages', () => {
    const [finding] = compile({ nodes: [trigger(), say({ $cel: 'trigger.deal.title + 1' })] }).findings;
    expect(finding?.facts).toMatchObject({ start: 0, end: 22 });
    expect(describeFinding(finding!, 'ru')).toMatch(/string \+ int/);
    expect(describeFinding(finding!, 'en')).toMatch(/string \+ int/);
  });

  it('checks what is inside of $each with the type of its items', () => {
    const map = (list: unknown) => found({ nodes: [trigger(), aNode('a', 'data.map', { list })] });
    const each = (cel: string) => ({ $each: 'trigger.deal.lines', do: { x: { $cel: cel } } });
    expect(map(each('line.name + string(lineIndex)'))).toEqual([]);
    expect(map(each('line.naem'))).toEqual(['KEY_MISSING a /list/do/x']);
    expect(map({ $each: 'trigger.deal.title', do: 1 })).toEqual(['CEL_NOT_A_LIST a /list']);
  });

  it('types the parameters of the scenario', () => {
    const parameters = [{ id: 'days', title: 'Дней', schema: { type: 'integer' } }];
    const times = (cel: string) => found({ parameters, nodes: [trigger(), say('x', { times: { $cel: cel } })] });
    expect(times('params.days + 1')).toEqual([]);
    expect(times('params.hours')).toEqual(['FIELD_UNKNOWN a /times']);
  });

  it('lets a trigger refer to parameters only', () => {
    const nodes = [aNode('t', 'trigger.manual', { x: { $cel: 'steps.a.said' } }), aNode('a')];
    expect(found({ nodes })).toEqual(['PARAM_UNKNOWN t /x', 'TRIGGER_REFERENCE_WRONG t /x']);
  });
});

describe('references between steps', () => {
  const said = (id: string, from: string, over = {}) =>
    aNode(id, 'text.say', { text: { $cel: `steps.${from}.said` } }, over);
  const first = (over = {}) => aNode('first', 'text.say', { text: 'x' }, over);

  it('knows what is surely before', () => {
    const line = edges('t>first', 'first>b');
    expect(found({ nodes: [trigger(), first(), said('b', 'first')], edges: line })).toEqual([]);
    expect(found({ nodes: [trigger(), first(), said('b', 'nobody')], edges: line })).toEqual(['STEP_UNKNOWN b /text']);
    expect(
      found({ nodes: [trigger(), said('first', 'b'), aNode('b', 'text.say', { text: 'x' })], edges: line }),
    ).toEqual(['STEP_NOT_BEFORE first /text']);
    expect(found({ nodes: [trigger(), first({ onFault: 'continue' }), said('b', 'first')], edges: line })).toEqual([
      'STEP_MAYBE_ABSENT b /text',
    ]);
    const dynamic = aNode('b', 'text.say', { text: { $cel: 'string(steps[trigger.dealId])' } });
    expect(found({ nodes: [trigger(), first(), dynamic], edges: line })).toEqual(['STEP_NOT_NAMED b /text']);
  });

  it('warns of a step that only one branch passes, unless that is provided for', () => {
    const decide = aNode('d', 'flow.decide', { branches: [{ port: 'yes', when: { $cel: 'trigger.deal.isBig' } }] });
    const drawn = edges('t>d', 'd:yes>first', 'first>b', 'd:otherwise>b');
    expect(found({ nodes: [trigger(), decide, first(), said('b', 'first')], edges: drawn })).toEqual([
      'STEP_MAYBE_ABSENT b /text',
    ]);
    const guarded = aNode('b', 'text.say', { text: { $cel: 'def(steps.first.said, "")' } });
    expect(found({ nodes: [trigger(), decide, first(), guarded], edges: drawn })).toEqual([]);
  });

  it('sees all branches after a join of all, and only maybe after a join of any', () => {
    const nodes = (mode: string) => [
      trigger(),
      aNode('f', 'flow.parallel', { branches: ['x', 'y'] }),
      first(),
      aNode('other', 'text.say', { text: 'x' }),
      aNode('j', 'flow.join', { mode }),
      said('b', 'first'),
    ];
    const drawn = edges('t>f', 'f:x>first', 'f:y>other', 'first>j', 'other>j', 'j>b');
    expect(found({ nodes: nodes('all'), edges: drawn })).toEqual([]);
    expect(found({ nodes: nodes('any'), edges: drawn })).toEqual(['STEP_MAYBE_ABSENT b /text']);
  });

  it('has no output behind the error port', () => {
    const nodes = [trigger(), first({ onFault: 'port' }), said('b', 'first'), said('c', 'first')];
    expect(found({ nodes, edges: edges('t>first', 'first>b', 'first:error>c') })).toEqual(['STEP_NOT_BEFORE c /text']);
  });

  it('keeps steps of a loop inside it and types its item', () => {
    const nodes = [
      trigger(),
      aNode('l', 'flow.for-each', { items: { $cel: 'trigger.deal.lines' } }),
      aNode('first', 'text.say', { text: { $cel: 'item.name + string(itemIndex)' } }),
      said('inner', 'first'),
      said('b', 'first'),
    ];
    const drawn = edges('t>l', 'l:item>first', 'first>inner', 'l>b');
    expect(found({ nodes, edges: drawn })).toEqual(['STEP_INSIDE_LOOP b /text']);
    const wrong = [nodes[0]!, nodes[1]!, aNode('first', 'text.say', { text: { $cel: 'item.naem' } })];
    expect(found({ nodes: wrong, edges: edges('t>l', 'l:item>first') })).toEqual(['KEY_MISSING first /text']);
    const outside = [trigger(), aNode('a', 'text.say', { text: { $cel: 'string(itemIndex)' } })];
    expect(found({ nodes: outside })).toEqual(['CEL_NAME_UNKNOWN a /text']);
  });

  it('lets a path see the steps before its node', () => {
    const slots = [{ id: 'edo', gateway: 'operator' as const, title: 'Диадок' }];
    const nodes = [
      trigger(),
      first(),
      aNode('s', 'edo.send', { documentId: 'd' }, { slot: 'edo' }),
      aNode('late', 'text.say', { text: 'x' }),
    ];
    const path = (text: string) => [
      {
        id: 'annul',
        kind: 'annul' as const,
        ofNode: 's',
        title: 'A',
        nodes: [aNode('p', 'text.say', { text: { $cel: text } })],
        edges: [],
      },
    ];
    const drawn = edges('t>first', 'first>s', 's>late');
    const inPath = (text: string) => found({ slots, nodes, edges: drawn, paths: path(text) });
    expect(inPath('steps.first.said + steps.s.messageId + trigger.dealId')).toEqual([]);
    expect(inPath('steps.late.said')).toEqual(['STEP_MAYBE_ABSENT p /text']);
  });
});

describe('waits that are opened early', () => {
  const asks = (id = 'ask') => aNode(id, 'text.say', { text: { $cel: 'waits.cb.url' } });
  const wait = (params = {}) => aNode('cb', 'flow.await-callback', params);
  const wired = edges('t>ask', 'ask>cb', 'cb:received>done', 'cb:deadline>late');
  const rest = [aNode('done', 'text.say', { text: { $cel: 'waits.cb.url' } }), aNode('late')];

  it('opens a wait before the step that hands out its URL, and not again behind it', () => {
    const { plan, findings } = compile({ nodes: [trigger(), asks(), wait(), ...rest], edges: wired });
    expect(findings).toEqual([]);
    expect(plan?.steps.nodes.ask?.opensBefore).toEqual(['cb']);
    expect(plan?.steps.nodes.done?.opensBefore).toEqual([]);
    expect(plan?.steps.nodes.cb?.isWait).toBe(true);
  });

  it('refuses a wait that is not ahead, offers nothing, or needs what is not there yet', () => {
    const decide = aNode('d', 'flow.decide', { branches: [{ port: 'yes', when: { $cel: 'trigger.deal.isBig' } }] });
    const beside = edges('t>d', 'd:yes>cb', 'd:otherwise>ask', 'cb:received>done', 'cb:deadline>late');
    expect(found({ nodes: [trigger(), decide, asks(), wait(), ...rest], edges: beside })).toEqual([
      'WAIT_NOT_AHEAD ask /text',
    ]);
    const plain = [
      trigger(),
      aNode('ask', 'text.say', { text: { $cel: 'waits.w.url' } }),
      aNode('w', 'flow.wait', { kind: 'x' }),
    ];
    expect(found({ nodes: plain, edges: edges('t>ask', 'ask>w') })).toContain('WAIT_OFFERS_NOTHING ask /text');
    const needy = [trigger(), asks(), wait({ note: { $cel: 'steps.ask.said' } }), ...rest];
    expect(found({ nodes: needy, edges: wired })).toEqual(['WAIT_NEEDS_LATER_STEP ask /text']);
  });
});

describe('calls', () => {
  const id = '0190a000-0000-7000-8000-000000000002';
  const called = compile();
  const callPlans = { [id]: { hash: called.hash!, plan: called.plan! } };
  const call = (params: Record<string, unknown>) =>
    compileScenario(aScenario({ nodes: [trigger(), aNode('a', 'flow.call', params)] }), {
      manifest: aManifest,
      callPlans,
    });

  it('checks the data against the trigger of the called scenario', () => {
    const deal = { $cel: 'trigger.deal' };
    expect(call({ scenarioId: id, input: { deal, dealId: '7' } }).findings).toEqual([]);
    const codes = call({ scenarioId: id, input: { deal, dealId: 7, more: 1 } }).findings.map(({ code }) => code);
    expect(codes).toEqual(['PARAM_UNKNOWN', 'PARAM_WRONG']);
  });

  it('wants the scenario itself written out', () => {
    const codes = call({ scenarioId: { $cel: 'trigger.dealId' } }).findings.map(({ code }) => code);
    expect(codes).toEqual(['PARAM_NOT_LITERAL']);
  });
});
