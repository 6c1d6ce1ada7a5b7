import { describe, expect, it } from '@jest/globals';
import type { AnyManifest, Scenario, ScenarioNode } from '@potok/contracts';
import { describeScenario } from './describe-scenario.js';
import type { Phrase } from './description.js';

const role = {
  anyOf: [{ const: 'buyer' }, { const: 'seller' }],
  title: 'Кто это',
  ui: { choices: { buyer: { ru: 'Покупатель', en: 'Buyer' }, seller: { ru: 'Продавец', en: 'Seller' } } },
};
const manifest = (id: string, over: Partial<AnyManifest> = {}): AnyManifest =>
  ({
    id,
    version: 1,
    kind: 'node',
    effect: 'reads',
    isUndoable: false,
    family: 'crm',
    title: { ru: id, en: id },
    summary: { ru: `Делает ${id}.`, en: `Does ${id}.` },
    synonyms: [],
    icon: '',
    input: {
      type: 'object',
      properties: {
        dealId: { type: 'string', title: 'Сделка' },
        note: { type: 'string', title: 'Пометка' },
        role,
        when: { title: 'Когда', ui: { widget: 'cron' } },
      },
    },
    output: {
      type: 'object',
      properties: {
        total: { type: 'string', title: 'Сумма' },
        role,
        lines: { type: 'array', title: 'Строки', items: { type: 'object', properties: { price: { title: 'Цена' } } } },
      },
    },
    ports: ['done'],
    examples: [],
    ...over,
  }) as AnyManifest;

const nodes = [
  manifest('trigger.deal', { kind: 'trigger' }),
  manifest('crm.read'),
  manifest('edo.send', { effect: 'legal' }),
  manifest('edo.wait', { kind: 'wait', ports: ['accepted', 'deadline'] }),
  manifest('crm.write', { effect: 'undoable', isUndoable: true }),
];

const node = (id: string, type: string, over: Partial<ScenarioNode> = {}): ScenarioNode => ({
  id,
  type,
  typeVersion: 1,
  name: `Шаг ${id}`,
  params: {},
  position: { x: 0, y: 0 },
  ...over,
});
const edge = (from: string, to: string) => {
  const [source = '', port = 'done'] = from.split(':');
  return { id: `${source}_${port}_${to}`, from: { node: source, port }, to: { node: to } };
};

const aScenario = (over: Partial<Scenario> = {}): Scenario => ({
  schemaVersion: 1,
  name: 'Сделка → УПД',
  slots: [{ id: 'crm', gateway: 'crm', title: 'CRM со сделками' }],
  parameters: [{ id: 'days', title: 'Сколько ждать', schema: { type: 'integer' }, default: 30 }],
  nodes: [
    node('late', 'crm.write'),
    node('won', 'trigger.deal', { slot: 'crm' }),
    node('read', 'crm.read'),
    node('ask', 'edo.wait', { params: { deadlineDays: { $cel: 'params.days' } } }),
    node('done', 'crm.write'),
  ],
  edges: [edge('won', 'read'), edge('read', 'ask'), edge('ask:deadline', 'late'), edge('ask:accepted', 'done')],
  ...over,
});

const said = (phrase: Phrase | undefined): string =>
  (phrase ?? []).map((one) => (one.isName ? `[${one.text}]` : one.text)).join('');
const describeIt = (scenario: Scenario, over: Partial<Parameters<typeof describeScenario>[1]> = {}) =>
  describeScenario(scenario, { nodes, language: 'ru', ...over });
const stepsOf = (scenario: Scenario) => describeIt(scenario).parts[0]?.steps ?? [];
const settingOf = (params: Record<string, unknown>) => {
  const step = stepsOf(
    aScenario({
      nodes: [node('won', 'trigger.deal'), node('read', 'crm.read', { params })],
      edges: [edge('won', 'read')],
    }),
  )[1];
  return step?.settings.map(({ title, value }) => `${title}: ${said(value)}`) ?? [];
};

