import type { Page } from 'playwright-core';
import type { JsonSchema, Scenario } from '@potok/contracts';
import { manifest } from './same-plan.js';

/** Of the step, or of the trigger, that a path begins with. */
const stepOf = ({ nodes }: Scenario, root: string | undefined, step: string | undefined): string =>
  (root === 'trigger' ? nodes[0]?.id : step) ?? '';

const titled = (schema: JsonSchema | undefined, key: string): JsonSchema | undefined =>
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
  const title = titled(output, key)?.title;
  return [name, typeof title === 'string' ? title : key];
};

export interface Filled {
  readonly page: Page;
  /** The drawing whose params are to be filled in: its steps stand on the canvas under the same names. */
  readonly like: Scenario;
  /** Ids on the canvas by those of that drawing: formulas that are typed name steps by them. */
  readonly ids: ReadonlyMap<string, string>;
}
