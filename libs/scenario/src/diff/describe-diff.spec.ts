import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aManifest, aNode, aScenario, edges, trigger } from '../testing/drawing.js';
import { wildDrawings } from '../testing/random-drawing.js';
import { describeBindingDiff } from './describe-binding.js';
import { describeDiff } from './describe-diff.js';
import { diffScenarios } from './diff-scenarios.js';

const kinds = new Map(aManifest.nodes.map((node) => [node.id, node]));
const lines = (before: Parameters<typeof diffScenarios>[0], after: typeof before) =>
  describeDiff(diffScenarios(before, after, kinds), 'ru', kinds).map(({ title, lines: said, isLayoutOnly }) => [
    title,
    said.map(({ text }) => text),
    isLayoutOnly,
  ]);
const named = (id: string, name: string, params = {}, over = {}) => aNode(id, 'text.say', params, { name, ...over });

it('tells a changed step by names, not by ids', () => {
  const nodes = [trigger(), { ...aNode('deal', 'crm.get-deal'), name: 'Прочитать сделку' }];
  const before = aScenario({ nodes: [...nodes, named('say', 'Сказать', { text: { $cel: 'trigger.dealId' } })] });
  const after = aScenario({
    nodes: [
      ...nodes,
      named(
        'say',
        'Сказать',
        { text: { $cel: 'steps.deal.?title' }, times: 2 },
        { onFault: 'continue', timeoutSec: 5 },
      ),
    ],
  });
  expect(lines(before, after)).toEqual([
    [
      'Изменён шаг «Сказать»',
      [
        'Время на попытку — было 60 с, стало 5 с',
        'При ошибке — было ждать человека, стало идти дальше',
        'text — было «t › dealId», стало «Прочитать сделку › title»',
        'times — задано 2',
      ],
      false,
    ],
  ]);
});

it('tells choices by their words', () => {
  const words = { buyer: { ru: 'Покупатель', en: 'Buyer' }, seller: { ru: 'Продавец', en: 'Seller' } };
  const role = { enum: ['buyer', 'seller'], title: 'Кто это', ui: { choices: words } };
  const say = kinds.get('text.say')!;
  const known = new Map([['text.say', { ...say, input: { type: 'object', properties: { role } } }]]);
  const of = (params: object) => aScenario({ nodes: [trigger(), named('say', 'Сказать', params)] });
  const [group] = describeDiff(diffScenarios(of({ role: 'buyer' }), of({ role: 'seller' }), known), 'ru', known);
  expect(group?.lines[0]?.text).toBe('Кто это — было «Покупатель», стало «Продавец»');
});

it('gathers links under the step that they go out of, with the words of ways out', () => {
  const of = (...list: string[]) =>
    aScenario({ nodes: [trigger(), named('a', 'Отправить'), named('b', 'Ждать')], edges: edges(...list) });
  expect(lines(of('t>a', 'a>b'), of('t>a', 'a:rejected>b'))).toEqual([
    [
      'Изменены связи шага «Отправить»',
      ['удалена связь «готово» → «Ждать»', 'добавлена связь «отказал» → «Ждать»'],
      false,
    ],
  ]);
});

it('says last, and marks, what no run notices', () => {
  const before = aScenario({ notes: [{ id: 'n', text: 'Раз', position: { x: 0, y: 0 }, width: 1, height: 1 }] });
  const after = {
    ...before,
    notes: [],
    name: 'Другое',
    nodes: [trigger(), aNode('a', 'data.map', {}, { position: { x: 9, y: 9 } })],
  };
  expect(lines(before, after)).toEqual([
    ['Изменён сценарий', ['Название — было «Сценарий», стало «Другое»'], false],
    ['Передвинуты шаги: 1', ['«a»'], true],
    ['Удалена заметка «Раз»', [], true],
  ]);
});

it('tells another connection and another parameter of a binding', () => {
  const scenario = aScenario({ slots: [{ id: 'edo', gateway: 'operator', title: 'Оператор ЭДО' }] });
  const groups = describeBindingDiff({
    before: { slots: { edo: 'one' }, parameters: { days: 5 } },
    after: { slots: { edo: 'two' }, parameters: {} },
    scenario,
    connections: new Map([
      ['one', 'Диадок'],
      ['two', 'СБИС'],
    ]),
    language: 'ru',
  });
  expect(groups.flatMap((group) => group.lines.map(({ text }) => text))).toEqual([
    'Подключение «Оператор ЭДО» — было «Диадок», стало «СБИС»',
    'Параметр «days» — убрано, было 5',
  ]);
});

it('has words for any two drawings in both languages', () => {
  fc.assert(
    fc.property(wildDrawings, wildDrawings, fc.constantFrom('ru' as const, 'en' as const), (one, two, language) => {
      const groups = describeDiff(diffScenarios(one, two, kinds), language, kinds);
      expect(groups.every(({ title }) => title !== '')).toBe(true);
      expect(new Set(groups.map(({ id }) => id)).size).toBe(groups.length);
    }),
    { numRuns: 100 },
  );
});