describe('order of the story', () => {
  it('goes along first ways out and tells what branches off after them', () =>
    expect(stepsOf(aScenario()).map(({ id, number }) => [number, id])).toEqual([
      [1, 'won'],
      [2, 'read'],
      [3, 'ask'],
      [4, 'done'],
      [5, 'late'],
    ]));

  it('names the case and the step of each way out, and where a run ends', () => {
    const [, , ask, done] = stepsOf(aScenario());
    expect(ask?.exits.map(({ when, to }) => [said(when), to?.number])).toEqual([
      ['если покупатель принял', 4],
      ['если срок вышел', 5],
    ]);
    expect(done?.exits).toEqual([{}]);
  });

  it('tells last and marks what nothing leads to', () => {
    const steps = stepsOf(aScenario({ edges: [edge('won', 'read')] }));
    expect(steps.filter(({ isReached }) => !isReached).map(({ id }) => id)).toEqual(['late', 'ask', 'done']);
  });

  it('ends on a circle and on a chain of two thousand steps', () => {
    const chain = Array.from({ length: 1999 }, (_one, index) => node(`n${index}`, 'crm.read'));
    const edges = [
      edge('won', 'n0'),
      ...chain.slice(1).map((_one, index) => edge(`n${index}`, `n${index + 1}`)),
      edge('n1998', 'n0'),
    ];
    const steps = stepsOf(aScenario({ nodes: [node('won', 'trigger.deal'), ...chain], edges }));
    expect(steps.at(-1)).toMatchObject({ id: 'n1998', number: 2000 });
  });
});

describe('parameters of a step', () => {
  it('stand under the titles of the schema, names for codes', () =>
    expect(settingOf({ dealId: { $cel: 'steps.read.?total' }, note: 'как есть' })).toEqual([
      'Сделка: [Шаг read → Сумма]',
      'Пометка: как есть',
    ]));

  it('stand in the order of the schema, whatever order they were stored in', () =>
    expect(settingOf({ note: 'б', dealId: 'а' })).toEqual(['Сделка: а', 'Пометка: б']));

  it('are read out where they are formulas', () =>
    expect(
      settingOf({ note: { $cel: 'dec(trigger.total) >= dec("100000.00") && steps["read"].total != "нет"' } }),
    ).toEqual(['Пометка: [Шаг won → Сумма] не меньше 100000.00 и [Шаг read → Сумма] не равно «нет»']));

  it('tell a schedule as people say it', () =>
    expect(settingOf({ when: '0 9 * * 1-5' })).toEqual(['Когда: по будням в 9:00']));

  it('tell choices by their words, in formulas too', () =>
    expect(
      settingOf({ role: 'seller', note: { $cel: 'trigger.role == "buyer" || trigger.total == "buyer"' } }),
    ).toEqual([
      'Пометка: [Шаг won → Кто это] равно «Покупатель» или [Шаг won → Сумма] равно «buyer»',
      'Кто это: Продавец',
    ]));

  it('leave text in a formula as it is written', () =>
    expect(settingOf({ note: { $cel: '"params.days && steps"' } })).toEqual(['Пометка: «params.days && steps»']));

  it('are texts with names in the places of their tags', () =>
    expect(
      settingOf({
        note: {
          $tpl: 'Ждём {{params.days}} дней{{#if (eq trigger.total "0")}}, даром{{/if}}: {{def steps.read.total "нет"}}',
        },
      }),
    ).toEqual([
      'Пометка: Ждём [Сколько ждать (30)] дней[если Шаг won → Сумма равно «0»: , даром]: [Шаг read → Сумма (если пусто: «нет»)]',
    ]));

  it('say of a list what is done with each line', () =>
    expect(
      settingOf({ note: { $each: 'steps.read.lines', as: 'line', do: { price: { $cel: 'line.price' } } } }),
    ).toEqual(['Пометка: для каждой строки из [Шаг read → Строки]', 'Пометка: price: [Элемент списка → price]']));

  it('are cut when they are as long as a file', () =>
    expect(settingOf({ note: 'я'.repeat(10_000) })[0]).toHaveLength('Пометка: '.length + 601));
});

