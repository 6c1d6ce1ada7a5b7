import type { Page } from 'playwright-core';
import type { JsonSchema, Scenario } from '@potok/contracts';
import { choiceWord } from '@potok/scenario';
import { manifest } from './same-plan.js';

/** Of the step, or of the trigger, that a path begins with. */
const stepOf = ({ nodes }: Scenario, root: string | undefined, step: string | undefined): string =>
  (root === 'trigger' ? nodes[0]?.id : step) ?? '';

const propertyOf = (schema: JsonSchema | undefined, key: string): JsonSchema | undefined =>
  (schema?.properties as Readonly<Record<string, JsonSchema>> | undefined)?.[key];

const outputOf = (
  { nodes }: Scenario,
  id: string,
): { readonly name: string; readonly output: JsonSchema | undefined } => {
  const node = nodes.find((one) => one.id === id);
  return { name: node?.name ?? id, output: manifest.nodes.find((kind) => kind.id === node?.type)?.output };
};

/** Where a path of CEL stands in «Что приходит»: the words that a person looks for. */
export const wordsOf = (scenario: Scenario, path: string): readonly [group: string, label: string] => {
  const [root, ...keys] = path.replaceAll('?', '').split('.');
  const key = keys.at(-1) ?? '';
  if (root === 'params') return ['Параметры сценария', scenario.parameters.find(({ id }) => id === key)?.title ?? key];
  const { name, output } = outputOf(scenario, stepOf(scenario, root, keys[0]));
  const title = propertyOf(output, key)?.title;
  return [name, typeof title === 'string' ? title : key];
};

export interface Filled {
  readonly page: Page;
  /** The drawing whose params are to be filled in: its steps stand on the canvas under the same names. */
  readonly like: Scenario;
  /** Ids on the canvas by those of that drawing: formulas that are typed name steps by them. */
  readonly ids: ReadonlyMap<string, string>;
}

/** What a step is filled in with, field by field. */
export interface Field {
  readonly pointer: string;
  readonly value: unknown;
  readonly schema: JsonSchema | undefined;
}

const fieldsIn = (values: object, { pointer, schema }: Omit<Field, 'value'>): readonly Field[] =>
  Object.entries(values as Readonly<Record<string, unknown>>).map(([key, value]) => ({
    pointer: `${pointer}/${key}`,
    value,
    schema: propertyOf(schema, key),
  }));

/** Of a step by the schema of its kind. */
export const fieldsOf = ({ type, params }: Scenario['nodes'][number]): readonly Field[] =>
  fieldsIn(params, { pointer: '', schema: manifest.nodes.find((kind) => kind.id === type)?.input });

/** Of a field that has fields. */
export const fieldsInside = ({ value, ...field }: Field): readonly Field[] | undefined =>
  typeof value === 'object' && value !== null ? fieldsIn(value, field) : undefined;

/** As the list of the field shows a value, or as it is typed. */
export const shownAs = ({ value, schema }: Field): string => choiceWord(schema, value, 'ru') ?? String(value);
