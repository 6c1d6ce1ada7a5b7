import type { Scenario, ScenarioNode } from '@potok/contracts';
import { dynamicOf } from '../values/param-value.js';
import type { FieldChange, Language, NodeKinds } from './diff-types.js';
import { titlesAlong } from '../analysis/field-titles.js';
import { texts as english } from './texts.en.js';
import { texts as russian, type DiffTexts } from './texts.ru.js';

export const diffTexts: Readonly<Record<Language, DiffTexts>> = { ru: russian, en: english };

/** The drawing that a value stands in, and the language in which it is told. */
export interface Telling {
  readonly scenario: Scenario;
  readonly kinds: NodeKinds | undefined;
  readonly language: Language;
}

const LONGEST = 160;
const PATH = /^[A-Za-z_]\w*(?:\.\??[A-Za-z_]\w*)*$/;
const BETWEEN = ' › ';

const cut = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
};

const allNodes = ({ nodes, paths = [] }: Scenario): readonly ScenarioNode[] => [
  ...nodes,
  ...paths.flatMap((path) => path.nodes),
];

const ofStep = (node: ScenarioNode | undefined, keys: readonly string[], { kinds }: Telling): string | undefined => {
  if (node === undefined) return undefined;
  const titles = titlesAlong(kinds?.get(node.type)?.output, keys);
  return [node.name, titles].filter((part) => part !== '').join(BETWEEN);
};

const triggerOf = ({ scenario, kinds }: Telling): ScenarioNode | undefined =>
  scenario.nodes.find(({ type }) => kinds?.get(type)?.kind === 'trigger' || type.startsWith('trigger.'));

/** «Прочитать сделку › Покупатель» for `steps.deal.?buyer`; `undefined` where a formula is more than a path. */
const pathWords = (formula: string, telling: Telling): string | undefined => {
  if (!PATH.test(formula.trim())) return undefined;
  const [root, first, ...rest] = formula.trim().replaceAll('?', '').split('.');
  const { scenario, language } = telling;
  if (root === 'trigger')
    return ofStep(
      triggerOf(telling),
      [first, ...rest].filter((key) => key !== undefined),
      telling,
    );
  if (root === 'steps' || root === 'waits')
    return ofStep(
      allNodes(scenario).find(({ id }) => id === first),
      rest,
      telling,
    );
  const parameter = scenario.parameters.find(({ id }) => root === 'params' && id === first);
  return parameter === undefined ? undefined : diffTexts[language].parameter(parameter.title);
};

const formulaWords = (formula: string, telling: Telling): string => {
  const said = diffTexts[telling.language];
  const path = pathWords(formula, telling);
  if (path === undefined) return said.formula(cut(formula));
  return /^params\./.test(formula.trim()) ? path : said.quoted(cut(path));
};

const literalWords = (value: unknown, said: DiffTexts): string => {
  if (value === undefined || value === null) return said.absent;
  if (typeof value === 'boolean') return value ? said.yes : said.no;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return said.quoted(cut(value));
  if (Array.isArray(value) && value.length === 0) return said.emptyList;
  return Object.keys(value).length === 0 ? said.emptyObject : cut(JSON.stringify(value));
};

/** A value of a parameter as people read it: names and titles instead of ids, text in quotes. */
export const valueWords = (value: unknown, telling: Telling): string => {
  const said = diffTexts[telling.language];
  const dynamic = dynamicOf(value);
  switch (dynamic?.kind) {
    case undefined:
      return literalWords(value, said);
    case 'cel':
      return formulaWords(dynamic.text, telling);
    case 'tpl':
      return said.template(cut(dynamic.text));
    case 'each':
      return said.eachOf(formulaWords(dynamic.list, telling));
  }
};

const typeWords = (value: string, { kinds, language }: Telling): string => {
  const [type = '', version = ''] = value.split('@');
  const title = kinds?.get(type)?.title[language] ?? type;
  return diffTexts[language].quoted(version === '1' ? title : `${title} (${version})`);
};

const keyOf = (pointer: string): string => pointer.split('/').findLast((part) => !/^\d+$/.test(part)) ?? '';

const nodeNames = (value: string, { scenario }: Telling): string | undefined =>
  allNodes(scenario).find(({ id }) => id === value)?.name;

/** Words of a text that stands for something: a slot, a node, a way of the engine. */
const textWords = (value: string, { kind, pointer }: FieldChange, telling: Telling): string | undefined => {
  const said = diffTexts[telling.language];
  if (kind === 'slot') return said.quoted(telling.scenario.slots.find(({ id }) => id === value)?.title ?? value);
  if (kind === 'onFault') return said.onFault[value] ?? value;
  if (kind === 'type') return typeWords(value, telling);
  const isNode = kind === 'setting' && ['ofNode', 'nodes'].includes(keyOf(pointer));
  return isNode ? said.quoted(nodeNames(value, telling) ?? value) : undefined;
};

const chosenWords = (value: string, { choices = {} }: FieldChange, { language }: Telling): string | undefined => {
  const word = Object.hasOwn(choices, value) ? choices[value]?.[language] : undefined;
  return word === undefined ? undefined : diffTexts[language].quoted(word);
};

/** How the value of a change reads on its side. */
export const sideWords = (value: unknown, change: FieldChange, telling: Telling): string => {
  if (typeof value === 'number' && change.kind === 'timeout') return diffTexts[telling.language].seconds(String(value));
  if (typeof value !== 'string') return valueWords(value, telling);
  const words = chosenWords(value, change, telling) ?? textWords(value, change, telling);
  return words ?? valueWords(value, telling);
};

/** «Покупатель › ИНН»: what the field is called. */
export const changeTitle = ({ kind, title, pointer }: FieldChange, language: Language): string => {
  const said = diffTexts[language];
  if (kind === 'param') return title.replace(/(^| › )do($| › )/g, `$1${said.eachItem}$2`);
  if (kind !== 'retry' && kind !== 'setting') return said.kinds[kind];
  const key = keyOf(pointer);
  const inner = said.keys[pointer.split('/')[1] ?? ''] ?? said.keys[key] ?? key;
  return kind === 'retry' ? `${said.kinds.retry}${BETWEEN}${said.keys[key] ?? key}` : inner;
};