it('tells how long a wait waits by what the binding gives', () => {
  const binding = { slots: {}, parameters: { days: 14 } };
  const [main] = describeIt(aScenario(), { binding }).parts;
  expect(said(main?.steps[2]?.waits)).toBe('Ждёт не дольше: 14 дней.');
});

it('names the connection that fills a slot, else the slot', () => {
  const id = '0192f000-0000-7000-8000-000000000200';
  const bound = describeIt(aScenario(), {
    binding: { slots: { crm: id }, parameters: {} },
    connections: { [id]: 'Продажи' },
  });
  expect(bound.slots).toEqual([{ title: 'CRM со сделками', gateway: 'CRM', connection: 'Продажи' }]);
  expect(bound.parts[0]?.steps[0]?.where).toBe('Продажи');
  expect(describeIt(aScenario()).parts[0]?.steps[0]?.where).toBe('CRM со сделками');
});

describe('taking back', () => {
  const send = node('send', 'edo.send');
  const withSend = (over: Partial<Scenario>, one = send) =>
    aScenario({ nodes: [node('won', 'trigger.deal'), one], edges: [edge('won', 'send')], ...over });

  it('leads from a legal step to its path, which is told as a part of its own', () => {
    const path = {
      id: 'annul',
      kind: 'annul' as const,
      ofNode: 'send',
      title: 'Аннулировать УПД',
      nodes: [node('back', 'crm.write')],
      edges: [],
    };
    const { parts } = describeIt(withSend({ paths: [path] }));
    expect(said(parts[0]?.steps[1]?.undo?.said)).toContain('[Аннулировать УПД]');
    expect(parts[1]).toMatchObject({ kind: 'annul', steps: [{ number: 1, name: 'Шаг back' }] });
    expect(parts[1]?.about).toContain('«Шаг send»');
  });

  it('gives the author’s reason where there is no path', () => {
    const [main] = describeIt(withSend({}, { ...send, legalReason: 'Ведут вручную.' })).parts;
    expect(said(main?.steps[1]?.undo?.said)).toContain('Ведут вручную.');
  });
});

it('says what happens on a fault only where it is not the usual', () => {
  const port = node('read', 'crm.read', { onFault: 'port' });
  const [, step] = stepsOf(aScenario({ nodes: [node('won', 'trigger.deal'), port], edges: [edge('won', 'read')] }));
  expect(step?.onFault).toContain('«ошибка»');
  expect(step?.exits.map(({ when }) => said(when))).toEqual(['когда шаг выполнен', 'если случился сбой']);
  expect(stepsOf(aScenario())[1]?.onFault).toBeUndefined();
});

it('reads out the branches of a choice', () => {
  const branches = [{ port: 'big', title: 'Крупная', when: { $cel: 'dec(trigger.total) > dec("100000")' } }];
  const decide = node('pick', 'flow.decide', { params: { branches } });
  const [, step] = stepsOf(aScenario({ nodes: [node('won', 'trigger.deal'), decide], edges: [edge('won', 'pick')] }));
  expect(step?.exits.map(({ when }) => said(when))).toEqual([
    'Крупная: если [Шаг won → Сумма] больше 100000',
    'во всех остальных случаях',
  ]);
});

it('tells a step of an unknown kind by its kind, in English too', () => {
  const { parts } = describeIt(aScenario({ nodes: [node('a', 'new.kind')], edges: [] }), { language: 'en' });
  expect(parts[0]?.steps[0]?.does).toBe('A step of kind new.kind, which this version of Potok does not know.');
});
