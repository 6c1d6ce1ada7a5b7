import type { Page } from 'playwright-core';
import type { JsonSchema, Scenario } from '@potok/contracts';
import { dynamicOf, renameSteps } from '@potok/scenario';
import { choose, dragSource, fieldAt, sourceRow, typeText } from './editor.js';
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
const wordsOf = (scenario: Scenario, path: string): readonly [string, string] => {
  const [root, ...keys] = path.replaceAll('?', '').split('.');
  const key = keys.at(-1) ?? '';
  if (root === 'params') return ['Параметры сценария', scenario.parameters.find(({ id }) => id === key)?.title ?? key];
  const { name, output } = outputOf(scenario, stepOf(scenario, root, keys[0]));
  const title = titled(output, key)?.title;
  return [name, typeof title === 'string' ? title : key];
};

interface Filled {
  readonly page: Page;
  /** The drawing whose params are to be filled in: its steps stand on the canvas under the same names. */
  readonly like: Scenario;
  /** Ids on the canvas by those of that drawing: formulas that are typed name steps by them. */
  readonly ids: ReadonlyMap<string, string>;
}

const fillOne = async (filled: Filled, pointer: string, value: unknown): Promise<void> => {
  const { page, like, ids } = filled;
  const field = await fieldAt(page, pointer);
  const dynamic = dynamicOf(value);
  if (dynamic?.kind === 'cel') {
    await dragSource(await sourceRow(page, ...wordsOf(like, dynamic.text)), field);
  } else if (dynamic?.kind === 'tpl') await typeText(page, field, renameSteps({ $tpl: dynamic.text }, ids).$tpl);
  else if (typeof value === 'object' && value !== null) {
    await field.getByRole('button', { name: /^Заполнить/ }).click();
    for (const [key, inner] of Object.entries(value)) await fillOne(filled, `${pointer}/${key}`, inner);
  } else if ((await field.getByRole('combobox').count()) > 0)
    await choose(page, field.getByRole('combobox'), String(value));
  else await field.getByRole('textbox').first().fill(String(value));
};

/** Fills the fields of the open step: paths are dragged from what comes in, texts are typed. */
export const fillStep = async (filled: Filled, params: Readonly<Record<string, unknown>>): Promise<void> => {
  for (const [key, value] of Object.entries(params)) await fillOne(filled, `/${key}`, value);
};
