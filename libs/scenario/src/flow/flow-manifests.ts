import type { FlowManifest } from '@potok/contracts';
import { flowIcons } from './flow-icons.js';
import { flowSchemas } from './flow-schemas.js';

type Kind = keyof typeof flowSchemas;
type Words = Pick<FlowManifest, 'title' | 'summary' | 'synonyms' | 'ports' | 'examples'>;

const flow = (id: string, kind: Kind, words: Words): FlowManifest => ({
  kind: 'flow',
  id,
  version: 1,
  family: 'flow',
  icon: flowIcons[kind],
  ...flowSchemas[kind],
  ...words,
});

/** Nodes that the compiler and the interpreter know themselves; merged into the manifest of the registry. */
export const flowManifests: readonly FlowManifest[] = [
  flow('flow.decide', 'decide', {
    title: { ru: 'Выбор', en: 'Decide' },
    summary: {
      ru: 'Ведёт запуск по первой ветке, условие которой верно, иначе по ветке «иначе».',
      en: 'Leads the run along the first branch whose condition is true, else along `otherwise`.',
    },
    synonyms: ['если', 'условие', 'ветвление', 'switch', 'if'],
    ports: ['otherwise'],
    examples: [
      {
        title: 'big deals go to a director',
        input: { branches: [{ port: 'big', when: { $cel: 'dec(trigger.amount) > dec("100000")' } }] },
        output: { port: 'big' },
      },
    ],
  }),
  flow('flow.parallel', 'parallel', {
    title: { ru: 'Параллельно', en: 'Parallel' },
    summary: { ru: 'Ведёт запуск по нескольким веткам сразу.', en: 'Leads the run along several branches at once.' },
    synonyms: ['одновременно', 'разделить', 'fork', 'and'],
    ports: [],
    examples: [{ title: 'to 1C and to the CRM at once', input: { branches: ['accounting', 'crm'] }, output: {} }],
  }),
  flow('flow.join', 'join', {
    title: { ru: 'Сборка веток', en: 'Join' },
    summary: {
      ru: 'Ждёт параллельные ветки: все, первую или несколько, и ведёт запуск дальше один раз.',
      en: 'Waits for parallel branches, all, the first or some of them, and goes on once.',
    },
    synonyms: ['дождаться', 'слить', 'merge', 'wait all'],
    ports: ['done'],
    examples: [{ title: 'waits for every branch', input: { mode: 'all' }, output: {} }],
  }),
  flow('flow.for-each', 'forEach', {
    title: { ru: 'Для каждого', en: 'For each' },
    summary: {
      ru: 'Проходит шаги тела для каждого элемента списка, несколько элементов сразу, если задано окно.',
      en: 'Walks the body for each item of a list, several items at a time when a window is set.',
    },
    synonyms: ['цикл', 'перебор', 'список', 'loop', 'foreach'],
    ports: ['done', 'item'],
    examples: [
      { title: 'each line of a deal', input: { items: { $cel: 'trigger.lines' }, window: 5 }, output: { count: 3 } },
    ],
  }),
  flow('flow.call', 'call', {
    title: { ru: 'Вызвать сценарий', en: 'Call a scenario' },
    summary: {
      ru: 'Запускает другой опубликованный сценарий и ждёт его конца.',
      en: 'Runs another published scenario and waits for its end.',
    },
    synonyms: ['подпроцесс', 'вложенный', 'subflow', 'call activity'],
    ports: ['done'],
    examples: [
      {
        title: 'hands a deal on',
        input: { scenarioId: '0190a000-0000-7000-8000-000000000001', input: { dealId: { $cel: 'trigger.dealId' } } },
      },
    ],
  }),
  flow('flow.stop', 'stop', {
    title: { ru: 'Стоп', en: 'Stop' },
    summary: {
      ru: 'Завершает запуск, даже если идут другие ветки, и записывает итог.',
      en: 'Ends the run, other branches included, and writes the outcome.',
    },
    synonyms: ['конец', 'завершить', 'end', 'exit'],
    ports: [],
    examples: [{ title: 'nothing to bill', input: { outcome: 'Сделка без товаров' }, output: {} }],
  }),
];
